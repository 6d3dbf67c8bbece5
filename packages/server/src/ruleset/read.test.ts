import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { layered, shippedParts } from '@hengjian/law'
import { textsOfFolder } from './folder.ts'
import { faultsOfWhole, fingerprint, readSet } from './read.ts'

const root = path.join(import.meta.dirname, '../../../..')
const demonstration = textsOfFolder(path.join(root, 'samples/law-sets/demonstration-2027'))
const head = demonstration['book.yaml'] ?? assert.fail()
const rule = (body: string): Readonly<Record<string, string>> => ({ 'book.yaml': head, 'rules/petition.yaml': `area: petition\nrules:\n${body}` })
const faults = (files: Readonly<Record<string, string>>) => {
  const read = readSet(files)
  return read.set === null ? read.faults : faultsOfWhole(read, layered(shippedParts(), read.set))
}

test('the demonstration set is read, says what it is and holds together with the rulebook', () => {
  const read = readSet(demonstration)
  assert.deepEqual(read.faults, [])
  assert.equal(read.head?.demonstration, true)
  assert.deepEqual(read.holds, { calendars: 1, settings: 1 })
  assert.deepEqual(faults(demonstration), [])
})

test('every file of the rulebook has the form that is asked of a set', () => {
  const folder = path.join(root, 'packages/law/rulebook')
  const names = globSync(['*.yaml', '*/*.yaml'], { cwd: folder }).filter((name) => name !== 'book.yaml' && name !== 'articles.yaml')
  assert.ok(names.length > 60)
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]))
  assert.deepEqual(readSet({ ...files, 'book.yaml': head }).faults, [])
})

test('a fault is told with file, line, field and reason: wrong form, and what only the whole can know (9)', () => {
  const version = (more: string) => `  - id: petition-procedural-reply\n    versions:\n      - inForce: { from: 2027-01-01, to: null }\n        period: { amount: 10, unit: ${more}\n        computing: criminal\n        sources: [ { law: spp-criminal-rules-2019, article: 第一百六十三条, quote: 演示 } ]\n`
  assert.deepEqual(faults(rule(version('days }'))), [])
  const [unit] = faults(rule(version('fortnights }')))
  assert.deepEqual([unit?.file, unit?.line, unit?.field], ['rules/petition.yaml', 6, 'rules.versions.period.unit'])
  assert.match(unit?.reason ?? '', /hours \| days .*"fortnights"/)
  const [typo] = faults(rule(version('days, lenght: 3 }')))
  assert.deepEqual([typo?.line, typo?.field], [6, 'rules.versions.period'])
  assert.match(typo?.reason ?? '', /'lenght'/)
  const [law] = faults(rule(version('days }').replace('spp-criminal-rules-2019', 'no-such-law')))
  assert.deepEqual([law?.file, law?.line], ['rules/petition.yaml', 8])
  assert.match(law?.reason ?? '', /unknown law 'no-such-law'/)
  const [beneath] = faults({ 'book.yaml': head, 'glossary.yaml': '[ { id: chief-prosecutor, kind: level, zh: 检察长, en: chief, above: no-such-level } ]' })
  assert.equal(beneath?.file, 'glossary.yaml')
})

test('hostile texts are faults, never an exception', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`
  const texts = ['', 'null', '[]', '7', '"text"', 'a: 1\na: 2', '\0', '{', '- - - -', `${'['.repeat(30_000)}`, `${'{a: '.repeat(5_000)}1${'}'.repeat(5_000)}`, bomb, '__proto__: { area: x }', 'area: petition\nrules: { }', 'area: petition\nrules: [ null, 3, [ ] ]', '!!js/function "x"', '---\na: 1\n---\nb: 2', '\u{feff}area: [', 'rules: !!binary x']
  for (const text of texts) for (const name of ['rules/x.yaml', 'settings.yaml', 'book.yaml', 'calendars/2027.yaml', 'procedures/x.yaml', 'bindings/x.yaml']) {
    const found = faults({ 'book.yaml': head, [name]: text })
    assert.ok(found.length > 0, `${name} ${text.slice(0, 40)}`)
  }
  for (const name of ['../book.yaml', 'rules/../../x.yaml', '/etc/passwd', 'rules/a/b.yaml', 'articles.yaml', 'rules.yaml', 'book.yaml/x.yaml', '__proto__.yaml', 'settings/x.yaml', 'rules/.yaml']) assert.ok(faults({ ...demonstration, [name]: 'a: 1' }).length > 0, name)
  assert.match(faults({})[0]?.reason ?? '', /says of itself/)
  assert.match(faults({ 'book.yaml': head })[0]?.reason ?? '', /nothing but its head/)
  assert.match(faults({ ...demonstration, 'rules/large.yaml': 'x'.repeat(9_000_000) })[0]?.reason ?? '', /8 MB/)
})

test('the fingerprint is that of the texts, not of their order; a folder is read without links and hidden files', () => {
  assert.equal(fingerprint(demonstration), fingerprint(Object.fromEntries(Object.entries(demonstration).toReversed())))
  assert.notEqual(fingerprint(demonstration), fingerprint({ ...demonstration, 'book.yaml': `${head} ` }))
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-set-'))
  try {
    assert.throws(() => textsOfFolder(folder), /holds no rule set/)
    symlinkSync('/etc/hostname', path.join(folder, 'laws.yaml'))
    writeFileSync(path.join(folder, '.hidden.yaml'), 'x')
    writeFileSync(path.join(folder, 'book.yaml'), head)
    assert.deepEqual(Object.keys(textsOfFolder(folder)), ['book.yaml'])
  } finally { rmSync(folder, { recursive: true }) }
})
