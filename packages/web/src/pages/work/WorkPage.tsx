import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { dutiesQuery } from '../../api/duties.ts'
import { useSession } from '../../api/session.ts'
import type { DutyPage } from '../../api/wire.gen.ts'
import { DutyRow } from '../../parts/DutyRow.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Mark } from '../../parts/Light.tsx'
import { rowKeys } from '../../parts/roving.ts'
import { Empty, Loaded } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { CalendarPane } from './CalendarPane.tsx'
import { grouped, groupIds, groupOf, type GroupId } from './groups.ts'
import { ledgerOf } from './ledger.ts'
import { CluesPane, OthersActs, ScorePane } from './Rail.tsx'
import './work.css'

type Search = { readonly group?: string; readonly who?: string; readonly from?: string }
const whos = ['all', 'ours', 'theirs'] as const

/** Today's duties first: whose, what, by when, under which article, and the next act. */
export const WorkPage = () => {
  const { work: words } = useWords()
  const session = useSession()
  const search = useSearch({ strict: false }) as Search
  const duties = useQuery(dutiesQuery({ limit: '200' }))
  return (
    <div className='work'>
      <header className='ph'>
        <h1>{words.title}</h1>
        <Sums page={duties.data} now={search.group} />
        <div className='sp' />
        {session.side === 'procuratorate' && <Link className='btn p' to={paths.matters} search={{ new: '1' }}><Icon name='plus' size={15} stroke={1.8} />{words.accept}</Link>}
      </header>
      <div className='wb'>
        <section className='pane list'><Loaded query={duties}>{(page) => <List page={page} search={search} />}</Loaded></section>
        <aside className='rail'>
          <CalendarPane today={session.today} from={search.from} />
          <OthersActs today={session.today} />
          {session.side === 'procuratorate' && <CluesPane />}
          <ScorePane today={session.today} />
        </aside>
      </div>
    </div>
  )
}

const tone: Readonly<Record<GroupId, 'overdue' | 'near' | 'within' | 'not-started'>> = { overdue: 'overdue', today: 'near', three: 'near', seven: 'within', later: 'not-started' }
const colour: Readonly<Record<GroupId, string>> = { overdue: 'red', today: 'amber', three: 'amber', seven: 'green', later: 'grey' }

const Sums = ({ page, now }: { readonly page: DutyPage | undefined; readonly now: string | undefined }) => {
  const { work: words } = useWords()
  if (page === undefined) return null
  const { counts } = page
  const of: Readonly<Record<GroupId, number>> = { overdue: counts.overdue, today: counts.today, three: counts.threeDays, seven: counts.sevenDays, later: counts.later }
  return (
    <nav className='sums' aria-label={words.filter}>
      {groupIds.filter((id) => id !== 'later').map((id) => <Link key={id} to={paths.work} search={(before: Search) => ({ ...before, group: id })} className={now === id ? 'on' : undefined} aria-current={now === id}><span className={colour[id]}><Mark light={tone[id]} /></span><span className={colour[id]}>{words.groups[id]}</span><b>{of[id]}</b></Link>)}
      <Link to={paths.work} search={(before: Search) => { const { group: _, ...rest } = before; return rest }} className={now === undefined ? 'on' : undefined}>{words.all}<b>{counts.total}</b></Link>
    </nav>
  )
}

const List = ({ page, search }: { readonly page: DutyPage; readonly search: Search }) => {
  const all = useWords()
  const { work: words, day } = all
  const text = useText()
  const session = useSession()
  const navigate = useNavigate()
  const who = whos.find((one) => one === search.who) ?? 'all'
  const rows = useMemo(() => page.items.filter((row) => (search.group === undefined || groupOf(row) === search.group) && (who === 'all' || row.duty.ours === (who === 'ours'))), [page, search.group, who])
  const groups = grouped(rows)
  const inOrder = groups.flatMap((group) => group.rows)
  const main = inOrder.find((row) => row.next !== null)
  const where = (row: HTMLElement): { readonly id: string; readonly duty: string } => { const [id = '', ...rest] = (row.dataset.row ?? '').split('/'); return { id, duty: rest.join('/') } }
  const keys = rowKeys({
    e: (row) => row.querySelector<HTMLElement>('.nx a')?.click(),
    w: (row) => row.querySelector<HTMLElement>('[data-why]')?.click(),
  }, (row) => { const { id, duty } = where(row); void navigate({ to: paths.matter, params: { id }, search: { duty } }) })
  // The list has the focus from the start, so that its keys work at once; never taken away from something that has it.
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => { if (document.activeElement === document.body || document.activeElement?.id === 'main') list.current?.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true }) }, [])
  const save = (): void => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([ledgerOf(inOrder, all, text)], { type: 'text/csv;charset=utf-8' }))
    link.download = words.ledger.file(session.today)
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const counts = { all: page.counts.total, ours: page.counts.ours, theirs: page.counts.theirs }
  return (
    <>
      <div className='hd'>
        <h2>{words.list}</h2><span className='hint ell'>{words.hint}</span><div className='sp' />
        <nav className='seg low' aria-label={words.who}>{whos.map((one) => <Link key={one} to={paths.work} search={(before: Search) => { const { who: _, ...rest } = before; return one === 'all' ? rest : { ...rest, who: one } }} className={one === who ? 'on' : undefined} aria-current={one === who}>{one === 'all' ? words.everything : one === 'ours' ? (session.side === 'procuratorate' ? words.ours : words.oursOther) : words.theirs}{one !== 'all' && <em>{counts[one]}</em>}</Link>)}</nav>
      </div>
      <div className='duties' ref={list} role='feed' aria-label={`${words.list}：${words.columns}`} onKeyDown={keys}>
        {inOrder.length === 0 && (search.group === undefined && who === 'all'
          ? <Empty title={words.empty.title} actions={<Link className='btn s' to={paths.matters}>{words.empty.matters}</Link>}>{words.empty.body}</Empty>
          : <Empty title={words.empty.filtered} icon='filter' actions={<Link className='btn s' to={paths.work} search={{}}>{words.empty.clear}</Link>} />)}
        {groups.map((group) => (
          <section key={group.id} aria-labelledby={`g-${group.id}`}>
            <h3 className='gh' id={`g-${group.id}`}><b>{words.groups[group.id]}</b> {group.id === 'today' && `${day.longWeekday(session.today)} · `}{words.items(group.rows.length)}{group.id === 'later' && group.rows[0] !== undefined && group.rows[0].duty.due !== null && <span className='narrow'> · {words.nearest(day.brief(group.rows[0].duty.due), text(group.rows[0].duty.owedBy.short))}</span>}</h3>
            {group.rows.map((row) => { const at = inOrder.indexOf(row); return <DutyRow key={`${row.matter.id}/${row.duty.id}`} row={row} at={at + 1} of={inOrder.length} focusable={at === 0} primary={row === main} /> })}
          </section>
        ))}
        {page.next !== null && <p className='more hint'>{words.partial(page.items.length, page.counts.total)}</p>}
      </div>
      <footer className='keys'>
        <span className='row'><span className='kbd'>J</span><span className='kbd'>K</span>{words.keys.move}</span><span className='row'><span className='kbd'>Enter</span>{words.keys.open}</span><span className='row'><span className='kbd'>E</span>{words.keys.next}</span><span className='row'><span className='kbd'>W</span>{words.keys.why}</span>
        <span className='sp' /><button type='button' className='lnk' onClick={save}>{words.exportLedger} CSV</button><button type='button' className='lnk' onClick={() => print()}>{words.print}</button>
      </footer>
    </>
  )
}
