import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Day } from '@hengjian/law'
import { modelFaults, models } from './catalogue.ts'
import { criminalLimits, limitFaults, type Limit, type Limits } from './limits.ts'
import { amountSaid } from './said.ts'

const all = criminalLimits()
const one = all.limits[0]
if (one === undefined) throw new Error('no limits')
const faults = (changed: Partial<Limit>, more: readonly Limit[] = []): string => limitFaults({ ...all, limits: [{ ...one, ...changed }, ...more] } as Limits).join('; ')

test('M5.9 every criminal limit says law, article, words, version and where they were read', () => {
  assert.ok(all.limits.length > 20)
  for (const { source, unverified } of all.limits) {
    assert.ok(source.law !== '' && source.article !== '' && source.versionDate !== '' && source.readAt !== '')
    assert.equal(unverified, source.quote === '')
  }
})

test('M5.9 a limit without its source, or with a quotation that nobody read, is never loaded', () => {
  assert.equal(faults({}), '')
  for (const field of ['law', 'article', 'versionDate', 'readAt', 'quote', 'textOrigin'] as const) assert.match(faults({ source: { ...one.source, [field]: '' } as Limit['source'] }), new RegExp(`source\\.${field}`), field)
  assert.equal(faults({ source: { ...one.source, quote: '' }, unverified: true }), '')
  assert.match(faults({ act: 'nothing' }), /act 'nothing' is unknown/)
  assert.match(faults({ minimum: 0 }), /above 0/)
  assert.match(faults({ inForce: { from: '2020-02-30' as Day, to: null } }), /inForce/)
})

test('M5.9 two versions of a limit never hold on the same day', () => {
  assert.match(faults({}, [{ ...one, id: 'other', inForce: { from: '2024-01-01' as Day, to: null } }]), /in force together/)
  assert.equal(faults({ inForce: { from: '2012-11-22' as Day, to: '2023-12-31' as Day } }, [{ ...one, id: 'other', inForce: { from: '2024-01-01' as Day, to: null } }]), '')
  assert.match(faults({}, [one]), /there twice/)
})

test('M9.2 M1.1 a model without a supervised organ, a legal basis or the source of a parameter is refused', () => {
  const [model] = models()
  if (model === undefined) throw new Error('no models')
  assert.deepEqual(models().flatMap(modelFaults), [])
  assert.match(modelFaults({ ...model, supervised: [] }).join(), /no supervised organ/)
  assert.match(modelFaults({ ...model, basis: [] }).join(), /no legal basis/)
  assert.match(modelFaults({ ...model, parameters: model.parameters.map((parameter) => (parameter.id === 'grassland_minimum' ? { ...parameter, default: 19 } : parameter)) }).join(), /not the figure of limit/)
  assert.match(modelFaults({ ...model, cases: [] }).join(), /no case/)
  assert.match(modelFaults({ ...model, parameters: model.parameters.map((parameter) => ({ ...parameter, source: ' ' })) }).join(), /has no source/)
})

test('amounts in prose: the unit, the word before the sum, capital words', () => {
  const metric = (id: string) => { const found = all.metrics.find((each) => each.id === id); if (found === undefined) throw new Error(id); return found }
  const said = (text: string, id: string) => amountSaid(text, metric(id), all.units)
  assert.equal(said('未办手续，占用草原65.2亩、林地334.98平方米', 'area_mu'), 65.2)
  assert.equal(said('占用2.1公顷', 'area_mu'), 31.5)
  assert.equal(said('违法经营额187.0838万元，罚款561万元', 'turnover_yuan'), 1870838)
  assert.equal(said('罚款5000元', 'turnover_yuan'), null)
  assert.equal(said('违法所得叁万捌仟元整，没收。', 'gain_yuan'), 38000)
  assert.equal(said('没有数字', 'area_mu'), null)
})
