// A delivery check against the bare load of the same file, alternating in one run: read + all rules + duplicates + rejects file, and the same with
// typed Parquet. Floor: DuckDB `CREATE TABLE AS read_csv`, every column text. Arguments: rows (100,000), rounds (3). Prints that every planted fault was found.
import { mkdtempSync, rmSync, statSync, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { checkDelivery, datasetOf } from '../packages/models/src/index.ts'
import { creditCheck } from '../packages/models/src/identifiers/codes.ts'

const rows = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 3)
const contract = datasetOf('admin_penalty')
if (contract === null) throw new Error('no contract')
let seed = 20261124
const random = (n: number): number => { seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff; return seed % n }
const two = (n: number): string => String(n).padStart(2, '0')
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const code = (): string => { const body = `9115010${random(10)}${Array.from({ length: 9 }, () => signs[random(31)]).join('')}`; return body + (creditCheck(body) ?? '') }
const fields = contract.fields.slice(0, 30)
const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const folder = mkdtempSync(path.join(tmpdir(), 'hj-bench-'))
try {
  const file = path.join(folder, 'admin_penalty.csv')
  const out = createWriteStream(file)
  out.write(`${fields.map(({ name }) => name).join(',')}\n`)
  let planted = 0
  for (let i = 0; i < rows; i++) {
    // 1.6 % of the rows have a fault that rejects them.
    const fault = random(1000) < 16 ? 1 + random(4) : 0
    if (fault > 0) planted++
    const cell: Readonly<Record<string, string>> = {
      CF_XDR_MC: fault === 1 ? '' : `示例第${random(rows)}有限公司`, CF_XDR_LB: '法人及非法人组织', CF_XDR_SHXYM: fault === 2 ? '9.1150100E+17' : code(), CF_FRDB: '某某', CF_WSH: `呼市监罚〔20${two(10 + random(16))}〕${i}号`, CF_WFXW: '销售侵犯注册商标专用权的商品',
      CF_SY: `当事人于2024年购进商品${random(1000)}件，货值, 共计“${random(90000)}”元，销售于各处，违反规定，事实清楚，证据确凿，另有说明若干。`, CF_YJ: '《商标法》第五十七条', CF_CFLB: '罚款', CF_NR: `罚款${random(100)}万元`, CF_NR_FK: fault === 3 ? '若干' : `${random(100)}.${two(random(100))}`, CF_NR_WFFF: String(random(50)),
      CF_JDRQ: fault === 4 ? '2023-02-30' : `20${two(10 + random(16))}-${two(1 + random(12))}-${two(1 + random(28))}`, CF_CFJG: '呼和浩特市市场监督管理局', CF_CFJGDM: '', CF_SJLY: '呼和浩特市市场监督管理局', BZ: '批量数据',
    }
    if (!out.write(`${fields.map(({ name }) => quoted(cell[name] ?? '')).join(',')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
  console.log(`${rows} rows × ${fields.length} columns, ${(statSync(file).size / 1e6).toFixed(0)} MB`)

  const bare = async (): Promise<number> => {
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const at = performance.now()
    await connection.run(`CREATE TABLE t AS SELECT * FROM read_csv('${file}', header = true, all_varchar = true, auto_detect = false, columns = {${fields.map(({ name }) => `'${name}': 'VARCHAR'`).join(', ')}})`)
    const time = performance.now() - at
    const count = Number((await connection.runAndReadAll('SELECT count(*) FROM t')).getRows()[0]?.[0])
    if (count !== rows) throw new Error(`floor read ${count} rows`)
    connection.closeSync()
    instance.closeSync()
    return time
  }
  const checked = async (parquet: boolean): Promise<number> => {
    const at = performance.now()
    const result = await checkDelivery({ dataset: 'admin_penalty', files: [file], workDir: folder, rejectsOut: path.join(folder, 'rejects.csv'), ...(parquet ? { acceptedOut: path.join(folder, 'accepted.parquet') } : {}) })
    if (result.rows !== rows || result.rejected !== planted) throw new Error(`found ${result.rejected} of ${planted} planted faults in ${result.rows} rows`)
    return performance.now() - at
  }
  for (let round = 0; round < rounds; round++) {
    // Processor time beside the clock: on a busy machine only the first can be compared.
    const measured = async (work: Promise<number>, from = process.cpuUsage()): Promise<{ readonly time: number; readonly cpu: number }> => { const time = await work; const { user, system } = process.cpuUsage(from); return { time, cpu: (user + system) / 1000 } }
    const floor = await measured(bare())
    const show = (name: string, { time, cpu }: typeof floor): void => console.log(`${name.padEnd(34)} ${time.toFixed(0).padStart(7)} ms  ${(rows / time * 1000).toFixed(0).padStart(8)} rows/s  ${(time / floor.time).toFixed(2)}×   processor ${cpu.toFixed(0).padStart(6)} ms  ${(cpu / floor.cpu).toFixed(2)}×`)
    show('floor: bare read_csv, all text', floor)
    show('check, rules, duplicates, rejects', await measured(checked(false)))
    show('… and typed Parquet', await measured(checked(true)))
  }
  console.log(`all ${planted} planted faults found each time; goals 1.6× and 2.4×; peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
} finally { rmSync(folder, { recursive: true, force: true }) }
