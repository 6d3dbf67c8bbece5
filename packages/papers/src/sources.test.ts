import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawSources } from './sources.ts'

const source = { law: '人民检察院检察建议工作规定', documentNo: null, article: '第十九条', quote: '……', versionDate: '2019-02-26施行', readAt: 'x', textOrigin: 'transcribed' }

test('every quoted provision of a lawbook is found once, with the days in force of its rule version', () => {
  const lawbook = { rules: [{ id: 'a', versions: [{ inForce: { from: '2019-02-26', to: null }, sources: [source, source] }] }], instruments: { x: { legalBasis: [{ ...source, article: '第十六条' }] } }, settings: { n: 1 } }
  assert.deepEqual(lawSources(lawbook), [
    { law: source.law, article: '第十九条', versionDate: source.versionDate, inForce: { from: '2019-02-26', to: null } },
    { law: source.law, article: '第十六条', versionDate: source.versionDate },
  ])
  assert.equal(lawSources(lawbook), lawSources(lawbook), 'gathered once')
})
