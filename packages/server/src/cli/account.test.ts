import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { lawbook } from '@hengjian/law'
import { openStore, type Store } from '@hengjian/store'
import { openIdentity } from '../identity/identity.ts'
import { codeOf, stepOf } from '../identity/totp.ts'
import { main } from './main.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-account-'))
const secret = 'a secret of an installation, for tests only'
let store: Store
before(async () => { store = await openStore({ dataDir: folder, mode: 'production', lawbook: lawbook() }) })
after(async () => { await store?.close(); rmSync(folder, { recursive: true, force: true }) })

const hj = async (...args: readonly string[]) => {
  let [out, err] = ['', '']
  const status = await main(['account', ...args], { out: (text) => { out += text }, err: (text) => { err += text }, env: { HENGJIAN_DATA: folder, HENGJIAN_SECRET: secret }, cwd: folder })
  return { status, out, err }
}
const organ = { id: 'p', name: { zh: '甲市人民检察院', en: 'P' }, short: { zh: '甲检', en: 'P' }, role: 'procuratorate', level: 'city', superior: null, division: null }

test('beside a running server: organs from a file, an account that can sign in, and its end', async () => {
  writeFileSync(path.join(folder, 'organs.yaml'), JSON.stringify([organ]))
  assert.equal((await hj('organs', 'organs.yaml')).status, 0)
  const made = await hj('add', 'zhang', '--person', '张试', '--organ', 'p', '--office', 'prosecutor', '--json')
  assert.equal(made.status, 0, made.err)
  const { password, otpauth } = JSON.parse(made.out) as { password: string; otpauth: string }
  const identity = openIdentity({ directory: store.directory, secret, generous: false })
  const factor = new URL(otpauth).searchParams.get('secret') ?? ''
  const enter = (word: string, ahead: number) => identity.signIn({ account: 'zhang', password: word, code: codeOf(factor, stepOf(Date.now()) + ahead), address: 'x' })
  assert.equal((await enter(password, 9)).ok, false, 'production takes no code from the far future')
  const entered = await enter(password, 0)
  assert.ok(entered.ok)
  assert.deepEqual([entered.value.caller.organ.id, entered.value.caller.post.office], ['p', 'prosecutor'])
  assert.equal((await hj('disable', 'zhang')).status, 0)
  assert.equal((await enter(password, 1)).ok, false)
  const list = await hj('list', '--json')
  assert.doesNotMatch(list.out, /argon2|v1\./)
  assert.equal((JSON.parse(list.out) as { disabled: boolean }[])[0]?.disabled, true)
})

test('what does not fit is refused by name', async () => {
  writeFileSync(path.join(folder, 'lost.yaml'), JSON.stringify([{ ...organ, id: 'q', superior: 'nowhere' }]))
  assert.match((await hj('organs', 'lost.yaml')).err, /nowhere/)
  writeFileSync(path.join(folder, 'bad.yaml'), '- { id: 3 }')
  assert.equal((await hj('organs', 'bad.yaml')).status, 1)
  assert.equal((await hj('organs', 'gone.yaml')).status, 1)
  assert.match((await hj('add', 'x', '--person', 'X', '--organ', 'none', '--office', 'chief')).err, /account\.organ/)
  assert.equal((await hj('add', 'x', '--person', 'X', '--organ', 'p', '--office', 'king')).status, 2)
  assert.equal((await hj('add')).status, 2)
  assert.match((await hj('disable', 'nobody')).err, /account\.unknown/)
})
