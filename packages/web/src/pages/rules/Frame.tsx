import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { lawQuery } from '../../api/law.ts'
import { useSession } from '../../api/session.ts'
import { Icon } from '../../parts/Icon.tsx'
import { paths } from '../../paths.ts'
import { singleKeys } from '../../shell/look.ts'
import { useWords } from '../../words/words.ts'
import './frame.css'

/** The library's frame: its name, one box to look for something, its parts. `/` goes to the box. */
export const Frame = ({ filters = false, actions, children }: { readonly filters?: boolean; readonly actions?: ReactNode; readonly children: ReactNode }) => {
  const { library: words, number } = useWords()
  const session = useSession()
  const counts = useQuery(lawQuery()).data?.counts
  const { tabs } = words
  const { pathname } = useLocation()
  const here = (to: string): boolean => (to === paths.rules ? pathname === to || pathname.startsWith(`${to}/rule/`) : pathname.startsWith(to))
  const parts = [
    { to: paths.rules, title: tabs.rules, count: counts?.rules }, { to: paths.lawProcedures, title: tabs.procedures, count: counts?.procedures }, { to: paths.lawInstruments, title: tabs.instruments, count: counts?.instruments }, { to: paths.lawPowers, title: tabs.powers, count: counts?.powers },
    { to: paths.lawGlossary, title: tabs.glossary, count: counts?.terms }, { to: paths.lawSettings, title: tabs.settings, count: counts?.settings }, { to: paths.lawUnverified, title: tabs.unverified, count: counts?.unverified }, { to: paths.lawTexts, title: tabs.texts, count: counts?.texts },
    { to: paths.lawSets, title: tabs.sets, count: undefined }, { to: paths.lawPractice, title: tabs.practice, count: undefined }, { to: paths.lawMoved, title: tabs.moved, count: undefined },
  ] as const
  return (
    <div className='lib'>
      <header className='ph libh noprint'><h1>{words.title}</h1><span className='chip xl' title={words.decision}>{session.versions.rulebook}</span><Find filters={filters} /><div className='sp' />{actions}</header>
      <nav className='tabs libt noprint' aria-label={tabs.label}>{parts.map((part) => <Link key={part.to} to={part.to} className={here(part.to) ? 'libtab on' : 'libtab'} activeOptions={{ exact: true }} aria-current={here(part.to) ? 'page' : undefined}>{part.title}{part.count !== undefined && <em>{number(part.count)}</em>}</Link>)}</nav>
      {children}
    </div>
  )
}

/** Looks through the whole library; on a table page it filters that table. */
const Find = ({ filters }: { readonly filters: boolean }) => {
  const { library: words } = useWords()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { readonly q?: string }
  const [typed, setTyped] = useState(search.q ?? '')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => { if (document.activeElement !== box.current) setTyped(search.q ?? '') }, [search.q])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const busy = event.target instanceof HTMLElement && event.target.closest('input,textarea,select,[role=dialog]') !== null
      if (event.key === '/' && !busy && !event.ctrlKey && !event.metaKey && !event.altKey && singleKeys()) { event.preventDefault(); box.current?.select(); box.current?.focus() }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const put = (q: string): void => {
    setTyped(q)
    const next = (before: Readonly<Record<string, unknown>>): Record<string, unknown> => { const { q: _q, kind, rule: _rule, ...rest } = before; return q.trim() === '' ? rest : { ...rest, q, ...(filters && kind !== undefined ? { kind } : {}) } }
    if (filters || location.pathname === paths.rules) void navigate({ to: '.', search: next as never, replace: true })
    else void navigate({ to: paths.rules, search: { q } })
  }
  return (
    <label className='inp libfind'><Icon name='search' size={15} />
      <input ref={box} type='search' aria-label={filters ? words.filter : words.search} placeholder={filters ? words.filterHint : words.searchHint} value={typed} onChange={(event) => put(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'ArrowDown' || event.key === 'Enter') { event.preventDefault(); document.querySelector<HTMLElement>('.lib [data-row]')?.focus() } }} />
      {typed === '' ? <span className='kbd' aria-hidden='true'>{words.slash}</span> : <button type='button' className='libx' aria-label={words.clear} onClick={() => { put(''); box.current?.focus() }}><Icon name='x' size={13} /></button>}
    </label>
  )
}
