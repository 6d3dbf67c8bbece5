import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { main } from './main.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-paper-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const hj = async (...args: readonly string[]) => {
  let [out, err] = ['', '']
  const status = await main(['paper', ...args], { out: (text) => { out += text }, err: (text) => { err += text }, env: {}, cwd: folder })
  return { status, out, err }
}
const fields = {
  organ: '呼和浩特市人民检察院', to: '呼和浩特市生态环境局', date: '2026-08-20', docNo: '呼检行公建〔2026〕17号', source: '履行公益监督职责', facts: '大黑河干流部分入河排污口存在超标排放、未登记等情形。',
  finding: '你局作为生态环境主管部门，对上述情形负有监督管理职责', basis: '《中华人民共和国行政诉讼法》第二十五条第四款', replyPeriod: '自收到本检察建议书之日起两个月',
  demands: ['对2处超标排口依法处理并监督限期治理', { text: '对7处未登记排口逐一溯源', standard: '台账7份', by: '2026-10-15' }],
}
const given = (name: string, text: string | Uint8Array): string => { const file = path.join(folder, name); writeFileSync(file, text); return file }
const good = given('good.json', JSON.stringify(fields))

test('a file of fields becomes a PDF, a DOCX, an OFD; the same file gives the same PDF', async () => {
  for (const [name, magic] of [['a.pdf', '%PDF-1.7'], ['a.docx', 'PK'], ['a.ofd', 'PK']] as const) {
    const { status, out } = await hj('render', 'pil-suggestion', '--fields', good, '--out', name, '--json')
    assert.equal(status, 0)
    const said = JSON.parse(out) as { out: string; bytes: number; pages: number | null }
    assert.ok(readFileSync(said.out).subarray(0, magic.length).toString('latin1') === magic)
    assert.equal(readFileSync(said.out).length, said.bytes)
  }
  await hj('render', 'pil-suggestion', '--fields', good, '--out', 'b.pdf')
  assert.equal(Buffer.compare(readFileSync(path.join(folder, 'a.pdf')), readFileSync(path.join(folder, 'b.pdf'))), 0)
})

test('YAML with the law’s own words as field names is understood', async () => {
  const file = given('chinese.yaml', '制发机关: 呼和浩特市人民检察院\n行政机关的名称: 呼和浩特市生态环境局\n成文日期: "2026-08-20"\n案件来源: 履行职责\n国家利益或者社会公共利益受到侵害的事实: 排污。\n认定行政机关不依法履行职责的事实和理由: 未履职\n提出检察建议的法律依据: 《中华人民共和国行政诉讼法》第二十五条\n建议的具体内容: [对排口溯源]\n行政机关整改期限: 自收到之日起两个月\n')
  assert.equal((await hj('render', 'pil-suggestion', '--fields', file, '--out', 'c.pdf')).status, 0)
})

const refused = async (...args: readonly string[]): Promise<Record<string, unknown> & { errors?: { field: string; code: string; message: string }[] }> => {
  const before = readdirSync(folder).length
  const { status, err, out } = await hj(...args)
  assert.equal(status, 1, err)
  assert.equal(out, '')
  assert.equal(readdirSync(folder).length, before, 'nothing half written')
  return JSON.parse(err)
}

test('an unknown instrument names the near ones', async () => {
  const said = await refused('render', 'pil-sugestion', '--fields', good, '--out', 'x.pdf')
  assert.equal(said['code'], 'paper.unknown-instrument')
  assert.deepEqual((said['near'] as string[])[0], 'pil-suggestion')
})

test('missing fields: which, and why each must be there', async () => {
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'basis' && name !== 'facts'))
  const said = await refused('render', 'pil-suggestion', '--fields', given('less.json', JSON.stringify(rest)), '--out', 'x.pdf')
  assert.deepEqual(said.errors?.map(({ field, code }) => `${field} ${code}`), ['facts missing', 'basis missing'])
  assert.match(said.errors?.[1]?.message ?? '', /提出检察建议的法律依据/)
})

test('a bad fields file: not there, not UTF-8, not JSON (line and column), not an object, a field nobody knows, a day that is none', async () => {
  assert.match(String((await refused('render', 'pil-suggestion', '--fields', 'gone.json', '--out', 'x.pdf'))['detail']), /gone\.json/)
  assert.match(String((await refused('render', 'pil-suggestion', '--fields', given('gbk.json', new Uint8Array([0x7b, 0x22, 0xba, 0xf4, 0xff])), '--out', 'x.pdf'))['detail']), /UTF-8/)
  const broken = await refused('render', 'pil-suggestion', '--fields', given('broken.json', '{\n  "organ": "x",\n  "to": \n}\n]'), '--out', 'x.pdf')
  assert.equal(typeof broken['line'], 'number')
  assert.equal((await refused('render', 'pil-suggestion', '--fields', given('list.json', '[1]'), '--out', 'x.pdf'))['code'], 'paper.fields-file')
  const unknown = await refused('render', 'pil-suggestion', '--fields', given('odd.json', JSON.stringify({ ...fields, replyperiod: 'x' })), '--out', 'x.pdf')
  assert.match(unknown.errors?.[0]?.message ?? '', /replyPeriod/)
  assert.equal((await refused('render', 'pil-suggestion', '--fields', given('day.json', JSON.stringify({ ...fields, date: '2023-02-30' })), '--out', 'x.pdf')).errors?.[0]?.code, 'not-a-day')
  assert.equal((await refused('render', 'pil-suggestion', '--fields', good, '--out', 'no/such/folder/x.pdf'))['code'], 'paper.out')
})

test('wrong usage ends with 2 and the usage line', async () => {
  for (const args of [['render'], ['render', 'pil-suggestion'], ['render', 'pil-suggestion', '--fields', good], ['render', 'pil-suggestion', '--fields', good, '--out', 'x.txt'], ['render', 'pil-suggestion', '--nope'], ['fold']]) {
    const { status, err } = await hj(...args)
    assert.equal(status, 2)
    assert.match(err, /hj paper/)
  }
  assert.equal(existsSync(path.join(folder, 'x.txt')), false)
})

test('the schema of the fields is printed, by name or as --fields ?', async () => {
  const [one, other] = [await hj('fields', 'pil-suggestion'), await hj('render', 'pil-suggestion', '--fields', '?')]
  assert.equal(one.out, other.out)
  const schema = JSON.parse(one.out) as { required: string[]; properties: Record<string, { title: string }> }
  assert.ok(schema.required.includes('basis'))
  assert.equal(schema.properties['facts']?.title, '国家利益或者社会公共利益受到侵害的事实')
})
