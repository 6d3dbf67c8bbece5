import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { lawSearchQuery } from '../api/law.ts'
import { mattersQuery } from '../api/matters.ts'
import { useSession } from '../api/session.ts'
import { Dialog } from '../parts/Drawer.tsx'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { paths } from '../paths.ts'
import { useText, useWords } from '../words/words.ts'
import { plainBrackets } from './brackets.ts'
import { groupsFor } from './navigation.ts'

type Hit = { readonly key: string; readonly icon: IconName; readonly title: string; readonly note: string; readonly go: () => void }

/** One box for numbers, organs, titles and pages. Sealed matters are never found, counted or completed by those who may not see them. */
export const Search = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords()
  const { shell } = words
  const text = useText()
  const session = useSession()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(plainBrackets(typed)), 180)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({ ...mattersQuery({ q: asked, limit: '12' }), enabled: asked.length > 0 })
  const law = useQuery({ ...lawSearchQuery(asked), enabled: asked.trim().length > 1 })
  const liaison = session.post.office === 'liaison'
  const pages: readonly Hit[] = groupsFor(session).flatMap((group) => group.entries).filter((entry) => typed.trim() === '' || entry.title(words).includes(typed.trim())).map((entry) => ({ key: entry.to, icon: entry.icon, title: entry.title(words), note: shell.search.go, go: () => void navigate({ to: entry.to }) }))
  const matters: readonly Hit[] = asked === '' ? [] : (found.data?.items ?? []).map((matter) => ({ key: matter.id, icon: 'list', title: matter.title, note: [matter.no, matter.subject === null ? '' : text(matter.subject.short), text(matter.stage)].filter((part) => part !== '').join(' · '), go: () => void navigate({ to: liaison ? paths.liaisonMatter : paths.matter, params: { id: matter.id } }) }))
  // A word finds the law too; the whole answer is one line further, in the library.
  const inLaw = asked.trim().length > 1 ? (law.data?.items ?? []).filter((hit) => hit.kind === 'rule' || hit.kind === 'procedure') : []
  const rules: readonly Hit[] = [
    ...inLaw.slice(0, 5).map((hit) => ({ key: `law-${hit.id}`, icon: hit.kind === 'rule' ? 'book' as const : 'flow' as const, title: text(hit.title), note: text(hit.note), go: () => void navigate({ to: hit.kind === 'rule' ? paths.rule : paths.lawProcedure, params: { id: hit.id } }) })),
    ...(inLaw.length > 5 ? [{ key: 'law-all', icon: 'search' as const, title: `${words.library.title}：${asked}`, note: words.library.rulesOf(String(inLaw.length)), go: () => void navigate({ to: paths.rules, search: { q: asked } }) }] : []),
  ]
  const hits = [...matters, ...rules, ...pages]
  const keys = (event: KeyboardEvent): void => {
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : null
    if (to !== null) { event.preventDefault(); setAt(Math.max(0, Math.min(hits.length - 1, to))) }
    if (event.key === 'Enter' && hits[at] !== undefined) { event.preventDefault(); hits[at].go(); onClose() }
  }
  return (
    <Dialog title={shell.search.title} onClose={onClose} foot={<span className='hint sp'>{shell.search.hintKeys}</span>}>
      <div className='finder' onKeyDown={keys}>
        <label className='inp'><Icon name='search' size={16} /><input autoFocus role='combobox' aria-expanded='true' aria-controls='hits' aria-activedescendant={`hit-${at}`} aria-label={shell.search.label} placeholder={shell.search.hint} value={typed} onChange={(event) => { setTyped(event.target.value); setAt(0) }} /></label>
        {asked !== '' && found.data?.items.length === 0 && inLaw.length === 0 && <p className='hint'>{shell.search.none(typed)}</p>}
        {typed === '' && <p className='hint'>{shell.search.typing}</p>}
        <ul id='hits' role='listbox'>{hits.map((hit, i) => <li key={hit.key} id={`hit-${i}`} role='option' aria-selected={i === at} className={i === at ? 'on' : undefined} onMouseEnter={() => setAt(i)} onClick={() => { hit.go(); onClose() }}><Icon name={hit.icon} size={15} /><span className='ell'>{hit.title}</span><span className='hint nw'>{hit.note}</span></li>)}</ul>
      </div>
    </Dialog>
  )
}
