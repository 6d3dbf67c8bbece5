// What people are told of a date, whole: every line of the ledger, its provision, in both languages (golden/ledgers.yaml, read line by line against the articles).
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import type { Day, Instant } from './day.ts'
import { currentVersion, type DueOptions } from './due.ts'
import { dueOf } from './explain.ts'
import { lawbook } from './lawbook.ts'

type Golden = { readonly rule: string; readonly from: string; readonly options?: DueOptions; readonly ledger: string; readonly en: string }
const goldens = parse(readFileSync(path.join(import.meta.dirname, '../golden/ledgers.yaml'), 'utf8')) as readonly Golden[]

for (const { rule: id, from, options = {}, ledger, en } of goldens) {
  test(`M1.1 the ledger of ${id} from ${from} ${JSON.stringify(options)}`, () => {
    const rule = lawbook().rules.get(id)
    assert.ok(rule, id)
    const { steps } = dueOf(rule, currentVersion(rule), from as Day | Instant, options, lawbook())
    assert.equal(steps.map(({ sign, date, what, provision }) => `${sign} ${date ?? '-'} ${what} | ${provision}\n`).join(''), ledger)
    assert.equal(steps.map(({ whatEn, brief, briefEn }) => `${whatEn} / ${brief} / ${briefEn}\n`).join(''), en)
  })
}
