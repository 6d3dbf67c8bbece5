// From what a person filled in to the body that is put on record. One place, for the drawer, the editor and the liaison desk.
import type { AnswerIn, DemandIn, Field, FileRef, FindingIn, NewAct, Permission } from '../api/wire.gen.ts'

/** What a person filled in, by field name. Text kinds hold strings, `organs` a list of ids, the others their own lists. */
export type Values = Readonly<Record<string, Value>>
export type Value = string | boolean | readonly string[] | readonly DemandIn[] | readonly AnswerIn[] | readonly FindingIn[] | readonly FileRef[] | undefined

/** Names that are parts of the act itself; every other field goes into `form`. */
const own = new Set(['on', 'at', 'to', 'what', 'result', 'of', 'instrument'])

const empty = (value: Value): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const day: Pick<Field, 'name' | 'kind'> = { name: 'on', kind: 'day' }

/** Names of required fields that are still empty. */
export const missing = (fields: readonly Field[], values: Values): readonly string[] =>
  fields.filter((field) => field.required === true && empty(values[field.name])).map((field) => field.name)

/** The body of `POST /api/matters/{id}/acts`. Empty fields are left out; `of` and amounts become numbers. */
export const newAct = (permission: Permission, values: Values): NewAct => {
  const act: Record<string, unknown> = { act: permission.act, key: permission.key, ...(permission.instrument === undefined ? {} : { instrument: permission.instrument }) }
  const form: Record<string, unknown> = {}
  const fields: readonly Pick<Field, 'name' | 'kind'>[] = [...(permission.form ?? []), day]
  for (const field of fields) {
    const value = values[field.name]
    if (empty(value)) continue
    switch (field.kind) {
      case 'demands': case 'answers': case 'findings':
        act[field.kind] = value
        break
      case 'files':
        act.files = [...((act.files as readonly FileRef[] | undefined) ?? []), ...(value as readonly FileRef[])]
        break
      case 'organ': case 'organs':
        if (own.has(field.name)) act[field.name] = Array.isArray(value) ? value : [value]
        else form[field.name] = value
        break
      case 'amount': case 'number':
        if (own.has(field.name)) act[field.name] = Number(value)
        else form[field.name] = Number(value)
        break
      case 'text': case 'long-text': case 'day': case 'choice': case 'yes-no':
        if (field.name === 'of') act.of = Number(value)
        else if (own.has(field.name)) act[field.name] = value
        else form[field.name] = value
        break
      default: return never(field.kind)
    }
  }
  return (Object.keys(form).length === 0 ? act : { ...act, form }) as NewAct
}

const never = (kind: never): never => { throw new Error(`A kind of field that no form knows: ${String(kind)}`) }
