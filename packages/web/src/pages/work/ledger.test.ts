import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DutyRow, Text } from '../../api/wire.gen.ts'
import { zh } from '../../words/zh.ts'
import { cell, ledgerOf } from './ledger.ts'

const text = (of: Text): string => of.zh
const both = (of: string): Text => ({ zh: of, en: of })

test('the ledger carries who, what, by when, under which article and what follows', () => {
  const row = { duty: { light: 'overdue', status: 'overdue', due: '2026-10-08', daysLeft: -5, owedBy: { name: both('市市场监督管理局') }, obligation: both('应书面回复，3 项'), chip: both('《解释》第21条'), calc: both('2 个月') }, matter: { title: '督促“整治”', no: '呼检〔2026〕11号' }, creates: { obligation: both('督促'), due: '2026-10-14' } } as unknown as DutyRow
  const [head, line] = ledgerOf([row], zh, text).slice(1).split('\r\n')
  assert.match(head ?? '', /^"期限","届满","责任单位","应当"/)
  assert.equal(line, '"逾期 5 天","2026-10-08","市市场监督管理局","应书面回复，3 项","督促“整治”","呼检〔2026〕11号","《解释》第21条","2 个月","督促 2026-10-14"')
})
test('a title that looks like a formula stays a title', () => {
  assert.equal(cell('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")"')
  assert.equal(cell('-1+2'), '"\'-1+2"')
  assert.equal(cell('普通'), '"普通"')
})
