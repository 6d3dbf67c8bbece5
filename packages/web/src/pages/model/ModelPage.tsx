import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Model, Problem } from '../../api/wire.gen.ts'
import { modelQuery, runModel, runQuery } from '../../api/models.ts'
import { useSession } from '../../api/session.ts'
import { useText, useWords } from '../../words/words.ts'
import { Icon } from '../../parts/Icon.tsx'
import { LawChip } from '../../parts/LawChip.tsx'
import { Loaded } from '../../parts/states.tsx'
import { ClueDesk } from '../clues/ClueDesk.tsx'
import { Funnel } from './Funnel.tsx'
import { Parameters, type Changed } from './Parameters.tsx'
import './model.css'

/** One model: its funnel, its parameters, the clues of the run that is looked at, and the query it compiles to. */
export const ModelPage = () => {
  const { id } = useParams({ strict: false }) as { readonly id: string }
  const model = useQuery(modelQuery(id))
  return <Loaded query={model}>{(loaded) => <Lab key={loaded.id} model={loaded} />}</Loaded>
}

const Lab = ({ model }: { readonly model: Model }) => {
  const { model: words, day } = useWords()
  const text = useText()
  const session = useSession()
  const queries = useQueryClient()
  const search = useSearch({ strict: false }) as { readonly clue?: string }
  const [changed, setChanged] = useState<Changed>({})
  const [asOf, setAsOf] = useState(session.today)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [runId, setRunId] = useState(model.lastRun)
  const [sql, setSql] = useState(false)
  const run = useQuery({ ...runQuery(runId ?? ''), enabled: runId !== null, refetchInterval: (query) => (query.state.data?.state === 'running' ? 800 : false) })
  const lack = model.inputs.filter((input) => !input.have)
  const start = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const made = await runModel(model.id, { asOf, ...(Object.keys(changed).length === 0 ? {} : { parameters: changed }) })
    setBusy(false)
    if (!made.ok) { setProblem(made.problem); return }
    queries.setQueryData(runQuery(made.value.id).queryKey, made.value)
    setRunId(made.value.id)
    await queries.invalidateQueries({ queryKey: ['clues'] })
    await queries.invalidateQueries({ queryKey: ['models'] })
  }
  const running = busy || run.data?.state === 'running'
  return (
    <>
      <header className='ldh'>
        <span className='crumb'><Link to='/models'>{words.crumb}</Link><Icon name='right' size={11} /></span><h1 title={text(model.problem)}>{text(model.title)}</h1>
        <span className='chip blue'><Icon name='branch' size={13} />{model.version}</span>
        {run.data !== undefined && <span className='hint nw ell xl'>{words.at(day.momentBrief(run.data.at))}{run.data.millis !== null && ` · ${words.took((run.data.millis / 1000).toFixed(1))}`} · {words.asOf} {run.data.asOf}</span>}
        <div className='sp' />
        {lack.length > 0 && <span className='hint amber ell'>{words.missing(lack.map((input) => text(input.title)).join('、'))}</span>}
        <button type='button' className='btn s' aria-pressed={sql} onClick={() => setSql(!sql)} data-sql>{sql ? words.sql.hide : words.sql.show}</button>
        <label className='row g4 sm mut2 xl nw'>{words.asOf}<input className='inp' type='date' style={{ minHeight: 28, width: 138 }} value={asOf} max={session.today} onChange={(event) => setAsOf(event.target.value)} /></label>
        <button type='button' className={run.data === undefined ? 'btn s p' : 'btn s'} disabled={running} onClick={() => void start()} data-run><Icon name='play' size={13} />{running ? words.running : words.run}</button>
      </header>
      <ClueDesk model={model.id} wanted={search.clue} side={
        <div className='stack funnelcol'>
          {problem !== null && <div className='refused' role='alert'><b>{problem.title}</b><p>{problem.detail}</p></div>}
          {run.data?.problem !== null && run.data?.problem !== undefined && <div className='refused' role='alert'><b>{run.data.state === 'interrupted' ? words.interrupted : words.failed}</b><p>{run.data.problem.detail}</p></div>}
          <Funnel model={model} run={run.data} />
          <Parameters model={model} changed={changed} onChange={setChanged} />
          <section className='pane wide f'><div className='hd'><h2>{words.basis.title}</h2></div><div className='bd scroll'>{model.basis.map((basis) => <div key={`${basis.law}${basis.article}`} style={{ marginBottom: 8 }}><LawChip>{`${basis.law} ${basis.article}`}</LawChip><p className='lawtext'>{basis.says}</p></div>)}</div></section>
        </div>
      } over={sql ? <Sql sql={model.sql} /> : undefined} />
    </>
  )
}

const Sql = ({ sql }: { readonly sql: string }) => {
  const { model: words } = useWords()
  const [copied, setCopied] = useState(false)
  return <section className='pane grow'><div className='hd'><h2>{words.sql.title}</h2><span className='hint'>{words.sql.hint}</span><div className='sp' /><button type='button' className='lnk' onClick={() => { void navigator.clipboard?.writeText(sql).then(() => setCopied(true)) }}>{copied ? words.sql.copied : words.sql.copy}</button></div><pre className='sqlbox' tabIndex={0}>{sql}</pre></section>
}
