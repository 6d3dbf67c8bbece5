// What the provisions say of single steps, tried as the handling office, the addressee, the police and the court would come to them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawbook } from '@hengjian/law'

const law = lawbook()

test('every duty says in a few words what is to be done, without its period', () => {
  for (const { rule, label, obligation } of law.bindings) {
    const name = `${rule}${label === undefined ? '' : `:${label}`}`
    assert.ok(obligation !== undefined && obligation.en.length > 0, name)
    assert.ok([...obligation.zh].length <= 18, `${name}: ${obligation.zh}`)
    assert.doesNotMatch(obligation.zh, /[一二三四五六七八九十两\d]+(日|天|个月|小时)|^应|。$/, name)
  }
})
