import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { checkDelivery } from '../checking/check.ts'
import { inFolder } from '../checking/fixture.ts'
import { openDuck, quoted } from '../duckdb.ts'
import { DataProblem } from '../problem.ts'
import { workbook, zipped } from './workbook.ts'

const sample = readFileSync(path.join(import.meta.dirname, '..', '..', '..', '..', 'samples', 'city', 'admin_penalty.csv'))
const rows = sample.toString().trim().split('\n').slice(0, 6).map((line) => line.split(','))
const records = rows.slice(1).map((row) => Object.fromEntries(row.map((cell, i) => [rows[0]?.[i] ?? '', cell])))
const splinters = ['"', '\n', ',', '\r', '\0', '{', '[', '<', '&', '\ufffd', '=', '\\u', 'PK\u0003\u0004', '<!DOCTYPE x>']

test('M9.1 mutants of every format end in a verdict or in a problem that says what it is', () => inFolder(async (folder) => {
  const parquet = path.join(folder, 'seed.parquet')
  writeFileSync(path.join(folder, 'seed.csv'), sample)
  const duck = await openDuck({ workDir: folder })
  try { await duck.connection.run(`COPY (SELECT * FROM read_csv(${quoted(path.join(folder, 'seed.csv'))}, all_varchar = true, header = true)) TO ${quoted(parquet)} (FORMAT parquet)`) } finally { duck.close() }
  const seeds: readonly (readonly [string, Buffer])[] = [['a.csv', sample], ['a.xlsx', workbook('a', rows)], ['a.json', Buffer.from(JSON.stringify(records))], ['a.csv.gz', gzipSync(sample)], ['a.zip', zipped([{ name: 'a.csv', bytes: sample }])], ['a.parquet', readFileSync(parquet)]]
  let seed = 20261125
  const random = (n: number): number => { seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff; return seed % n }
  const mutant = (bytes: Buffer): Buffer => {
    const at = random(bytes.length)
    switch (random(4)) {
      case 0: { const copy = Buffer.from(bytes); copy.writeUInt8(random(256), at); return copy }
      case 1: return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(40))])
      case 2: return Buffer.concat([bytes.subarray(0, at), Buffer.from(splinters[random(splinters.length)] ?? ''), bytes.subarray(at)])
      default: return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - random(200)), at), bytes.subarray(at)])
    }
  }
  for (let i = 0; i < 90; i++) {
    const [name, whole] = seeds[i % seeds.length] ?? ['', sample]
    const file = path.join(folder, name)
    writeFileSync(file, mutant(i % 5 === 0 ? mutant(whole) : whole))
    try {
      const { rows: all, accepted, rejected } = await checkDelivery({ dataset: 'admin_penalty', files: [file], workDir: path.join(folder, 'w') })
      assert.equal(all, accepted + rejected)
    } catch (error) {
      assert.ok(error instanceof DataProblem && error.code !== 'unexpected', `mutant ${i} of ${name}: ${String(error)}`)
    }
  }
}))
