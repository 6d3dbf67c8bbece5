import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { main } from './main.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-replay-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const good = path.join(import.meta.dirname, '..', '..', '..', 'core', 'replays', 'urging.yaml')

const hj = async (...args: readonly string[]) => {
  let [out, err] = ['', '']
  const status = await main(['law', 'replay', ...args], { out: (text) => { out += text }, err: (text) => { err += text }, env: {}, cwd: folder })
  return { status, out, err }
}
const given = (text: string | Uint8Array): string => { const file = path.join(folder, 'given.yaml'); writeFileSync(file, text); return file }
const head = 'case: 自编\nprocedure: social-governance-suggestion\norgans:\n  office: { name: 甲市人民检察院, role: procuratorate }\n  market: { name: 甲市市场监督管理局, role: administrative-organ }\n'

test('M16.3: a replay in JSON: acts, duties, permitted, agreement; exit status 0 when all agree', async () => {
  const { status, out } = await hj(good, '--json')
  assert.equal(status, 0)
  const said = JSON.parse(out) as { matter: { now: string }; acts: { accepted: boolean }[]; duties: { rule: string; due: string; status: string }[]; permitted: { key: string; allowed: boolean }[]; agreement: { expected: number; agreed: number; disputed: unknown[] } }
  assert.deepEqual(said.agreement, { expected: 5, agreed: 5, disputed: [] })
  assert.ok(said.acts.every(({ accepted }) => accepted) && said.permitted.length > 20)
  assert.deepEqual(said.duties.filter(({ rule }) => rule === 'suggestion-reply').map(({ due, status: at }) => [due, at]), [['2026-05-06', 'discharged-late']])
})

test('--now moves the statuses, not the dates; the text says what agrees', async () => {
  const { out } = await hj(good, '--now', '2026-04-01', '--json')
  const { duties } = JSON.parse(out) as { duties: { rule: string; due: string; status: string }[] }
  assert.deepEqual(duties.filter(({ rule }) => rule === 'suggestion-reply').map(({ due, status }) => [due, status]), [['2026-05-06', 'open']])
  assert.match((await hj(good)).out, /agreed 5 of 5/)
})

test('a file that does not agree: exit status 1, and each dispute with what was wanted and got', async () => {
  const file = given(`${head}acts:\n  - { act: serve, instrument: social-governance-suggestion, on: 2026-03-02, by: office, to: market }\nexpect:\n  - { rule: suggestion-reply, owedBy: market, openedBy: 1, due: 2026-05-02, status: open }\n`)
  const { status, out } = await hj(file, '--json')
  assert.equal(status, 1)
  const [dispute] = (JSON.parse(out) as { agreement: { disputed: { want: string; got: string }[] } }).agreement.disputed
  assert.match(dispute?.want ?? '', /2026-05-02/)
  assert.match(dispute?.got ?? '', /2026-05-06/)
})

const refused = async (text: string | Uint8Array): Promise<{ readonly code: string; readonly detail: string; readonly line?: number }> => {
  const { status, err, out } = await hj(given(text))
  assert.deepEqual([status, out], [1, ''], err)
  return JSON.parse(err)
}

test('a bad file: not there, not UTF-8, not YAML, a field missing, a key or an act that nobody knows, an organ that takes no part: file and line', async () => {
  assert.equal((await hj('gone.yaml')).status, 1)
  assert.match((await refused(new Uint8Array([0xbc, 0xd7, 0x3a, 0x20, 0xff]))).detail, /UTF-8/)
  const broken = await refused('case: x\nacts: [\n')
  assert.deepEqual([broken.code, typeof broken.line], ['replay.yaml', 'number'])
  assert.match((await refused('case: x\nprocedure: y\norgans: {}\n')).detail, /'acts' is missing/)
  const odd = await refused(`${head}acts: []\nsurprise: 1\n`)
  assert.match(odd.detail, /given\.yaml:7: unknown key 'surprise'/)
  const slip = await refused(`${head}acts:\n  - { act: serve, instrumnet: social-governance-suggestion, on: 2026-03-02, by: office }\n`)
  assert.match(slip.detail, /:7: unknown key 'instrumnet'; did you mean instrument/)
  assert.match((await refused(`${head}acts:\n  - { act: sreve, on: 2026-03-02, by: office }\n`)).detail, /'sreve' is not in the vocabulary of acts; did you mean serve/)
  assert.match((await refused(`${head}acts:\n  - { act: serve, on: 2026-03-02, by: nobody }\n`)).detail, /'nobody' is not one of the organs/)
  assert.match((await refused(`${head}acts:\n  - { act: serve, on: 2026-03-02, by: office }\nexpect:\n  - { rule: x, owedBy: market, openedBy: 4 }\n`)).detail, /number of an act/)
})

test('wrong usage: no file, two files, an unknown option', async () => {
  assert.deepEqual([(await hj()).status, (await hj('a', 'b')).status, (await hj(good, '--nope')).status], [2, 2, 2])
})
