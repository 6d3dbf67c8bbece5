import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { datasetOf } from '../contract/load.ts'
import { models } from './catalogue.ts'
import { modelSql, runModel } from './run.ts'
import { acceptedRows } from './sample.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-catalogue-'))
after(() => rmSync(folder, { recursive: true, force: true }))

for (const model of models()) {
  for (const { name, asOf, given, found } of model.cases) {
    test(`M9.2 ${model.id}: ${name}`, async () => {
      const own = mkdtempSync(path.join(folder, 'case-'))
      const data: Record<string, readonly string[]> = {}
      for (const [dataset, rows] of Object.entries(given)) data[dataset] = [await acceptedRows(own, dataset, rows)]
      const { clues } = await runModel(model.id, { data, workDir: path.join(own, 'work'), asOf })
      assert.deepEqual(clues.map(({ rule, status }) => `${rule} ${status}`), found)
      assert.ok(clues.every(({ why, whyEn }) => !/[{}]/.test(why + whyEn)), 'every place of a sentence is filled')
    })
  }

  test(`M9.2 ${model.id}: names datasets and fields that have a contract, and is one statement that both engines read`, () => {
    for (const { dataset } of model.inputs) assert.notEqual(datasetOf(dataset), null, dataset)
    const fields = (dataset: string): ReadonlySet<string> => new Set(datasetOf(dataset)?.fields.map(({ name }) => name))
    for (const step of model.steps) {
      if (step.kind === 'take') for (const { dataset, columns } of step.sources) for (const from of Object.values(columns)) for (const field of typeof from === 'string' ? [from] : from.first) assert.ok(fields(dataset).has(field), `${dataset}.${field}`)
      const ways = step.kind === 'link' ? [step.way] : step.kind === 'except' ? step.ways : []
      if (step.kind === 'link' || step.kind === 'except') for (const [, field] of ways.flatMap((way) => [...way.same, ...(way.different ?? []), ...(way.eitherMissing ?? [])])) assert.ok(fields(step.dataset).has(field), `${step.dataset}.${field}`)
    }
    const bare = modelSql(model.id).replace(/'[^']*'/g, '')
    assert.doesNotMatch(bare, /;|\bqualify\b|\bfilter\s*\(|\b(anti|semi) join\b|::/i)
  })
}
