import type { Model } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { Icon } from '../../parts/Icon.tsx'

export type Changed = Readonly<Record<string, string>>

/** Parameters in words. What the law fixes is locked and names its source; the rest is used by the next run. */
export const Parameters = ({ model, changed, onChange }: { readonly model: Model; readonly changed: Changed; readonly onChange: (changed: Changed) => void }) => {
  const { model: words } = useWords()
  const text = useText()
  if (model.parameters.length === 0) return null
  return (
    <section className='pane grow'>
      <div className='hd'><h2>{words.parameters.title}</h2><span className='sp' />{Object.keys(changed).length > 0 && <span className='hint'>{words.parameters.changed}</span>}</div>
      <div className='bd scroll'>
        <div className='prm'>
          {model.parameters.map((parameter) => (
            <div key={parameter.id} style={{ display: 'contents' }}>
              <label htmlFor={`prm-${parameter.id}`}>{text(parameter.title)}<small>{parameter.source}</small></label>
              {parameter.fixedByLaw
                ? <span className='inp auto' id={`prm-${parameter.id}`} title={words.parameters.locked}><span className='ell'>{parameter.value} {parameter.unit}</span><Icon name='lock' size={13} /><span className='sr'>{words.parameters.locked}</span></span>
                : <input className='inp' id={`prm-${parameter.id}`} value={changed[parameter.id] ?? parameter.value} onChange={(event) => { const { [parameter.id]: _, ...rest } = changed; onChange(event.target.value === parameter.value ? rest : { ...rest, [parameter.id]: event.target.value }) }} />}
            </div>
          ))}
        </div>
      </div>
    </section>
  )
}
