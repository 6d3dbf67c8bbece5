// A declared model with its evidence and reasons against hand-written flat-evidence DuckDB SQL for the same question, alternating in one run
// on the same generated, skewed data; both must find the same rows. Size: first argument, default 100,000 penalties (PERFORMANCE.md §1, a).
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Day } from '@hengjian/law'
import { modelOf, modelSql, runModel } from '../packages/models/src/index.ts'
import { stageDataset } from '../packages/models/src/run/stage.ts'

const rows = Number(process.argv[2] ?? 100_000)
const rounds = 5
const asOf = '2026-06-30' as Day
const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-bench-model-'))
const file = (name: string): string => path.join(folder, `${name}.parquet`)

const acts = ['非法占用草原', '擅自改变林地用途', '越界开采', '销售侵犯注册商标专用权的商品', '未密闭贮存易起尘物料', '销售农药残留超标食用农产品', '未批先建', '超限运输', '占道经营', '未按规定报送年度报告']
const generated = async (): Promise<void> => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const list = `[${acts.map((act) => `'${act}'`).join(', ')}]`
  // Skewed: few kinds of conduct make most penalties; a tenth of the parties has half of them; every tenth row lacks its number.
  await connection.run(`create table base as select i as _row, 'b' as _delivery, '某罚〔' || (2019 + i % 7) || '〕' || i || '号' as decision_no, '某局' || (i % 97) as agency_name, '1115' || lpad(cast(i % 97 as varchar), 14, '0') as agency_uscc,
    '公司' || party as party_name, '9115' || lpad(cast(party as varchar), 14, '0') as party_id, ${list}[1 + cast(floor(pow(hash(i * 31) % 1000 / 1000.0, 2) * 10) as int)] as act_name, cast(null as varchar) as act_code,
    date '2019-01-01' + cast(hash(i * 7) % 2700 as int) as decision_date, case when i % 10 <> 0 then pow(hash(i * 13) % 1000 / 100.0, 3) * 100 end as value_amount, cast(null as double) as illegal_gain,
    case when i % 10 <> 1 then pow(hash(i * 17) % 1000 / 100.0, 2) end as quantity, case when i % 5 = 0 then '公顷' when i % 5 = 1 then '平方米' else '亩' end as quantity_unit, i % 50 = 7 as transferred_criminal
    from (select i, case when i % 2 = 0 then hash(i) % ${Math.max(1, rows / 100)} else hash(i) % ${Math.max(1, rows / 2)} end as party from range(${rows}) t(i))`)
  await connection.run(`copy base to '${file('admin_penalty_case')}' (format parquet)`)
  await connection.run(`copy (select _row, 'b' as _delivery, '移〔2025〕' || _row || '号' as transfer_no, agency_name, case when _row % 2 = 0 then decision_no end as decision_no, party_name, party_id, '某罪' as suspected_offence, decision_date - cast(_row % 100 as int) as transfer_date from base where _row % 50 = 3) to '${file('admin_transfer')}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
}

const byHand = `create or replace table hand as with u(unit, family, factor) as (values ('亩', 'area', 1.0), ('公顷', 'area', 15.0), ('平方米', 'area', 0.0015)),
a as (select p._key, p.party_id, p.agency_name, p.party_name, p.decision_no, p.decision_date as d, case p.act_name when '非法占用草原' then 'g' when '擅自改变林地用途' then 'f' when '越界开采' then 'm' when '销售侵犯注册商标专用权的商品' then 't' end as kind,
  case when p.act_name in ('非法占用草原', '擅自改变林地用途') then p.quantity * u.factor else p.value_amount end as x, p.transferred_criminal
  from admin_penalty_case p left join u on u.unit = p.quantity_unit where p.act_name in ('非法占用草原', '擅自改变林地用途', '越界开采', '销售侵犯注册商标专用权的商品')),
b as (select *, count(*) over (partition by party_id, kind order by d range between interval 3 year preceding and interval 1 day preceding) as earlier from a),
c as (select * from b where x is null or x >= case kind when 'g' then case when earlier > 0 then 10 else 20 end when 'f' then 5 when 'm' then 100000 else 50000 end),
e as (select * from c where not coalesce(transferred_criminal, false) and d <= date '2026-05-31'
  and not exists (select 1 from admin_transfer t where t.decision_no = c.decision_no and t.agency_name = c.agency_name)
  and not exists (select 1 from admin_transfer t where t.party_id = c.party_id and t.transfer_date between c.d - interval 180 day and date '2026-06-30'))
select 'admin_penalty_case' as dataset, _key as row_key, kind, x, d, case when x is null then 'undecidable'
  when exists (select 1 from admin_transfer t where t.decision_no = e.decision_no and t.agency_name <> e.agency_name)
    or exists (select 1 from admin_transfer t where t.party_name = e.party_name and (t.party_id is null or e.party_id is null) and coalesce(t.transfer_date between e.d - interval 180 day and date '2026-06-30', true))
    or exists (select 1 from admin_transfer t where t.party_id = e.party_id and t.transfer_date is null) or kind = 'f' and x < 10 then 'to_verify' else 'clue' end as status from e`

try {
  await generated()
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await stageDataset(connection, 'admin_penalty_case', [file('admin_penalty_case')])
  await stageDataset(connection, 'admin_transfer', [file('admin_transfer')])
  await stageDataset(connection, 'admin_penalty', [])
  await connection.run('create table said_amounts (dataset varchar, row_key bigint, metric varchar, amount double)')
  const declared = `create or replace table found as ${modelSql('penalty-not-transferred-as-crime', 'duckdb', { asOf, have: ['admin_penalty_case', 'admin_transfer'] })}`
  const last = modelOf('penalty-not-transferred-as-crime')?.steps.at(-1)
  const status = last?.kind === 'flag' ? `case c.flag ${last.cases.map((one, at) => `when ${at} then '${one.status}'`).join(' ')} end` : ''
  // Processor time of all threads beside wall time: on a busy machine only the former can be compared.
  const time = async (sql: string): Promise<readonly [number, number]> => {
    const [at, used] = [performance.now(), process.cpuUsage()]
    await connection.run(sql)
    const { user, system } = process.cpuUsage(used)
    return [performance.now() - at, (user + system) / 1000]
  }
  await time(byHand)
  await time(declared)
  const [hand, model]: [(readonly [number, number])[], (readonly [number, number])[]] = [[], []]
  for (let round = 0; round < rounds; round++) { hand.push(await time(byHand)); model.push(await time(declared)) }
  const count = async (sql: string): Promise<string> => JSON.stringify((await connection.runAndReadAll(sql)).getRowsJson())
  const [a, b] = [await count('select status, count(*), sum(row_key) from hand group by 1 order by 1'), await count(`select ${status} as status, count(*), sum(c.row_key) from found c where c.part = 'clue' group by 1 order by 1`)]
  if (a !== b) throw new Error(`the two differ: by hand ${a}, declared ${b}`)
  const best = (all: readonly (readonly [number, number])[], which: 0 | 1): number => Math.min(...all.map((one) => one[which]))
  console.log(`${rows} penalties, ${rows / 50} transfers; both found ${a}`)
  const show = (what: string, all: readonly (readonly [number, number])[]): void => console.log(`${what.padEnd(28)} ${best(all, 0).toFixed(0).padStart(6)} ms   processor ${best(all, 1).toFixed(0).padStart(6)} ms   (${all.map(([wall]) => wall.toFixed(0)).join(' ')})`)
  show('by hand, flat evidence', hand)
  show('declared model, with funnel', model)
  console.log(`ratio                        ${(best(model, 0) / best(hand, 0)).toFixed(2)}, of processor time ${(best(model, 1) / best(hand, 1)).toFixed(2)}   goal ≤ 1.2`)
  connection.closeSync()
  instance.closeSync()
  const [at, used] = [performance.now(), process.cpuUsage()]
  const whole = await runModel('penalty-not-transferred-as-crime', { data: { admin_penalty_case: [file('admin_penalty_case')], admin_transfer: [file('admin_transfer')] }, workDir: path.join(folder, 'work'), asOf })
  const { user, system } = process.cpuUsage(used)
  console.log(`whole run with explained clues: ${(performance.now() - at).toFixed(0)} ms, processor ${((user + system) / 1000).toFixed(0)} ms for ${whole.clues.length} clues, steps ${whole.steps.map(({ rows: left }) => left).join(' → ')}`)
} finally { rmSync(folder, { recursive: true, force: true }) }
