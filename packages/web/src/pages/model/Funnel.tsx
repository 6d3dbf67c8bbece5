import type { Model, Run } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'

const width = (rows: number, most: number): number => (rows <= 0 || most <= 0 ? 0 : Math.max(2, (Math.log10(rows + 1) / Math.log10(most + 1)) * 100))

/** The steps of a model with the rows that were left after each; without a run, the steps alone. */
export const Funnel = ({ model, run }: { readonly model: Model; readonly run: Run | undefined }) => {
  const { model: words, number } = useWords()
  const text = useText()
  const steps = run === undefined || run.steps.length === 0 ? model.steps.map((step) => ({ ...step, rows: null })) : run.steps
  const most = Math.max(1, ...steps.map((step) => step.rows ?? 0))
  return (
    <section className='pane'>
      <div className='hd'><h2>{run === undefined ? words.steps.definition : words.steps.title}</h2><span className='hint'>{run === undefined ? words.steps.none : words.steps.hint}</span></div>
      <ol className='bd np scroll'>
        {steps.map((step, i) => {
          const before = steps[i - 1]?.rows ?? null
          const change = step.rows === null || before === null || step.rows === before ? '' : step.rows <= before ? words.steps.less(number(before - step.rows)) : words.steps.more(number(step.rows - before))
          return (
            <li className='fst' key={step.id}>
              <span className='n'>{i + 1}</span><span className='t ell' title={text(step.title)}>{text(step.title)}</span><span className='v'>{step.rows === null ? '' : number(step.rows)}</span>
              <span className='s'><span className='ell sp' title={text(step.detail)}>{text(step.detail)}</span>{change !== '' && <span className='nw'>{change}</span>}</span>
              {step.rows !== null && <span className='fb'><i style={{ width: `${width(step.rows, most)}%` }} /></span>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
