// Every kind of matter can be begun by somebody of an ordinary office, over HTTP, with the form that the office is shown.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import { lawbook } from '@hengjian/law'
import type * as wire from '../src/http/wire.ts'
import { openOffice, type Client, type Matter, type Office, type Problem } from './office.ts'

type Summary = z.infer<typeof wire.ProcedureSummary>
type Permission = z.infer<typeof wire.Permission>

let office: Office
const clients = new Map<string, Client>()
const kinds = new Map<string, ReadonlyMap<string, Summary>>()
before(async () => {
  office = await openOffice('2026-11-30T09:00+08:00')
  for (const name of ['lin', 'cases', 'head', 'chief', 'npc', 'eco'] as const) {
    const client = await office.signIn(name)
    clients.set(name, client)
    kinds.set(name, new Map((await client.get<{ items: Summary[] }>('/api/procedures')).items.map((one) => [one.id, one])))
  }
})
after(async () => { await office?.close() })

/** A value for every required field, as a person would choose it from what is offered. */
function filled({ key, act, form = [] }: Permission): Record<string, unknown> {
  const first: Record<string, unknown> = { act, key }
  const inForm: Record<string, unknown> = {}
  for (const { name, kind, choices, required } of form) {
    if (required !== true) continue
    const chosen = choices?.[0]?.id
    const value = kind === 'day' ? '2026-11-30' : kind === 'choice' ? chosen : kind === 'number' || kind === 'amount' ? 3 : kind === 'yes-no' ? true : kind === 'organs' ? [chosen] : kind === 'organ' ? (name === 'to' ? [chosen] : chosen) : kind === 'demands' ? [{ no: 1, text: '七处未登记排口：溯源并建台账' }] : kind === 'files' ? [] : '如实填写'
    if (kind === 'demands' || name === 'to') first[name] = value
    else inForm[name] = value
  }
  return { ...first, ...(Object.keys(inForm).length === 0 ? {} : { form: inForm }) }
}

for (const { id, mission } of lawbook().procedures.values()) {
  test(`${mission.join(' ')}: a matter of the kind ${id} is begun, and says what may be done next`, async () => {
    const found = [...kinds].flatMap(([name, all]) => { const opening = all.get(id)?.openings[0]; return opening === undefined ? [] : [{ name, opening }] })[0]
    assert.ok(found, 'nobody of the office may begin it')
    const client = clients.get(found.name) ?? assert.fail()
    const made = await client.call('POST', '/api/matters', { procedure: id, title: `试：${id}`, on: '2026-11-30', first: filled(found.opening) })
    assert.equal(made.status, 201, `${found.name} ${found.opening.key}: ${made.text.slice(0, 400)}`)
    const matter = made.body as Matter
    assert.equal(matter.acts.length, 1)
    assert.ok(matter.permitted.length > 1)
    for (const { allowed, refusal, key } of matter.permitted) if (!allowed) assert.ok((refusal?.because.zh ?? '').length > 4 && (refusal?.short.zh.length ?? 99) <= 16, `${key}: ${refusal?.short.zh}`)
  })
}

test('an act that may not be the first is refused, with the act that must come before', async () => {
  const lin = clients.get('lin') ?? assert.fail()
  const refused = await lin.call('POST', '/api/matters', { procedure: 'administrative-public-interest', title: '先起诉', first: { act: 'sue', key: 'sue', to: ['proc-city'], form: { claims: '一' } } })
  assert.equal(refused.status, 403)
  assert.ok(((refused.body as Problem).detail ?? '').length > 0)
  const unknown = await lin.call('POST', '/api/matters', { procedure: 'administrative-public-interest', title: '无此行为', first: { act: 'accept', key: 'no-such' } })
  assert.equal(unknown.status, 422)
})
