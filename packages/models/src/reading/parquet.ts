import { linkSync, copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { named, openDuck, quoted } from '../duckdb.ts'
import { DataProblem, problem } from '../problem.ts'
import type { Limits, Row, Table } from './rows.ts'

/** A Parquet file as a table of texts. It is read by DuckDB from the scratch folder, the only place that DuckDB can reach. Nested columns are refused. */
export async function readParquet(options: { readonly file: string; readonly shown: string; readonly workDir: string; readonly limits: Limits; readonly signal?: AbortSignal }): Promise<Table> {
  const { file, shown, limits } = options
  const inside = path.join(options.workDir, `delivered-${process.hrtime.bigint()}.parquet`)
  try { linkSync(file, inside) } catch { copyFileSync(file, inside) }
  const broken = (error: unknown): DataProblem => (error instanceof DataProblem ? error : problem('parquet-broken', { reason: (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replaceAll(inside, shown) ?? '' }, { file: shown }))
  const duck = await openDuck({ workDir: options.workDir })
  const close = (): void => { duck.close(); rmSync(inside, { force: true }) }
  try {
    const described = await duck.connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${quoted(inside)})`)
    const columns = described.getRowsJson().map((row) => ({ name: String(row[0]), type: String(row[1]) }))
    if (columns.length > limits.columns) throw problem('too-many-columns', { limit: limits.columns, columns: columns.length }, { file: shown })
    const nested = columns.find(({ type }) => /STRUCT|MAP|\[|UNION|BLOB/.test(type))
    if (nested !== undefined) throw problem('parquet-broken', { reason: `${nested.name} ${nested.type}` }, { file: shown })
    const select = columns.map(({ name }) => `coalesce(CAST(${named(name)} AS VARCHAR), '')`).join(', ')
    async function* rows(): AsyncGenerator<readonly Row[]> {
      let n = 0
      try {
        const result = await duck.connection.stream(`SELECT ${select} FROM read_parquet(${quoted(inside)})`)
        for await (const chunk of result.yieldRows()) {
          options.signal?.throwIfAborted()
          if (n > limits.rows) throw problem('too-many-rows', { limit: limits.rows }, { file: shown })
          if (chunk.length > 0) yield chunk.map((values): Row => { n++; return { n, line: n, cells: values.map(String), spoilt: null, fault: null } })
        }
      } catch (error) { throw broken(error) } finally { close() }
    }
    return { heads: columns.map(({ name }) => name), headLine: 0, rows: rows() }
  } catch (error) {
    close()
    throw broken(error)
  }
}
