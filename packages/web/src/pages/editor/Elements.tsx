import type { Check, DemandIn, Field, Matter } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { ActField } from '../../parts/ActFields.tsx'
import type { Value, Values } from '../../parts/newAct.ts'
import { DemandList } from './DemandList.tsx'

type Group = 'to' | 'facts' | 'demands' | 'more'

/** Where a field belongs follows from its kind: organs to whom; long texts, files and required sentences what was found; demands what is asked. */
const groupOf = (field: Field): Group => (field.kind === 'organ' || field.kind === 'organs' ? 'to' : field.kind === 'demands' ? 'demands' : field.kind === 'long-text' || field.kind === 'files' || (field.kind === 'text' && field.required === true) ? 'facts' : 'more')

/** The elements of the instrument as a form, in the order of writing. */
export const Elements = ({ fields, values, wrong, checks, matter, onChange, onTyped }: {
  readonly fields: readonly Field[]
  readonly values: Values
  readonly wrong: readonly string[]
  readonly checks: readonly Check[]
  readonly matter: Matter
  readonly onChange: (name: string, value: Value) => void
  readonly onTyped: (name: string) => void
}) => {
  const { editor: words } = useWords()
  const text = useText()
  const groups: readonly { readonly id: Group; readonly title: string; readonly hint: string }[] = [
    { id: 'to', title: words.groups.to, hint: words.groups.toHint }, { id: 'facts', title: words.groups.facts, hint: words.groups.factsHint },
    { id: 'demands', title: words.groups.demands, hint: words.groups.demandsHint }, { id: 'more', title: words.groups.more, hint: words.groups.moreHint },
  ]
  const shown = groups.filter((group) => fields.some((field) => groupOf(field) === group.id))
  return (
    <>
      {shown.map((group, i) => (
        <div key={group.id} role='group' aria-label={group.title}>
          <div className='fh'><span className='nn'>{i + 1}</span>{group.title}<span className='hint xl'>{group.hint}</span></div>
          <div className='group'>
            {fields.filter((field) => groupOf(field) === group.id).map((field) => field.kind === 'demands'
              ? <div key={field.name} data-field={field.name} aria-label={text(field.label)}><DemandList value={(values[field.name] ?? []) as readonly DemandIn[]} checks={checks} onChange={(demands) => onChange(field.name, demands)} onTyped={onTyped} />{wrong.includes(field.name) && <span className='sm red'>{words.act.missing(text(field.label))}</span>}</div>
              : <ActField key={field.name} field={field} value={values[field.name]} wrong={wrong.includes(field.name)} around={matter} onChange={(value) => { onTyped(field.name); onChange(field.name, value) }} />)}
          </div>
        </div>
      ))}
    </>
  )
}
