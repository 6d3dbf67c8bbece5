import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkBytes, problemOf, reasonsOf } from '../checking/fixture.ts'
import { dataTemplate } from '../contract/template.ts'
import { workbook, zipped } from './workbook.ts'
import { serialDay } from './xlsx.ts'

const names = ['CF_XDR_MC', 'CF_XDR_SHXYM', 'CF_WSH', 'CF_WFXW', 'CF_SY', 'CF_JDRQ', 'CF_CFJG', 'CF_NR_FK']
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const texts = (cells: readonly string[], line: number): string => `<row r="${line}">${cells.map((cell, i) => (cell.startsWith('<c') ? cell : `<c r="${String.fromCharCode(65 + i)}${line}" t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`
const book = (body: string, extra: readonly { readonly name: string; readonly bytes: Buffer }[] = [], sheetHead = ''): Buffer => zipped([
  { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
  { name: 'xl/workbook.xml', bytes: Buffer.from(`<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="处罚" sheetId="1" r:id="rId1"/></sheets></workbook>`) },
  { name: 'xl/_rels/workbook.xml.rels', bytes: Buffer.from('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>') },
  { name: 'xl/styles.xml', bytes: Buffer.from('<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>') },
  { name: 'xl/sharedStrings.xml', bytes: Buffer.from('<sst><si><t>甲公司</t></si><si><r><t>乙</t></r><r><t>公司</t></r><rPh><t>yi</t></rPh></si></sst>') },
  { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from(`${sheetHead}<worksheet><sheetData>${body}</sheetData></worksheet>`) },
  ...extra,
])
const part = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })
const row = (line: number, over: Readonly<Record<number, string>> = {}): string => texts(['甲公司', '', `呼罚〔2025〕${line}号`, '非法占用草原', '占用草原', '2025-03-01', '某局', '1'].map((cell, i) => over[i] ?? cell), line)

test('M9.1 a workbook: shared and rich strings, date serials, formulas by their kept value, an 18-digit number is rejected', async () => {
  const result = await checkBytes('admin_penalty', 'a.xlsx', book([
    texts(names, 1), row(2, { 0: '<c r="A2" t="s"><v>1</v></c>', 5: '<c r="F2" s="1"><v>45717</v></c>' }), row(3, { 5: '<c r="F3" s="2"><v>45717.5</v></c>', 7: '<c r="H3"><f>1+0.63</f><v>1.6300000000000001</v></c>' }),
    row(4, { 1: '<c r="B4"><v>1.10105194912310E+17</v></c>' }), row(5, { 7: '<c r="H5" t="e"><v>#N/A</v></c>' }), row(6, { 5: '<c r="F6"><v>45717</v></c>' }),
  ].join('')))
  assert.deepEqual([result.rows, result.accepted, result.rejected, result.files[0]?.format], [5, 3, 2, 'xlsx'])
  assert.deepEqual(reasonsOf(result).filter((one) => !one.startsWith('missing')), ['date-serial CF_JDRQ 1 reported', 'formula-error CF_NR_FK 1 rejected', 'number-precision CF_XDR_SHXYM 1 rejected'])
  const fine = result.profile.find(({ field }) => field === 'CF_NR_FK')
  assert.deepEqual([fine?.min, fine?.max], ['10000', '16300'])
  const day = result.profile.find(({ field }) => field === 'CF_JDRQ')
  assert.deepEqual([day?.min, day?.max], ['2025-03-01', '2025-03-01'])
  const lost = result.reasons.find(({ code }) => code === 'number-precision')
  assert.deepEqual([lost?.examples[0]?.row, lost?.examples[0]?.line, lost?.examples[0]?.value], [3, 4, '110105194912310000'])
})

test('M9.1 the template with its two rows of heads is read back, whatever is pasted below', async () => {
  assert.equal((await checkBytes('admin_penalty', 't.xlsx', dataTemplate('admin_penalty', 'xlsx'))).rows, 0)
  assert.equal((await checkBytes('admin_penalty', 't.csv', dataTemplate('admin_penalty', 'csv'))).rows, 0)
  assert.equal((await checkBytes('admin_penalty', 'a.xlsx', workbook('处罚', [names, names, ['甲公司', '', '呼罚〔2025〕1号', '', '', '', '', '']]))).rows, 1)
})

test('M9.1 what a workbook may not carry is refused by part', async () => {
  const body = texts(names, 1) + row(2)
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['a macro', book(body, [part('xl/vbaProject.bin', 'x')]), 'excel-macro'],
    ['a macro sheet', book(body, [part('xl/macrosheets/sheet2.xml', '<x/>')]), 'excel-macro'],
    ['a link to another file', book(body, [part('xl/externalLinks/externalLink1.xml', '<x/>')]), 'excel-external'],
    ['an external relation', book(body, [part('xl/worksheets/_rels/sheet1.xml.rels', '<Relationships><Relationship Id="a" Type="x/oleObject" TargetMode="External" Target="http://x/"/></Relationships>')]), 'excel-external'],
    ['an embedded object', book(body, [part('xl/embeddings/oleObject1.bin', 'x')]), 'excel-active'],
    ['a document type', book(body, [], '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), 'excel-dtd'],
    ['an unknown entity', book(texts(names, 1) + row(2, { 0: '<c r="A2" t="inlineStr"><is><t>&a;</t></is></c>' })), 'excel-broken'],
    ['a string that is not there', book(texts(names, 1) + row(2, { 0: '<c r="A2" t="s"><v>99</v></c>' })), 'excel-broken'],
    ['a cut sheet', book(`${texts(names, 1)}<row r="2"><c`), 'excel-broken'],
    ['a bomb', book(body, [{ name: 'xl/worksheets/sheet2.xml', bytes: Buffer.alloc(64 * 1024 * 1024, 0x20) }]), 'archive-bomb'],
    ['a name twice', zipped([{ name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') }, { name: '[content_types].xml', bytes: Buffer.from('<Types/>') }]), 'archive-overlap'],
    ['a climbing name', book(body, [part('../xl/evil.xml', '<x/>')]), 'archive-path'],
    ['no heads', book(row(2)), 'header-missing'],
    ['no workbook', zipped([part('[Content_Types].xml', '<Types/>'), part('word/document.xml', '<x/>')]), 'wrong-format'],
  ]
  for (const [name, bytes, code] of cases) assert.equal((await problemOf(checkBytes('admin_penalty', 'a.xlsx', bytes))).code, code, name)
  const allowed = await checkBytes('admin_penalty', 'a.xlsx', book(body, [part('xl/worksheets/_rels/sheet1.xml.rels', '<Relationships><Relationship Id="a" Type="http://x/relationships/hyperlink" TargetMode="External" Target="http://x/"/></Relationships>')]))
  assert.equal(allowed.accepted, 1, 'a link that only a person follows')
})

test('serial numbers: both origins, the day that never was, times', () => {
  assert.deepEqual([serialDay(45717, false), serialDay(44255, true), serialDay(60, false), serialDay(59, false), serialDay(61, false), serialDay(45717.25, false), serialDay(0, false)], ['2025-03-01', '2025-03-01', null, '1900-02-28', '1900-03-01', '2025-03-01 06:00:00', null])
})
