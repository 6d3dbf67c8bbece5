import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { modelsQuery } from '../../api/models.ts'
import { useText, useWords } from '../../words/words.ts'
import { Mark } from '../../parts/Light.tsx'
import { Loaded } from '../../parts/states.tsx'
import './model.css'

/** The catalogue: what each model looks for, in which organ's work, on which law, and whether its data are there. */
export const ModelsPage = () => {
  const { model: words } = useWords()
  const text = useText()
  const models = useQuery(modelsQuery())
  return (
    <>
      <header className='ldh'><h1>{words.list.title}</h1><span className='hint'>{words.list.hint}</span></header>
      <div className='lab' style={{ gridTemplateColumns: 'minmax(0,1fr)' }}>
        <section className='pane'><div className='bd np scroll'>
          <Loaded query={models}>{(list) => list.length === 0 ? <p className='blank'>{words.list.none}</p> : (
            <table className='mlist'><thead><tr><th>{words.list.title}</th><th className='wide tc'>{words.list.supervised}</th><th>{words.list.inputs}</th><th /></tr></thead><tbody>
              {list.map((model) => { const lack = model.inputs.filter((input) => !input.have); return (
                <tr key={model.id} data-model={model.id}><td><Link to='/models/$id' params={{ id: model.id }}><b>{text(model.title)}</b></Link><div className='sm mut'>{text(model.problem)}</div></td><td className='wide tc'>{model.supervised.join('、')}</td>
                  <td><span className={`light ${lack.length === 0 ? 'green' : 'grey'}`} style={{ fontWeight: 400 }}><Mark light={lack.length === 0 ? 'within' : 'not-started'} />{lack.length === 0 ? words.list.ready : words.missing(lack.map((input) => text(input.title)).join('、'))}</span></td><td className='r nw'><Link className='btn s' to='/models/$id' params={{ id: model.id }}>{words.list.open}</Link></td></tr>
              ) })}
            </tbody></table>
          )}</Loaded>
        </div></section>
      </div>
    </>
  )
}
