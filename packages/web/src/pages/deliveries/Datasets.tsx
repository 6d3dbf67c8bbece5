import type { Dataset } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { Mark } from '../../parts/Light.tsx'
import './deliveries.css'

const tone: Readonly<Record<string, string>> = { overdue: 'red', near: 'amber', within: 'green', done: 'green', review: 'amber' }

/** The agreed datasets with their freshness. */
export const Datasets = ({ datasets, selected, onSelect }: { readonly datasets: readonly Dataset[]; readonly selected: string | undefined; readonly onSelect: (id: string) => void }) => {
  const { deliveries: words, day } = useWords()
  const text = useText()
  const late = datasets.filter((dataset) => dataset.last?.light === 'overdue').length
  return (
    <section className='pane'>
      <div className='hd'><h2>{words.agreed.title}</h2><div className='sp' /><span className='hint'>{words.agreed.count(datasets.length, late)}</span></div>
      <div className='bd np scroll'>
        {datasets.length === 0 && <p className='blank'>{words.agreed.none}</p>}
        {datasets.map((dataset) => {
          const light = dataset.last?.light ?? 'not-started'
          return (
            <button key={dataset.id} type='button' className={dataset.id === selected ? 'dsr on' : 'dsr'} aria-pressed={dataset.id === selected} onClick={() => onSelect(dataset.id)} data-dataset={dataset.id}>
              <span className='a ell' title={text(dataset.title)}>{text(dataset.title)}</span><span className={`light ${tone[light] ?? 'grey'}`}><Mark light={light} />{words.agreed.light[light]}</span>
              <span className='z ell'>{text(dataset.provider)} · {text(dataset.cadence)}</span><span className='z nw'>{dataset.last === null ? words.agreed.never : day.momentBrief(dataset.last.at)}</span>
            </button>
          )
        })}
      </div>
    </section>
  )
}
