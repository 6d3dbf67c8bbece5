import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { mattersPages } from '../../api/matters.ts'
import { proceduresQuery } from '../../api/models.ts'
import { useSession } from '../../api/session.ts'
import type { MatterSummary } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { LightOf } from '../../parts/Light.tsx'
import { rowKeys } from '../../parts/roving.ts'
import { Empty, Failed, Loading } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { plainBrackets } from '../../shell/brackets.ts'
import { useText, useWords } from '../../words/words.ts'
import { NewMatterDrawer } from './NewMatter.tsx'
import './matters.css'

type Search = { readonly q?: string; readonly state?: string; readonly new?: string; readonly subject?: string }
const states = ['open', 'closed', 'all'] as const

/** Every matter that this identity may see, dense; filtered by the address, so that a view can be shared. */
export const MattersPage = () => {
  const { matters: words, number } = useWords()
  const mayBegin = useQuery(proceduresQuery()).data?.some(({ openings }) => openings.length > 0) ?? false
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const go = (change: Search): void => { void navigate({ to: paths.matters, search: (before: Search) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== '')), replace: true }) }
  const state = states.find((one) => one === search.state) ?? 'open'
  const found = useInfiniteQuery(mattersPages({ ...(search.q === undefined ? {} : { q: plainBrackets(search.q) }), ...(state === 'all' ? {} : { state }), ...(search.subject === undefined ? {} : { subject: search.subject }) }))
  const rows = found.data?.pages.flatMap((page) => page.items) ?? []
  const total = found.data?.pages[0]?.total
  return (
    <div className='mtp'>
      <header className='ph'>
        <h1>{words.title}</h1>{total !== undefined && <span className='hint nw'>{words.total(number(total))}</span>}<span className='hint ell xl'>{words.hint}</span><div className='sp' />
        <Filter value={search.q ?? ''} onChange={(q) => go({ q })} />
        <div className='seg' role='group' aria-label={words.state}>{states.map((one) => <button key={one} type='button' aria-pressed={one === state} onClick={() => go({ state: one === 'open' ? '' : one })}>{words[one]}</button>)}</div>
        {mayBegin && <button type='button' className='btn p' onClick={() => go({ new: '1' })}><Icon name='plus' size={15} stroke={1.8} />{words.start}</button>}
      </header>
      <section className='pane'>
        {found.data === undefined ? (found.isError ? <Failed error={found.error} onRetry={() => void found.refetch()} /> : <Loading onCancel={undefined} />)
          : rows.length === 0 ? <Empty title={words.none} icon='search' actions={<Link className='btn s' to={paths.matters} search={{ state: 'all' }}>{words.clear}</Link>}>{words.noneBody}</Empty>
            : <Table rows={rows} more={found.hasNextPage ? () => void found.fetchNextPage() : undefined} />}
      </section>
      {search.new !== undefined && <NewMatterDrawer onClose={() => go({ new: '' })} />}
    </div>
  )
}

const Filter = ({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) => {
  const { matters: words } = useWords()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return undefined
    const timer = setTimeout(() => onChange(typed), 250)
    return () => clearTimeout(timer)
  }, [typed]) // eslint-disable-line react-hooks/exhaustive-deps
  return <label className='inp find'><Icon name='filter' size={14} /><input type='search' aria-label={words.search} placeholder={words.searchHint} value={typed} onChange={(event) => setTyped(event.target.value)} /></label>
}

const Table = ({ rows, more }: { readonly rows: readonly MatterSummary[]; readonly more: (() => void) | undefined }) => {
  const { matters: words } = useWords()
  const navigate = useNavigate()
  const to = useSession().post.office === 'liaison' ? paths.liaisonMatter : paths.matter
  const keys = rowKeys({}, (row) => void navigate({ to, params: { id: row.dataset.row ?? '' } }))
  return (
    <div className='bd np scroll' onKeyDown={keys}>
      <table className='mt'>
        <thead><tr><th>{words.light}</th><th>{words.due}</th><th>{words.name}</th><th>{words.subject}</th><th>{words.stage}</th><th className='wide tc'>{words.procedure}</th><th className='xl'>{words.no}</th><th className='wide tc'>{words.handler}</th><th className='wide tc'>{words.opened}</th></tr></thead>
        <tbody>{rows.map((matter, i) => <Row key={matter.id} matter={matter} first={i === 0} to={to} />)}</tbody>
      </table>
      {more !== undefined && <p className='more'><button type='button' className='btn s' onClick={more}>{words.more}</button></p>}
    </div>
  )
}

const Row = ({ matter, first, to }: { readonly matter: MatterSummary; readonly first: boolean; readonly to: typeof paths.matter | typeof paths.liaisonMatter }) => {
  const { matters: words, day } = useWords()
  const text = useText()
  return (
    <tr tabIndex={first ? 0 : -1} data-row={matter.id}>
      <td className='nw'><LightOf light={matter.light} /></td>
      <td className='nw'>{matter.nextDue === null ? <span className='mut'>{words.noDue}</span> : day.short(matter.nextDue)}</td>
      <td className='name'><Link to={to} params={{ id: matter.id }} tabIndex={-1} title={matter.title}>{matter.title}</Link>{matter.sealed && <span className='chip'><Icon name='lock' size={11} />{words.sealed}</span>}</td>
      <td className='nw'>{matter.subject !== null && <span className='tag them' title={text(matter.subject.name)}>{text(matter.subject.short)}</span>}</td>
      <td className='nw'>{text(matter.stage)}</td><td className='wide tc nw'>{text(matter.procedure.title)}</td><td className='nw mut xl'>{matter.no}</td><td className='wide tc nw'>{matter.handler ?? ''}</td><td className='wide tc nw'>{matter.openedOn}</td>
    </tr>
  )
}
