import type { ReactNode } from 'react'
import type { Delivery, Light, Problem } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { Mark } from '../../parts/Light.tsx'
import { size } from '../../parts/Upload.tsx'
import './deliveries.css'

const mark: Readonly<Record<Delivery['steps'][number]['state'], Light>> = { done: 'done', now: 'within', next: 'not-started', failed: 'overdue' }

/** One delivery: the file, the steps of its check, the figures; or in clear words why it cannot be checked. */
export const Batch = ({ delivery, children }: { readonly delivery: Delivery; readonly children?: ReactNode }) => {
  const { deliveries: words, number, day } = useWords()
  const text = useText()
  const percent = (n: number): string => `${delivery.rows === 0 ? 0 : (n / delivery.rows) * 100}%`
  return (
    <section className='pane'>
      <div className='upr'>
        <span className='f'>{delivery.file.split('.').at(-1)?.toUpperCase().slice(0, 7)}</span>
        <div style={{ minWidth: 0 }}>
          <div className='row'><b className='ell' title={delivery.file}>{delivery.file}</b>{delivery.provider !== null && <span className='chip teal'>{text(delivery.provider.short)}</span>}<span className={delivery.state === 'accepted' ? 'chip green' : delivery.state === 'failed' || delivery.state === 'refused' ? 'chip red' : 'chip amber'} data-state={delivery.state}>{words.batch.state[delivery.state]}</span></div>
          <div className='sm mut ell'>{size(delivery.size)} · {words.batch.rows(number(delivery.rows))} · {words.batch.sm3} <span className='mono'>{delivery.sm3.slice(0, 4)}…{delivery.sm3.slice(-4)}</span> · {words.batch.by(day.momentBrief(delivery.at), delivery.deliveredBy)}{delivery.coverage.from !== null && delivery.coverage.to !== null && <> · {words.batch.coverage} {words.batch.from(delivery.coverage.from, delivery.coverage.to)}</>}</div>
        </div>
        {children}
      </div>
      <ol className='sgs'>{delivery.steps.map((step) => <li key={step.id} className={step.state}><span className={`m ${step.state === 'failed' ? 'red' : step.state === 'now' ? 'blue' : step.state === 'done' ? 'green' : ''}`}><Mark light={mark[step.state]} size={14} /></span><b>{text(step.title)}</b>{step.detail === '' ? words.batch.step[step.state] : step.detail}<span className='sr'> {words.batch.step[step.state]}</span></li>)}</ol>
      {delivery.problem === null
        ? (
          <>
            <div className='cnts'>
              <div><small>{words.batch.checked}</small><b>{number(delivery.accepted + delivery.rejected)} <span>/ {number(delivery.rows)} {words.batch.unit}</span></b></div>
              <div><small>{words.batch.accepted}</small><b className='green'>{number(delivery.accepted)}</b></div>
              <div><small>{words.batch.rejected}</small><b className='amber'>{number(delivery.rejected)}</b></div>
              <div><small>{words.batch.reported}</small><b>{number(delivery.reported)}</b></div>
            </div>
            <div className='pbar' role='img' aria-label={words.batch.bar(number(delivery.accepted), number(delivery.rejected))}><i style={{ width: percent(delivery.accepted), background: 'var(--green-s)' }} /><i style={{ width: percent(delivery.rejected), background: 'var(--amber-s)' }} /></div>
          </>
        )
        : <FileProblem problem={delivery.problem} />}
    </section>
  )
}

/** What is wrong with a file, where, and what to do: never a stack trace. */
export const FileProblem = ({ problem }: { readonly problem: Problem }) => {
  const { deliveries: words } = useWords()
  return (
    <div className='probl' role='alert'>
      <b>{words.batch.problem}：{problem.title}</b>
      <dl>
        <dt>{words.batch.what}</dt><dd>{problem.detail}</dd>
        {(problem.errors ?? []).slice(0, 8).map((error, i) => <div key={i} style={{ display: 'contents' }}><dt>{words.batch.where}</dt><dd>{[error.line === undefined ? '' : words.batch.line(error.line), error.column === undefined ? '' : words.batch.column(error.column), error.field, error.message].filter((part) => part !== '').join(' · ')}</dd></div>)}
        <dt>{words.batch.code}</dt><dd className='mono'>{problem.code}</dd>
      </dl>
      <p className='sm mut2'>{words.upload.safe}</p>
    </div>
  )
}
