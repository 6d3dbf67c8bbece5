import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { creditCheck } from '../identifiers/codes.ts'
import { openDuck, quoted } from '../duckdb.ts'
import { zipped } from '../reading/workbook.ts'
import { checkDelivery } from './check.ts'
import { checkBytes, inFolder, problemOf, reasonsOf } from './fixture.ts'

const heads = 'CF_XDR_MC,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_JDRQ,CF_CFJG,CF_NR_FK,quantity,quantity_unit'
const good = `91150100MA0QWERT9${creditCheck('91150100MA0QWERT9') ?? ''}`
const row = (over: Readonly<Record<string, string>> = {}): string => Object.values({ name: '甲公司', code: good, no: '呼罚〔2025〕1号', act: '非法占用草原', facts: '占用草原', day: '2025-03-01', organ: '某局', fine: '1.63', quantity: '2', unit: '公顷', ...over }).join(',')
const csv = (...rows: readonly string[]): string => [heads, ...rows, ''].join('\n')
const asCity = { dataset: 'admin_penalty' }

test('M9.1 a clean row is accepted, money in yuan, area in mu, the delivered text beside it', () => inFolder(async (folder) => {
  const [file, out] = [path.join(folder, 'a.csv'), path.join(folder, 'out.parquet')]
  writeFileSync(file, csv(row(), row({ no: '呼罚【2025】 第02号', fine: '叁万捌仟', quantity: '13334', unit: '平方米' })))
  const result = await checkDelivery({ ...asCity, files: [file], workDir: path.join(folder, 'w'), acceptedOut: out })
  assert.deepEqual([result.rows, result.accepted, result.rejected, result.reported], [2, 2, 0, 0])
  const duck = await openDuck({ workDir: folder })
  try {
    const read = await duck.connection.runAndReadAll(`SELECT CF_WSH, CF_NR_FK, CF_NR_FK__raw, quantity, quantity_unit, quantity_unit__raw, CF_JDRQ::VARCHAR, _row FROM read_parquet(${quoted(out)})`)
    assert.deepEqual(read.getRowsJson(), [
      ['呼罚〔2025〕1号', 16300, '1.63', 30, '亩', '公顷', '2025-03-01', '1'],
      ['呼罚〔2025〕2号', 38000, '叁万捌仟', 20.001, '亩', '平方米', '2025-03-01', '2'],
    ])
  } finally { duck.close() }
}))

test('M9.1 what is doubtful is reported and kept, what is false is rejected, nothing is dropped', async () => {
  const result = await checkBytes('admin_penalty', 'a.csv', csv(
    row({ day: '' }), row({ no: '' }), row({ no: '呼罚〔2025〕3号', code: `${good.slice(0, 17)}${good[17] === '1' ? '2' : '1'}` }), row({ no: '呼罚〔2025〕4号', day: '2024930日' }),
    row({ no: '呼罚〔2025〕5号', code: '911********238369Q' }), row({ no: '呼罚〔20256' }), row({ no: '呼罚〔2025〕7号', unit: '' }), row({ no: '呼罚〔2025〕8号', fine: '"壹万元（20000元）"' }),
    row({ no: '呼罚〔2025〕9号', day: '2023-02-30' }), row({ no: '呼罚〔2025〕10号', fine: '很多' }), row({ name: '' }), row({ no: '呼罚〔2025〕11号', code: '9.1150100E+17' }), `${row({ no: '呼罚〔2025〕12号' })},多一格`,
  ))
  assert.deepEqual([result.rows, result.accepted, result.rejected, result.reported], [13, 8, 5, 8])
  assert.deepEqual(reasonsOf(result), [
    'amount-contradiction CF_NR_FK 1 reported', 'check-character CF_XDR_SHXYM 1 reported', 'date-run-together CF_JDRQ 1 reported', 'identifier-malformed CF_WSH 1 reported', 'masked CF_XDR_SHXYM 1 reported',
    'missing CF_JDRQ 1 reported', 'missing CF_WSH 1 reported', 'missing CF_XDR_MC 1 rejected', 'no-such-day CF_JDRQ 1 rejected', 'not-a-number CF_NR_FK 1 rejected', 'number-precision CF_XDR_SHXYM 1 rejected', 'ragged-row - 1 rejected', 'unit-missing quantity 1 reported',
  ])
  const run = result.reasons.find(({ code }) => code === 'date-run-together')
  assert.deepEqual(run?.examples, [{ row: 4, line: 5, field: 'CF_JDRQ', value: '2024930日', expected: '2024-09-30?' }])
  assert.ok(run !== undefined && run.title.zh !== '' && run.repair.en !== '' && run.whoFixes === 'provider')
})

test('M9.1 the same row again is rejected, the same key with other contents is kept and shown', async () => {
  const result = await checkBytes('admin_penalty', 'a.csv', csv(row(), row(), row({ day: '2025-03-02' })))
  assert.deepEqual(reasonsOf(result), ['duplicate-row CF_WSH 1 rejected', 'key-conflict CF_WSH 1 reported'])
})

test('M9.1 the rejects file names row, field, value and repair, and no cell of it is a formula', () => inFolder(async (folder) => {
  const [file, out] = [path.join(folder, 'a.csv'), path.join(folder, 'rejects.csv')]
  writeFileSync(file, csv(row({ fine: `"=HYPERLINK(""http://x"")"` }), row({ no: '呼罚〔2025〕2号', day: '@2025' })))
  await checkDelivery({ ...asCity, files: [file], workDir: path.join(folder, 'w'), rejectsOut: out })
  const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n')
  assert.equal(lines.length, 3)
  assert.match(lines[1] ?? '', /^1,2,rejected,not-a-number,CF_NR_FK,/)
  assert.ok(lines[1]?.includes(`"'=HYPERLINK(""http://x"")"`) && lines[2]?.includes(`"'@2025"`))
}))

test('M9.1 same bytes, same verdict', async () => {
  const [first, second] = [await checkBytes('admin_penalty', 'a.csv', csv(row(), row({ day: '' }))), await checkBytes('admin_penalty', 'a.csv', csv(row(), row({ day: '' })))]
  assert.deepEqual(first, second)
  assert.match(first.sm3, /^[0-9a-f]{64}$/)
})

test('coverage and as-of are held against the main day', async () => {
  const result = await checkBytes('admin_penalty', 'a.csv', csv(row(), row({ no: '呼罚〔2026〕2号', day: '2026-06-01' })), { asOf: '2026-03-01' as never, coverage: { from: '2025-01-01' as never, to: '2025-12-31' as never } })
  assert.deepEqual(reasonsOf(result), ['date-in-future CF_JDRQ 1 reported', 'outside-coverage CF_JDRQ 1 reported'])
  assert.deepEqual(result.observed, { from: '2025-03-01', to: '2026-06-01' })
})

test('M9.1 encodings: undeclared ones are found out and reported', async () => {
  for (const [name, bytes] of [['utf-8', Buffer.from(`\ufeff${csv(row())}`)], ['gb18030', gb(csv(row()))], ['utf-16le', Buffer.from(`\ufeff${csv(row())}`, 'utf16le')]] as const) {
    const result = await checkBytes('admin_penalty', 'a.csv', bytes)
    assert.deepEqual([result.accepted, result.reported, result.files[0]?.encoding], [1, 0, name], name)
  }
})

test('M9.1 a GB18030 file declared UTF-8 is refused by name, line and column', async () => {
  const found = await problemOf(checkBytes('admin_penalty', 'a.csv', gb(csv(row())), { encoding: 'utf-8' }))
  assert.equal(found.code, 'encoding-declared')
  assert.match(found.what.en, /declared UTF-8 but is GB18030/)
  assert.deepEqual(found.where, { file: 'a.csv', line: 2, column: 1 })
})

/** Text as GB18030, for the signs that these tests use: found by decoding all two-byte codes once. */
function gb(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, Buffer>()
  for (let high = 0x81; high < 0xff; high++) for (let low = 0x40; low < 0xff; low++) if (low !== 0x7f) { const bytes = Buffer.from([high, low]); table.set(decoder.decode(bytes), bytes) }
  return Buffer.concat([...text].map((sign) => (sign.charCodeAt(0) < 128 ? Buffer.from(sign) : table.get(sign) ?? Buffer.from('?'))))
}

test('M9.1 a file that cannot be read as a whole is one problem that names the place, and leaves nothing', async () => {
  const cases: readonly (readonly [string, string, string | Buffer, string, object?])[] = [
    ['no heads', 'a.csv', '1,2,3\n4,5,6\n', 'header-missing'],
    ['a missing column', 'a.csv', csv(row()).replace('CF_JDRQ', 'CF_JDQR'), 'columns-missing', { file: 'a.csv', line: 1 }],
    ['a column twice', 'a.csv', csv(row()).replace('CF_NR_FK', '处罚决定日期'), 'column-doubled', { file: 'a.csv', line: 1, column: 8 }],
    ['an open quote', 'a.csv', csv(row(), row({ name: '"乙公司' })), 'quote-open', { file: 'a.csv', line: 3, column: 1 }],
    ['text after a quote', 'a.csv', csv(row({ facts: '"占用"草原' })), 'after-quote', { file: 'a.csv', line: 2, column: 46 }],
    ['NUL', 'a.csv', csv(row({ name: '甲\0' })), 'nul-character', { file: 'a.csv', line: 2, column: 2 }],
    ['no text at all', 'a.csv', Buffer.from([0x41, 0xff, 0xfe, 0xff, 0x0a]), 'encoding-none'],
    ['nothing', 'a.csv', '', 'empty-file'],
    ['a PDF', 'a.csv', '%PDF-1.7\n', 'wrong-format'],
    ['an old workbook', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'excel-encrypted'],
    ['a lone surrogate', 'a.json', '[{"CF_XDR_MC": "\\ud800"}]', 'json-not-text', { file: 'a.json', line: 1, column: 16 }],
    ['a key twice', 'a.json', '[{"CF_WSH": "a",\n "CF_WSH": "b"}]', 'json-duplicate-key', { file: 'a.json', line: 2, column: 2 }],
    ['60,000 arrays', 'a.json', `[${'['.repeat(60_000)}`, 'json-broken'],
    ['half a JSON', 'a.jsonl', '{"CF_WSH": "a"}\n{"CF_WSH": ', 'json-broken', { file: 'a.jsonl', line: 2, column: 12 }],
    ['half a gzip', 'a.csv.gz', gzipSync(csv(...Array.from({ length: 500 }, (_, i) => row({ no: `呼罚〔2025〕${i}号` })))).subarray(0, 300), 'archive-broken'],
    ['a gzip bomb', 'a.csv.gz', gzipSync(Buffer.alloc(40 * 1024 * 1024, 0x2c)), 'archive-bomb'],
    ['a zip with a climbing name', 'a.zip', zipped([{ name: '../../a.csv', bytes: Buffer.from(csv(row())) }]), 'archive-path'],
    ['a zip in a zip', 'a.zip', zipped([{ name: 'b.zip', bytes: zipped([{ name: 'a.csv', bytes: Buffer.from('x') }]) }]), 'archive-nested'],
    ['a zip bomb', 'a.zip', zipped([{ name: 'a.csv', bytes: Buffer.alloc(40 * 1024 * 1024, 0x2c) }]), 'archive-bomb'],
    ['a damaged zip', 'a.zip', damaged(zipped([{ name: 'a.csv', bytes: Buffer.from(csv(...Array.from({ length: 50 }, (_, i) => row({ no: `呼罚〔2025〕${i}号` })))) }])), 'archive-broken'],
    ['half a Parquet', 'a.parquet', Buffer.from('PAR1abcdPAR1'), 'parquet-broken'],
  ]
  for (const [name, file, bytes, code, where] of cases) await inFolder(async (folder) => {
    const delivered = path.join(folder, file)
    writeFileSync(delivered, bytes)
    const [workDir, acceptedOut, rejectsOut] = [path.join(folder, 'work'), path.join(folder, 'out.parquet'), path.join(folder, 'rejects.csv')]
    const found = await problemOf(checkDelivery({ ...asCity, files: [delivered], workDir, acceptedOut, rejectsOut }))
    assert.equal(found.code, code, name)
    if (where !== undefined) assert.deepEqual(found.where, where, name)
    assert.ok([found.what, found.why, found.whatToDo].every(({ zh, en }) => zh !== '' && en !== '' && !/\{\w+\}/.test(zh + en)), name)
    assert.ok(!existsSync(acceptedOut) && !existsSync(rejectsOut) && readdirSync(workDir).length === 0, `${name}: something was left`)
  })
})

/** Turns one bit of the packed bytes, which only the digest can tell. */
function damaged(zip: Buffer): Buffer { const copy = Buffer.from(zip); copy.writeUInt8((copy[120] ?? 0) ^ 1, 120); return copy }

test('M9.1 folders, links and absent files are refused by kind', () => inFolder(async (folder) => {
  mkdirSync(path.join(folder, 'd.csv'))
  symlinkSync('/etc/passwd', path.join(folder, 'l.csv'))
  for (const [name, code, said] of [['d.csv', 'not-a-file', 'folder'], ['l.csv', 'not-a-file', 'symbolic link'], ['none.csv', 'file-absent', 'ENOENT']] as const) {
    const found = await problemOf(checkDelivery({ ...asCity, files: [path.join(folder, name)], workDir: path.join(folder, 'w') }))
    assert.equal(found.code, code)
    assert.ok(`${found.what.en} ${found.why.en}`.includes(said))
  }
}))

test('M9.1 limits refuse instead of cutting', async () => {
  const rows = csv(...Array.from({ length: 30 }, (_, i) => row({ no: `呼罚〔2025〕${i}号` })))
  for (const [limits, code] of [[{ rows: 20 }, 'too-many-rows'], [{ columns: 5 }, 'too-many-columns'], [{ bytes: 100 }, 'too-large'], [{ cell: 3 }, 'cell-too-long']] as const) assert.equal((await problemOf(checkBytes('admin_penalty', 'a.csv', rows, { limits }))).code, code)
})

test('a cancelled check leaves nothing', () => inFolder(async (folder) => {
  const file = path.join(folder, 'a.csv')
  writeFileSync(file, csv(...Array.from({ length: 30_000 }, (_, i) => row({ no: `呼罚〔2025〕${i}号` }))))
  const stop = new AbortController()
  const found = await problemOf(checkDelivery({ ...asCity, files: [file], workDir: path.join(folder, 'w'), acceptedOut: path.join(folder, 'out.parquet'), signal: stop.signal, onProgress: ({ step }) => { if (step === 'check') stop.abort() } }))
  assert.equal(found.code, 'cancelled')
  assert.deepEqual(readdirSync(folder).toSorted(), ['a.csv', 'w'])
}))

test('quotes, line ends inside cells, blank lines, CRLF, two rows of heads and a title are read as meant', async () => {
  const text = `行政处罚信息公示表\r\n${heads}\r\n行政相对人名称,统一社会信用代码,处罚决定书文号,违法行为类型,违法事实,处罚决定日期,处罚机关,罚款金额(万元),涉案数量,涉案数量单位\r\n${row({ facts: '"第一行\n第二行,""引号"""' })}\r\n\r\n${row({ no: '呼罚〔2025〕2号' })}\r\n,,,,,,,,,\r\n`
  const result = await checkBytes('admin_penalty', 'a.csv', text)
  assert.deepEqual([result.rows, result.accepted, ...reasonsOf(result)], [3, 2, 'blank-row - 1 rejected'])
  assert.equal(result.reasons[0]?.examples[0]?.line, 8)
})

test('the unit of a head goes before the contract’s: a fine in yuan stays in yuan', async () => {
  const result = await checkBytes('admin_penalty', 'a.csv', csv(row({ fine: '16300' })).replace('CF_NR_FK', '罚款金额（元）'))
  assert.deepEqual(result.profile.find(({ field }) => field === 'CF_NR_FK'), { field: 'CF_NR_FK', filled: 1, distinct: 1, min: '16300', max: '16300' })
})

test('JSON, JSON Lines, Parquet, zip and gzip of them give the same rows', () => inFolder(async (folder) => {
  const record = Object.fromEntries(heads.split(',').map((head, i) => [head, row().split(',')[i] ?? '']))
  const parquet = path.join(folder, 'made.parquet')
  const duck = await openDuck({ workDir: folder })
  try { await duck.connection.run(`COPY (SELECT ${Object.entries(record).map(([head, value]) => `${quoted(value)} AS ${head}`).join(', ')}) TO ${quoted(parquet)} (FORMAT parquet)`) } finally { duck.close() }
  const files: readonly (readonly [string, Buffer])[] = [
    ['a.json', Buffer.from(JSON.stringify([record]))], ['a.jsonl', Buffer.from(`${JSON.stringify(record)}\n`)], ['a.parquet', readFileSync(parquet)], ['a.tsv', Buffer.from(csv(row()).replaceAll(',', '\t'))],
    ['a.csv.gz', gzipSync(csv(row()))], ['a.zip', zipped([{ name: '呼市/a.csv', bytes: Buffer.from(csv(row())) }])],
  ]
  for (const [name, bytes] of files) {
    const result = await checkBytes('admin_penalty', name, bytes)
    assert.deepEqual([name, result.accepted, result.reported, result.rejected], [name, 1, 0, 0])
  }
}))
