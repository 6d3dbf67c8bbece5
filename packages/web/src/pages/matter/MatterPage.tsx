import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Tabs } from 'radix-ui'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Matter, Permission } from '../../api/wire.gen.ts'
import { matterQuery, readingsQuery, whyQuery } from '../../api/matters.ts'
import { useSession } from '../../api/session.ts'
import { useText, useWords } from '../../words/words.ts'
import { DemandCounts, DemandTable } from '../../parts/DemandTable.tsx'
import { Drawer } from '../../parts/Drawer.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { PermittedActs } from '../../parts/PermittedActs.tsx'
import { Loaded } from '../../parts/states.tsx'
import { TwoLane } from '../../parts/TwoLane.tsx'
import { ActDrawer } from './ActDrawer.tsx'
import { ActSheet } from './ActSheet.tsx'
import { Duties } from './Duties.tsx'
import { Head } from './Head.tsx'
import { KnownAt } from './KnownAt.tsx'
import { LawPanel } from './LawPanel.tsx'
import { PrintDemands } from './Print.tsx'
import { CaseCard, EvidenceTab, evidenceCount, Links, Papers, Readings } from './tabs.tsx'
import './matter.css'

/** What the address of a matter may carry, so that a duty, an act, a form or a moment can be linked to. */
export type MatterSearch = { readonly duty?: string; readonly act?: number; readonly do?: string; readonly tab?: string; readonly knownAt?: string }

export const MatterPage = () => {
  const { id } = useParams({ strict: false }) as { readonly id: string }
  const search = useSearch({ strict: false }) as MatterSearch
  const matter = useQuery(matterQuery(id, search.knownAt))
  return <Loaded query={matter}>{(loaded) => <Desk matter={loaded} search={search} />}</Loaded>
}

const Desk = ({ matter, search }: { readonly matter: Matter; readonly search: MatterSearch }) => {
  const { matter: words, record } = useWords()
  const text = useText()
  const session = useSession()
  const navigate = useNavigate()
  const go = (change: MatterSearch): void => { void navigate({ to: '.', search: (before: MatterSearch) => ({ ...before, ...change }), replace: true }) }
  const [demand, setDemand] = useState<number>()
  const [whyOpen, setWhyOpen] = useState(false)
  const desk = useRef<HTMLDivElement>(null)
  const past = search.knownAt !== undefined
  const open = matter.duties.filter((duty) => duty.status === 'open' || duty.status === 'overdue' || duty.status === 'suspended')
  const chosen = matter.duties.find((duty) => duty.id === search.duty) ?? [...open].sort((a, b) => Number(a.due === null) - Number(b.due === null) || Number(a.ours) - Number(b.ours) || (a.due ?? '').localeCompare(b.due ?? ''))[0]
  const why = useQuery({ ...whyQuery(matter.id, chosen?.id ?? ''), enabled: chosen !== undefined && !past })
  // Once recorded an act may be permitted no longer, while its receipt is still being read.
  const begun = useRef<Permission | undefined>(undefined)
  if (begun.current?.key !== search.do) begun.current = matter.permitted.find((permission) => permission.key === search.do && permission.allowed)
  const doing = past ? undefined : begun.current
  const act = matter.acts.find((one) => one.n === search.act)
  const start = (permission: Permission): void => {
    if (permission.act === 'draft' && permission.instrument !== undefined) void navigate({ to: '/matters/$id/write/$key', params: { id: matter.id, key: permission.key } })
    else go({ do: permission.key })
  }
  /** Single keys work inside the desk only: A acts, E the most useful act, V verify, W why, L law. */
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof HTMLElement && event.target.closest('input,textarea,select,[role=dialog]') !== null)) return
    const allowed = past ? [] : matter.permitted.filter((permission) => permission.allowed)
    switch (event.key.toLowerCase()) {
      case 'a': desk.current?.querySelector<HTMLElement>('.o-acts button')?.focus(); break
      case 'l': desk.current?.querySelector<HTMLElement>('.law-pp>.bd')?.focus(); break
      case 'e': if (allowed[0] !== undefined) start(allowed[0]); break
      case 'v': { const verify = allowed.find((permission) => permission.act === 'verify'); if (verify !== undefined) start(verify); break }
      case 'w': setWhyOpen(true); break
      default: return
    }
    event.preventDefault()
  }
  const law = <LawPanel duty={chosen} rules={new Set(matter.duties.map((duty) => duty.rule)).size} rulebook={matter.rulebookVersion} days={why.data?.days ?? []} />
  const organ = matter.subject === null ? null : text(matter.subject.short)
  return (
    <>
      {past && <div className='md-knownat' role='status'><Icon name='clock' size={14} />{words.known.banner(search.knownAt ?? '')}<button type='button' className='btn s' onClick={() => { void navigate({ to: '.', search: {} }) }}>{words.known.back}</button></div>}
      <Head matter={matter}>
        <KnownAt openedOn={matter.openedOn} today={session.today} value={search.knownAt} onShow={(day) => go({ knownAt: day })} />
        <button type='button' className='btn s' onClick={() => print()}><Icon name='print' size={14} />{words.actions.print}</button>
      </Head>
      <div className='mdesk' ref={desk} onKeyDown={keys}>
        <div className='stack'>
          <Duties duties={matter.duties} acts={matter.acts} today={search.knownAt ?? session.today} selected={chosen?.id} onSelect={(duty) => go({ duty })} onWhy={() => setWhyOpen(true)} />
          <section className='pane o-acts grow'><div className='hd'><h2>{record.acts.title}</h2><span className='hint xl'>{record.acts.hint}</span><div className='sp' /><span className='kbd mut'>A</span></div><div className='bd np scroll'>{past ? <p className='blank'>{words.known.banner(search.knownAt ?? '')}</p> : <PermittedActs permitted={matter.permitted} onDo={start} />}</div></section>
          <section className='pane wide f o-powers'><div className='hd'><h2>{words.powers.title}</h2></div><div className='bd np scroll'>{matter.powers.length === 0 ? <p className='blank'>{words.powers.none}</p> : <table className='pw'><tbody>{matter.powers.map((power) => <tr key={text(power.title)} title={power.provision}><td>{text(power.title)}</td><td className='lv'>{text(power.level)}</td></tr>)}</tbody></table>}</div></section>
        </div>
        <div className='stack'>
          <section className='pane o-demands half'><div className='hd'><h2>{record.demands.title}</h2><DemandCounts demands={matter.demands} /></div><div className='bd np scroll'><DemandTable demands={matter.demands} organ={organ ?? record.lanes.theirs} selected={demand} onSelect={(no) => setDemand(no === demand ? undefined : no)} /></div></section>
          <TabPane matter={matter} tab={search.tab ?? 'acts'} onTab={(tab) => go({ tab })} onPaper={(n) => go({ act: n })}>
            <TwoLane acts={matter.acts} duties={matter.duties} today={search.knownAt ?? session.today} organ={organ} selected={chosen?.id} openAct={search.act} onOpen={(one) => go({ act: one.n })} />
          </TabPane>
        </div>
        <aside className='stack'>{law}</aside>
      </div>
      {doing !== undefined && <ActDrawer key={doing.key} matter={matter} permission={doing} onClose={() => go({ do: undefined } as MatterSearch)} />}
      {doing === undefined && act !== undefined && <ActSheet matter={matter} act={act} onClose={() => go({ act: undefined } as MatterSearch)} />}
      {whyOpen && <Drawer title={words.law.plain} onClose={() => setWhyOpen(false)}>{law}</Drawer>}
      <PrintDemands matter={matter} />
    </>
  )
}

const TabPane = ({ matter, tab, onTab, onPaper, children }: { readonly matter: Matter; readonly tab: string; readonly onTab: (tab: string) => void; readonly onPaper: (n: number) => void; readonly children: ReactNode }) => {
  const { matter: words } = useWords()
  const readings = useQuery({ ...readingsQuery(matter.id), enabled: tab === 'readings' })
  const tabs = [
    { id: 'acts', title: words.tabs.acts, count: String(matter.acts.length) }, { id: 'papers', title: words.tabs.papers, count: String(matter.instruments.length) }, { id: 'evidence', title: words.tabs.evidence, count: String(evidenceCount(matter)) },
    { id: 'card', title: words.tabs.card, count: words.tabs.auto }, { id: 'links', title: words.tabs.links, count: String(matter.links.length + (matter.clue === null ? 0 : 1)) }, { id: 'readings', title: words.tabs.readings, count: '' },
  ]
  return (
    <Tabs.Root className='pane grow o-tabs' value={tab} onValueChange={onTab}>
      <Tabs.List className='tabs'>{tabs.map((one) => <Tabs.Trigger key={one.id} value={one.id}>{one.title} {one.count !== '' && <em>{one.count}</em>}</Tabs.Trigger>)}</Tabs.List>
      <Tabs.Content value='acts' className='tabbody'>{children}</Tabs.Content>
      <Tabs.Content value='papers' className='tabbody scroll'><Papers matter={matter} onView={onPaper} /></Tabs.Content>
      <Tabs.Content value='evidence' className='tabbody scroll'><EvidenceTab matter={matter} /></Tabs.Content>
      <Tabs.Content value='card' className='tabbody scroll'><CaseCard matter={matter} /></Tabs.Content>
      <Tabs.Content value='links' className='tabbody scroll'><Links matter={matter} /></Tabs.Content>
      <Tabs.Content value='readings' className='tabbody scroll'>{readings.isError ? <p className='blank'>{words.readings.refused}</p> : <Readings readings={readings.data ?? []} />}</Tabs.Content>
    </Tabs.Root>
  )
}
