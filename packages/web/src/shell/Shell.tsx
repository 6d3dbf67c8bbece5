import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation, useMatches, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { sessionQuery, useSession } from '../api/session.ts'
import { Icon } from '../parts/Icon.tsx'
import { Notice, problemOf } from '../parts/states.tsx'
import { StatusBar } from '../parts/StatusBar.tsx'
import { useWords } from '../words/words.ts'
import { Help } from './Help.tsx'
import { setLook, singleKeys, useLook } from './look.ts'
import { groupsFor } from './navigation.ts'
import { Search } from './Search.tsx'
import { Side } from './Side.tsx'
import { TopBar } from './TopBar.tsx'
import './shell.css'

/** Pages that need the width start with the navigation folded; a person who unfolds it there is obeyed until the page is left. */
const startsMini = (pathname: string): boolean => /^\/(matters\/.+|liaison\/.+|deliveries|models|clues|states|rules)/.test(pathname)

/** The frame of every signed-in page: top bar, navigation of the role, the page, and what everything rests on. */
export const Shell = () => {
  const words = useWords()
  const { shell } = words
  const session = useSession()
  const queries = useQueryClient()
  // Renews the checkpoint, the day and the counts in the frame; tells when the server is out of reach.
  const renewal = useQuery({ ...sessionQuery(), refetchInterval: 60_000 })
  const unreachable = renewal.isRefetchError && problemOf(renewal.error)?.status === 0
  // Another identity was chosen in another window: what was fetched under the former one is fetched again.
  const post = useRef(session.post.id)
  useEffect(() => { if (post.current !== session.post.id) { post.current = session.post.id; void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }) } }, [session.post.id, queries])
  const look = useLook()
  const { pathname } = useLocation()
  const [unfolded, setUnfolded] = useState<string | null>(null)
  const [open, setOpen] = useState<'search' | 'help' | null>(null)
  const mini = startsMini(pathname) ? unfolded !== pathname : look.side === 'mini'
  const fold = (): void => { if (startsMini(pathname)) setUnfolded(mini ? pathname : null); else setLook({ side: mini ? 'open' : 'mini' }) }
  useShortcuts({ onSearch: () => setOpen('search'), onHelp: () => setOpen('help'), onFold: fold })
  const main = useRef<HTMLElement>(null)
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title })
  useEffect(() => { document.title = title === undefined ? shell.brand : shell.titled(title(words)) }, [title, words, shell])
  // After a change of page the focus is in the page, not lost at the top of the document. (At first it stays where the browser puts it, before the skip link.)
  const router = useRouter()
  useEffect(() => router.subscribe('onRendered', ({ pathChanged, fromLocation }) => { if (pathChanged && fromLocation !== undefined && (document.activeElement === null || document.activeElement === document.body)) main.current?.focus({ preventScroll: true }) }), [router])
  return (
    <div className='app'>
      <a className='skip' href='#main' onClick={(event) => { event.preventDefault(); main.current?.focus() }}>{shell.skip}</a>
      <TopBar session={session} onSearch={() => setOpen('search')} onHelp={() => setOpen('help')} />
      <div className={mini ? 'body mini' : 'body'}>
        <Side session={session} mini={mini} onFold={fold} />
        <main id='main' ref={main} tabIndex={-1}>{unreachable && <div className='noreach'><Notice kind='amber' mark={<Icon name='warn' size={15} />} title={words.states.offline}>{words.states.offlineWhat}</Notice></div>}<Outlet /></main>
      </div>
      <StatusBar session={session} />
      {open === 'search' && <Search onClose={() => setOpen(null)} />}
      {open === 'help' && <Help onClose={() => setOpen(null)} />}
    </div>
  )
}

/** Keys that work on every page. Letters and brackets never while something is being typed, and only when the person has not switched them off. */
const useShortcuts = (then: { readonly onSearch: () => void; readonly onHelp: () => void; readonly onFold: () => void }): void => {
  const navigate = useNavigate()
  const session = useSession()
  const latest = useRef(then)
  latest.current = then
  useEffect(() => {
    let g = 0
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); latest.current.onSearch(); return }
      const busy = event.target instanceof HTMLElement && event.target.closest('input,textarea,select,[contenteditable=true],[role=dialog],[role=menu]') !== null
      if (busy || event.ctrlKey || event.metaKey || event.altKey || !singleKeys() || event.defaultPrevented) return
      if (event.key === '?') latest.current.onHelp()
      else if (event.key === '[') latest.current.onFold()
      else if (event.key.toLowerCase() === 'g') g = event.timeStamp
      else if (g > 0 && event.timeStamp - g < 1500) {
        const to = groupsFor(session).flatMap((group) => group.entries).find((entry) => entry.key === event.key.toLowerCase())?.to
        g = 0
        if (to !== undefined) { event.preventDefault(); event.stopImmediatePropagation(); void navigate({ to }) }
      }
    }
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [navigate, session])
}
