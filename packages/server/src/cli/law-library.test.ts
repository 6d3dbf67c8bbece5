// The library from a shell: found, drawn, imported, refused with file and reason (issue 3: law library).
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { main } from './main.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-law-texts-'))
after(() => rmSync(folder, { recursive: true, force: true }))
async function hj(...args: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', '']
  const status = await main(args, { out: (text) => { out += text }, err: (text) => { err += text }, env: { HENGJIAN_DATA: path.join(folder, 'data') }, cwd: folder })
  return { status, out, err }
}

test('law search finds by words and tells when nothing has them', async () => {
  const { out, status } = await hj('law', 'search', '检察建议', '回复', '--json')
  assert.equal(status, 0)
  assert.equal((JSON.parse(out) as { hits: { id: string }[] }).hits[0]?.id, 'suggestion-reply')
  assert.equal((await hj('law', 'search', 'zzzzqqq')).status, 1)
  assert.equal((await hj('law', 'search')).status, 2)
})
test('law graph draws a procedure, in words and for Graphviz', async () => {
  const { out } = await hj('law', 'graph', 'administrative-public-interest')
  assert.match(out, /立案/)
  assert.match(out, /◷ pil-suggestion-reply/)
  assert.match((await hj('law', 'graph', 'administrative-public-interest', '--dot')).out, /^digraph[\s\S]*"accept" -> "file"/)
  const wrong = await hj('law', 'graph', 'administrative-public-interes')
  assert.equal(wrong.status, 1)
  assert.match(wrong.err, /Did you mean administrative-public-interest/)
})
test('law import-texts keeps what it can read, refuses the rest with file and reason, and prints the figures', async () => {
  const texts = path.join(folder, 'texts')
  mkdirSync(texts)
  writeFileSync(path.join(texts, 'good.md'), '# 人民检察院检察建议工作规定\n\n> 法律名称：人民检察院检察建议工作规定｜2019-02-26施行\n\n第十九条 人民检察院提出检察建议，除另有规定外，应当要求被建议单位自收到检察建议书之日起两个月以内作出相应处理，并书面回复人民检察院。因情况紧急需要被建议单位尽快处理的，可以根据实际情况确定相应的回复期限。\n')
  writeFileSync(path.join(texts, 'bad.md'), '# 没有条文\n')
  writeFileSync(path.join(texts, 'latin.txt'), Buffer.from([0xff, 0xfe, 0x41]))
  const { status, out, err } = await hj('law', 'import-texts', 'texts')
  assert.equal(status, 1)
  assert.match(err, /bad\.md: no article/)
  assert.match(err, /latin\.txt: not UTF-8/)
  assert.match(out, /1 files imported into .*, 2 refused; 1 laws, 1 articles/)
  assert.match(out, /verbatim in the article [1-9]/)
  assert.ok(existsSync(path.join(folder, 'data/law-texts')))
  const nowhere = await hj('law', 'import-texts', 'nowhere')
  assert.equal(nowhere.status, 1)
  assert.match(nowhere.err, /cannot be read/)
})
