// The one statement of a model, unchanged, on a real PostgreSQL: the cases of the catalogue come out as they do on DuckDB.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { datasetOf, models, modelSql, type FieldType } from '@hengjian/models'
import { Client } from 'pg'
import { launch, type Cluster } from '../packages/store/src/database/launch.ts'

const types: Readonly<Record<FieldType, string>> = { string: 'varchar', text: 'varchar', int: 'bigint', decimal: 'double precision', date: 'date', datetime: 'varchar', month: 'varchar', bool: 'boolean', enum: 'varchar', geo: 'varchar' }
const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-model-sql-'))
let [cluster, client]: [Cluster | null, Client | null] = [null, null]
before(async () => {
  cluster = await launch({ dataDir: folder, durable: false, discard: true })
  client = new Client({ host: cluster.host, port: cluster.port, user: cluster.superuser, password: cluster.password, database: 'postgres' })
  await client.connect()
})
after(async () => {
  await client?.end()
  await cluster?.leave()
  rmSync(folder, { recursive: true, force: true })
})

for (const model of models()) {
  // Amounts in prose are read before the statement runs, so the cases that rest on them say nothing about the engine.
  for (const { name, asOf, given, found } of model.cases.filter((one) => !one.found.some((result) => result.startsWith('R2')))) {
    test(`M9.2 on PostgreSQL, ${model.id}: ${name}`, async () => {
      const db = client
      if (db === null) throw new Error('no database')
      await db.query('begin')
      try {
        await db.query('create temp table said_amounts (dataset varchar, row_key bigint, metric varchar, amount double precision) on commit drop')
        for (const { dataset } of model.inputs) {
          const fields = datasetOf(dataset)?.fields ?? []
          await db.query(`create temp table ${dataset} (${fields.map((field) => `"${field.name}" ${types[field.type]}`).join(', ')}, _row bigint, _key bigint) on commit drop`)
          for (const [at, row] of (given[dataset] ?? []).entries()) await db.query(`insert into ${dataset} values (${fields.map((_, i) => `$${i + 1}`).join(', ')}, ${at + 1}, ${at + 1})`, fields.map((field) => row[field.name] ?? null))
        }
        const { rows } = await db.query<{ part: string; flag: number }>(`select part, flag from (${modelSql(model.id, 'postgresql', { asOf, have: Object.keys(given) })}) found`)
        const last = model.steps.at(-1)
        const cases = last?.kind === 'flag' ? last.cases : []
        assert.deepEqual(rows.filter(({ part }) => part === 'clue').map(({ flag }) => `${cases[flag]?.rule} ${cases[flag]?.status}`), found)
        assert.ok(rows.some(({ part }) => part === 'step'))
      } finally { await db.query('rollback') }
    })
  }
}
