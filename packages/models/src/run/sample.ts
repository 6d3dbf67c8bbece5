import path from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { datasetOf } from '../contract/load.ts'
import type { FieldType } from '../contract/contract.ts'
import { literal, name } from './names.ts'

const types: Readonly<Record<FieldType, string>> = { string: 'VARCHAR', text: 'VARCHAR', int: 'BIGINT', decimal: 'DOUBLE', date: 'DATE', datetime: 'VARCHAR', month: 'VARCHAR', bool: 'BOOLEAN', enum: 'VARCHAR', geo: 'VARCHAR' }

let writer: Promise<DuckDBConnection> | null = null

/** Accepted rows as the lake keeps them, for tests: a Parquet file of the contract's columns with the given values, rows numbered from 1. */
export async function acceptedRows(folder: string, dataset: string, rows: readonly Readonly<Record<string, string | number | boolean | null>>[], file = dataset): Promise<string> {
  const contract = datasetOf(dataset)
  if (contract === null) throw new Error(`no dataset ${dataset}`)
  const out = path.join(folder, `${file}.parquet`)
  writer ??= DuckDBInstance.create(':memory:', { threads: '1' }).then((instance) => instance.connect())
  const connection = await writer
  const value = (given: string | number | boolean | null | undefined): string => (given === null || given === undefined ? 'null' : typeof given === 'string' ? literal(given) : String(given))
  const select = rows.map((row, at) => `select ${at + 1}::bigint as _row, 'd1' as _delivery, ${contract.fields.map((field) => `cast(${value(row[field.name])} as ${types[field.type]}) as ${name(field.name)}`).join(', ')}`)
  const none = `select 0::bigint as _row, '' as _delivery, ${contract.fields.map((field) => `cast(null as ${types[field.type]}) as ${name(field.name)}`).join(', ')} where false`
  await connection.run(`copy (${[none, ...select].join(' union all ')}) to ${literal(out)} (format parquet)`)
  return out
}
