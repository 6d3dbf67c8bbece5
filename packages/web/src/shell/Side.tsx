import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Session } from '../api/wire.gen.ts'
import { Icon } from '../parts/Icon.tsx'
import { useWords } from '../words/words.ts'
import { groupsFor } from './navigation.ts'

/** Navigation of the role. Folded it keeps its icons, with names as labels and tooltips. */
export const Side = ({ session, mini, onFold }: { readonly session: Session; readonly mini: boolean; readonly onFold: () => void }) => {
  const words = useWords()
  const counts = session.post.counts
  return (
    <nav className='side' aria-label={words.shell.main}>
      {groupsFor(session).map((group, i) => (
        <Fragment key={i}>
          {group.title !== undefined && <div className='grp'>{group.title(words)}</div>}
          {group.entries.map((entry, n) => {
            const title = entry.title(words)
            const count = i === 0 && n === 0 && counts !== undefined ? counts.overdue + counts.near : 0
            return <Link key={entry.to} to={entry.to} className='nav' activeProps={{ className: 'nav on', 'aria-current': 'page' }} title={title} aria-label={title}><Icon name={entry.icon} size={17} /><span>{title}</span>{count > 0 && <em>{count}</em>}</Link>
          })}
        </Fragment>
      ))}
      <div className='sp' />
      <button type='button' className='nav' onClick={onFold} title={mini ? words.shell.expand : words.shell.collapse} aria-expanded={!mini}><Icon name={mini ? 'right' : 'left'} size={17} /><span>{words.shell.collapse}</span><em>[</em></button>
    </nav>
  )
}
