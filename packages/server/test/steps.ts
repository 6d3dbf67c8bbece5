// Putting acts on record over HTTP as the interface does: what is permitted now, its form filled in, the version that was seen.
import type { ActDone, Client, Matter, Reply } from './office.ts'

type Permission = Matter['permitted'][number]
type Field = NonNullable<Permission['form']>[number]

const sample = (field: Field, matter: Matter): unknown => {
  switch (field.kind) {
    case 'day': return '2026-03-02'
    case 'choice': return field.choices?.[0]?.id
    case 'organ': return matter.subject?.id
    case 'organs': return [matter.subject?.id]
    case 'demands': return [{ no: 1, text: '对2处超标排口依法处理', standard: '复测达标', by: '2026-05-20' }, { no: 2, text: '对7处未登记排口逐一溯源', standard: '台账7份' }]
    case 'answers': return matter.demands.map(({ no }) => ({ demand: no, state: 'done', text: '已经落实' }))
    case 'findings': return matter.demands.map(({ no }) => ({ demand: no, result: 'done', text: '现场核实' }))
    case 'files': return []
    case 'amount': case 'number': return 1
    case 'yes-no': return true
    case 'text': case 'long-text': return '大黑河干流部分入河排污口超标排放。'
  }
}

const own = new Set(['on', 'at', 'to', 'what', 'result', 'of', 'instrument'])

/** The body of an act from the form of its permission: required fields sampled, `values` on top; `of` the drafting act unless told. */
export function bodyOf(permission: Permission, matter: Matter, values: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const act: Record<string, unknown> = { act: permission.act, key: permission.key, ...(permission.instrument === undefined ? {} : { instrument: permission.instrument }) }
  const form: Record<string, unknown> = {}
  for (const field of permission.form ?? []) {
    const value = values[field.name] ?? (field.required === true ? sample(field, matter) : undefined)
    if (value === undefined) continue
    if (field.kind === 'demands' || field.kind === 'answers' || field.kind === 'findings') act[field.kind] = value
    else if (field.kind === 'files') act['files'] = value
    else if (own.has(field.name)) act[field.name] = field.kind === 'organ' || field.kind === 'organs' ? [value].flat() : value
    else form[field.name] = value
  }
  const draft = matter.instruments.at(-1)?.n
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => own.has(name)))
  return { ...act, ...(Object.keys(form).length === 0 ? {} : { form }), ...(act['of'] === undefined && draft !== undefined && permission.act !== 'draft' ? { of: draft } : {}), ...rest }
}

export const matterOf = (client: Client, id: string): Promise<Matter> => client.get<Matter>(`/api/matters/${id}`)

/** Tries an act by its key in the procedure. */
export async function tryStep(client: Client, id: string, key: string, values: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const matter = await matterOf(client, id)
  const permission = matter.permitted.find((one) => one.key === key)
  if (permission === undefined) throw new Error(`${key} is not among ${matter.permitted.map((one) => one.key).join(', ')}`)
  return client.call('POST', `/api/matters/${id}/acts`, bodyOf(permission, matter, values), { 'if-match': `"${matter.version}"`, ...headers })
}

/** Puts an act on record; fails with the server's own words when it is refused. */
export async function step(client: Client, id: string, key: string, values: Readonly<Record<string, unknown>> = {}): Promise<ActDone> {
  const done = await tryStep(client, id, key, values)
  if (done.status !== 201) throw new Error(`${key}: ${done.status} ${done.text}`)
  return done.body as ActDone
}

export async function open(client: Client, more: Readonly<Record<string, unknown>> = {}): Promise<Matter> {
  const got = await client.call('POST', '/api/matters', { procedure: 'administrative-public-interest', title: '大黑河入河排污口', subject: 'ecology', ...more })
  if (got.status !== 201) throw new Error(`opening: ${got.status} ${got.text}`)
  return got.body as Matter
}
