// The states of UX §6: empty, loading, error, not allowed, conflict. Every one says what is so, what is safe and what can be done.
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { ApiProblem } from '../api/client.ts'
import type { Problem } from '../api/wire.gen.ts'
import { useWords } from '../words/words.ts'
import { Icon, type IconName } from './Icon.tsx'
import { LawChip } from './LawChip.tsx'
import './states.css'

/** Shows what a query brought; before that a skeleton, when it failed the problem. A value once seen stays while it is renewed. */
export const Loaded = <T,>({ query, children }: { readonly query: UseQueryResult<T>; readonly children: (value: T) => ReactNode }) => {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Loading onCancel={undefined} />
}

/** Nothing for 0.3 s, then a skeleton, after 2 s also a sentence. */
export const Loading = ({ line, onCancel }: { readonly line?: string; readonly onCancel?: (() => void) | undefined }) => {
  const { states: words } = useWords()
  const [phase, setPhase] = useState<0 | 1 | 2>(0)
  useEffect(() => {
    const timers = [setTimeout(() => setPhase(1), 300), setTimeout(() => setPhase(2), 2000)]
    return () => timers.forEach(clearTimeout)
  }, [])
  if (phase === 0) return <div className='skel' aria-busy='true' />
  return (
    <div className='skel' aria-busy='true'>
      <Bones />
      <p role='status' className={phase === 2 ? 'row sm mut' : 'sr'}><Icon name='clock' size={14} /><span>{phase === 2 ? line ?? words.slow : words.loading}</span>{phase === 2 && onCancel !== undefined && <button type='button' className='btn s t' onClick={onCancel}>{words.cancel}</button>}</p>
    </div>
  )
}

export const Bones = () => <div aria-hidden='true'><i style={{ width: '38%' }} /><i /><i style={{ width: '86%' }} /><i style={{ width: '62%' }} /></div>

/** Why it is empty, what comes next, one or two links. */
export const Empty = ({ title, icon = 'check', children, actions }: { readonly title: string; readonly icon?: IconName; readonly children?: ReactNode; readonly actions?: ReactNode }) => (
  <div className='empty'><span className='o'><Icon name={icon} size={22} /></span><b>{title}</b>{children !== undefined && <p>{children}</p>}{actions !== undefined && <div className='row'>{actions}</div>}</div>
)

/** A box with an edge in the colour of its kind: something to know before going on. */
export const Notice = ({ kind, mark, title, children, actions }: { readonly kind: 'red' | 'amber' | 'green' | 'blue' | 'grey'; readonly mark: ReactNode; readonly title: ReactNode; readonly children?: ReactNode; readonly actions?: ReactNode }) => (
  <div className={`notice ${kind}`} role={kind === 'red' || kind === 'amber' ? 'alert' : undefined}><span className='k'>{mark}</span><div><b>{title}</b>{children !== undefined && <small>{children}</small>}{actions !== undefined && <div className='row g6'>{actions}</div>}</div></div>
)

export const problemOf = (error: unknown): Problem | null => (error instanceof ApiProblem ? error.problem : null)

/** What did not happen, what is safe, what to do now, and a code. Never a stack trace. */
export const Failed = ({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) => {
  const { states: words } = useWords()
  const problem = problemOf(error)
  if (problem?.status === 404) return <Empty title={words.notFound} icon='search'>{words.notFoundWhat}</Empty>
  if (problem?.status === 403) return <div className='failed'><Refused problem={problem} /></div>
  return <div className='failed'><ProblemBox problem={problem} onRetry={onRetry} /></div>
}

export const ProblemBox = ({ problem, onRetry }: { readonly problem: Problem | null; readonly onRetry?: (() => void) | undefined }) => {
  const { states: words } = useWords()
  return (
    <Notice kind='red' mark={<Icon name='warn' size={15} />} title={problem?.title ?? words.failed} actions={<>{onRetry !== undefined && <button type='button' className='btn s' onClick={onRetry}>{words.retry}</button>}<span className='mono sm mut'>{problem?.code ?? ''}</span></>}>
      {problem === null || problem.detail === '' ? words.safe : problem.detail}
      {problem?.errors?.map((error) => <span key={`${error.field}${error.message}`} style={{ display: 'block' }}>{error.field}：{error.message}</span>)}
    </Notice>
  )
}

/** Not allowed: the lock, the reason, the provision, the earliest day. */
export const Refused = ({ problem }: { readonly problem: Problem }) => {
  const { states: words, day } = useWords()
  return (
    <Notice kind='grey' mark={<Icon name='lock' size={15} />} title={problem.title} actions={problem.provision === undefined ? undefined : <LawChip>{problem.provision}</LawChip>}>
      {problem.detail}{problem.earliest !== undefined && ` ${words.earliest(day.short(problem.earliest))}`}
    </Notice>
  )
}
