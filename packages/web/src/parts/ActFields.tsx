import { useId } from 'react'
import type { AnswerIn, Demand, DemandIn, Field, FileRef, FindingIn, Organ } from '../api/wire.gen.ts'
import { useText, useWords } from '../words/words.ts'
import { DemandList } from '../pages/editor/DemandList.tsx'
import type { Value, Values } from './newAct.ts'
import { Upload } from './Upload.tsx'

/** What the fields of an act may refer to: the organs and the demands of the matter. */
export type Around = { readonly owner: Organ; readonly organs: readonly Organ[]; readonly demands: readonly Demand[] }

/** The form of an act as the server describes it. Nothing about an act is written here: names, labels and choices are data. */
export const ActFields = ({ fields, values, missing = [], around, onChange }: {
  readonly fields: readonly Field[]
  readonly values: Values
  /** Names of fields that are still required. */
  readonly missing?: readonly string[]
  readonly around: Around
  readonly onChange: (name: string, value: Value) => void
}) => (
  <>{fields.map((field) => <ActField key={field.name} field={field} value={values[field.name]} wrong={missing.includes(field.name)} around={around} onChange={(value) => onChange(field.name, value)} />)}</>
)

export const ActField = ({ field, value, wrong, around, onChange }: { readonly field: Field; readonly value: Value; readonly wrong: boolean; readonly around: Around; readonly onChange: (value: Value) => void }) => {
  const text = useText()
  const { form: words } = useWords()
  const id = useId()
  const hint = field.hint === undefined ? null : text(field.hint)
  const many = field.kind === 'demands' || field.kind === 'answers' || field.kind === 'findings' || field.kind === 'files' || field.kind === 'organs' || (field.kind === 'choice' && (field.choices?.length ?? 0) <= 4) || field.kind === 'yes-no'
  const label = <>{text(field.label)}{field.required === true && <span className='red' aria-hidden='true'>*</span>}{wrong && <span className='red sm'>{words.required}</span>}</>
  const body = <Input id={id} field={field} value={value} around={around} wrong={wrong} {...(hint === null ? {} : { describedBy: `${id}-hint` })} onChange={onChange} />
  return many
    ? <fieldset className='fld' data-field={field.name}><legend className='sm mut2 row g6'>{label}</legend>{body}{hint !== null && <span className='hint' id={`${id}-hint`}>{hint}</span>}</fieldset>
    : <div className='fld' data-field={field.name}><label htmlFor={id}>{label}</label>{body}{hint !== null && <span className='hint' id={`${id}-hint`}>{hint}</span>}</div>
}

const Input = ({ id, field, value, around, wrong, describedBy, onChange }: { readonly id: string; readonly field: Field; readonly value: Value; readonly around: Around; readonly wrong: boolean; readonly describedBy?: string; readonly onChange: (value: Value) => void }) => {
  const text = useText()
  const { form: words } = useWords()
  const said = typeof value === 'string' ? value : ''
  const all = { id, 'aria-invalid': wrong || undefined, 'aria-required': field.required, 'aria-describedby': describedBy }
  switch (field.kind) {
    case 'text': return <input className='inp' {...all} value={said} onChange={(event) => onChange(event.target.value)} />
    case 'long-text': return <textarea className='inp area' {...all} rows={said.length > 60 ? 4 : 2} value={said} onChange={(event) => onChange(event.target.value)} />
    case 'day': return <input className='inp' type='date' {...all} value={said} onChange={(event) => onChange(event.target.value)} />
    case 'amount': case 'number': return <input className='inp' inputMode='decimal' {...all} value={said} onChange={(event) => onChange(event.target.value.replace(/[^\d.-]/g, ''))} />
    case 'yes-no': return <div className='rads'>{[true, false].map((yes) => <label key={String(yes)} className={value === yes ? 'on' : undefined}><input type='radio' name={id} checked={value === yes} onChange={() => onChange(yes)} />{yes ? words.yes : words.no}</label>)}</div>
    case 'choice': return (field.choices?.length ?? 0) <= 4
      ? <div className='rads'>{field.choices?.map((choice) => <label key={choice.id} className={said === choice.id ? 'on' : undefined}><input type='radio' name={id} checked={said === choice.id} onChange={() => onChange(choice.id)} />{text(choice.label)}</label>)}</div>
      : <select className='inp' {...all} value={said} onChange={(event) => onChange(event.target.value)}><option value=''>{words.choose}</option>{field.choices?.map((choice) => <option key={choice.id} value={choice.id}>{text(choice.label)}</option>)}</select>
    case 'organ': return <select className='inp' {...all} value={said} onChange={(event) => onChange(event.target.value)}><option value=''>{words.choose}</option>{choicesOf(field, around).map((choice) => <option key={choice.id} value={choice.id}>{text(choice.label)}</option>)}</select>
    case 'organs': {
      const chosen = Array.isArray(value) ? (value as readonly string[]) : []
      const known = choicesOf(field, around)
      // A whole city is not a row of boxes: those chosen stand there, the others wait in a list.
      const shown = known.length <= few ? known : known.filter((choice) => chosen.includes(choice.id))
      return <div className='rads'>{shown.map((choice) => <label key={choice.id} className={chosen.includes(choice.id) ? 'on' : undefined}><input type='checkbox' checked={chosen.includes(choice.id)} onChange={(event) => onChange(event.target.checked ? [...chosen, choice.id] : chosen.filter((one) => one !== choice.id))} />{text(choice.label)}</label>)}
        {shown.length < known.length && <select className='inp' aria-label={`${text(field.label)} ${words.choose}`} aria-invalid={wrong || undefined} value='' onChange={(event) => { if (event.target.value !== '') onChange([...chosen, event.target.value]) }} data-add-organ><option value=''>{chosen.length === 0 ? words.choose : words.another}</option>{known.filter((choice) => !chosen.includes(choice.id)).map((choice) => <option key={choice.id} value={choice.id}>{text(choice.label)}</option>)}</select>}
      </div>
    }
    case 'demands': return <DemandList value={(value ?? []) as readonly DemandIn[]} onChange={onChange} />
    case 'answers': return <PerDemand demands={around.demands} value={(value ?? []) as readonly AnswerIn[]} kind='answers' onChange={onChange} />
    case 'findings': return <PerDemand demands={around.demands} value={(value ?? []) as readonly FindingIn[]} kind='findings' onChange={onChange} />
    case 'files': return <Upload value={(value ?? []) as readonly FileRef[]} onChange={onChange} />
    default: return field.kind satisfies never
  }
}

/** So many organs fit beside each other. */
const few = 5

const choicesOf = (field: Field, around: Around): readonly { readonly id: string; readonly label: Organ['name'] }[] => field.choices ?? around.organs.filter((organ) => organ.id !== around.owner.id || field.name !== 'to').map((organ) => ({ id: organ.id, label: organ.name }))

const answerStates = ['done', 'partly', 'planned', 'disagreed'] as const
const findingResults = ['done', 'partly', 'not-done', 'unverifiable'] as const

/** One answer or finding a demand; a demand that is left untouched is left out. */
const PerDemand = ({ demands, value, kind, onChange }: { readonly demands: readonly Demand[]; readonly value: readonly AnswerIn[] | readonly FindingIn[]; readonly kind: 'answers' | 'findings'; readonly onChange: (value: Value) => void }) => {
  const { record, form: words } = useWords()
  const id = useId()
  const list = value as readonly { readonly demand: number; readonly text: string; readonly evidence?: FileRef[]; readonly state?: string; readonly result?: string }[]
  const set = (no: number, change: object): void => {
    const before = list.find((one) => one.demand === no) ?? { demand: no, text: '' }
    onChange([...list.filter((one) => one.demand !== no), { ...before, ...change }].sort((a, b) => a.demand - b.demand) as unknown as Value)
  }
  return (
    <div className='dvals'>
      {demands.filter((demand) => demand.state !== 'withdrawn').map((demand) => {
        const now = list.find((one) => one.demand === demand.no)
        return (
          <div className='dval' key={demand.no} data-demand={demand.no}>
            <div className='q'><span className='dmn'>{record.ordinal(demand.no)}</span><div>{demand.text}{demand.answer !== null && kind === 'findings' && <span className='sm mut' style={{ display: 'block' }}>{record.demands.answerState[demand.answer.state]}：{demand.answer.text}</span>}{demand.verifiedHow !== undefined && <span className='sm mut' style={{ display: 'block' }}>{record.demands.verifiedHow} {demand.verifiedHow}</span>}</div></div>
            <div className='rads' role='radiogroup' aria-label={demand.text}>
              {kind === 'answers'
                ? answerStates.map((state) => <label key={state} className={now?.state === state ? 'on' : undefined}><input type='radio' name={`${id}-${demand.no}`} checked={now?.state === state} onChange={() => set(demand.no, { state })} />{record.demands.answerState[state]}</label>)
                : findingResults.map((result) => <label key={result} className={now?.result === result ? 'on' : undefined}><input type='radio' name={`${id}-${demand.no}`} checked={now?.result === result} onChange={() => set(demand.no, { result })} />{record.demands.result[result]}</label>)}
            </div>
            {now !== undefined && <><textarea className='inp area' rows={2} value={now.text} aria-label={words.says(demand.no)} onChange={(event) => set(demand.no, { text: event.target.value })} /><Upload value={now.evidence ?? []} onChange={(evidence) => set(demand.no, { evidence })} /></>}
          </div>
        )
      })}
    </div>
  )
}
