// Habits that people would forget, as tests; each says why.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { code, files, read } from './files.ts'

// A name that says nothing collects everything.
test('no utils, common or helpers', () => {
  assert.deepEqual(files.filter((file) => /(^|\/)(utils?|common|helpers?)(\.|\/)/i.test(file)), [])
})

// A reader should see what a package is for without scrolling.
test('each package has a README that fits on one screen', () => {
  for (const name of ['law', 'core', 'store', 'models', 'papers', 'exchange', 'server', 'web']) {
    const file = `packages/${name}/README.md`
    assert.ok(files.includes(file), `${file} is missing`)
    assert.ok(read(file).split('\n').length <= 61, `${file} is longer than 60 lines`)
  }
})

// A long file is sometimes right; then its first lines tell why.
test('a file over 500 lines says on top why', () => {
  assert.deepEqual(code.filter((file) => { const text = read(file); return text.split('\n').length > 500 && !/^(#!.*\n)?(\/\/|\/\*)/.test(text) }), [])
})

// An interface in two languages has no sentence of either in its components.
test('no Chinese inline in components', () => {
  const wrong = files.filter((file) => file.startsWith('packages/web/src/') && file.endsWith('.tsx'))
    .flatMap((file) => read(file).split('\n').flatMap((line, i) => (/\p{Script=Han}/u.test(line.replace(/\/\/.*|\/\*.*?\*\/|^\s*\*.*/g, '')) ? [`${file}:${i + 1}`] : [])))
  assert.deepEqual(wrong, [])
})

// What is promised for later belongs in the tracker, where somebody reads it.
test('no loose ends in the code', () => {
  const mark = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'X', 'X'].join('')})\\b(?! #\\d)`)
  assert.deepEqual(code.filter((file) => mark.test(read(file))), [])
})

// Only a skipped test can be green without having looked.
test('no test is skipped or marked without a stated condition', () => {
  const wrong = code.filter((file) => file.endsWith('.test.ts')).filter((file) => /\b(test|it|describe)\.(skip|todo|only)\(/.test(read(file)))
  assert.deepEqual(wrong, [])
})

// A capability that nobody tests is a promise, not a feature.
test('every capability of the main journey is named by a test or a replay', () => {
  const text = files.filter((file) => (file.endsWith('.test.ts') && !file.startsWith('house/')) || /replays\/.*\.yaml$/.test(file)).map(read).join('\n')
  const capabilities = ['M1.1', 'M4.1', 'M5.9', 'M8.1', 'M9.1', 'M9.2', 'M10.1', 'M11.1', 'M16.1', 'M16.2', 'M16.3', 'M17.1']
  assert.deepEqual(capabilities.filter((id) => !new RegExp(`${id.replace('.', '\\.')}\\b`).test(text)), [])
})
