// The walls between the eight packages: imports run one way only (docs/ARCHITECTURE.md, "The shape of the code").
import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { code, read } from './files.ts'

/** What each package may import of ours. `server` is the only one that sees them all; `web` sees the HTTP API and the law. */
const may: Readonly<Record<string, readonly string[]>> = {
  law: [], core: ['law'], store: ['core', 'law'], models: ['law'], papers: ['law'], exchange: ['law'],
  server: ['law', 'core', 'store', 'models', 'papers', 'exchange'], web: ['law'],
}

type Import = { readonly file: string; readonly from: string; readonly to: string }
const packageOf = (file: string): string | undefined => /^packages\/([^/]+)\//.exec(file)?.[1]
const imports: readonly Import[] = code.flatMap((file) => {
  const from = packageOf(file)
  if (from === undefined) return []
  return [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap((match): Import[] => {
    const target = match[1] ?? ''
    const named = /^@hengjian\/([^/]+)/.exec(target)?.[1]
    const reached = target.startsWith('.') ? packageOf(path.normalize(path.join(path.dirname(file), target))) : undefined
    const to = named ?? reached
    return to === undefined || to === from ? [] : [{ file, from, to: named === undefined ? `${to} (by path, not by its door)` : to }]
  })
})

test('a package imports only what its wall lets through, and only by the door', () => {
  const wrong = imports.filter(({ file, from, to }) => !(may[from] ?? []).includes(to) && !(file.endsWith('.test.ts') && /^(law|core|store)$/.test(to)))
  assert.deepEqual(wrong, [])
})

test('the walls are those that each package.json declares', () => {
  for (const [name, allowed] of Object.entries(may)) {
    const manifest = JSON.parse(read(`packages/${name}/package.json`)) as { dependencies?: Record<string, string> }
    const declared = Object.keys(manifest.dependencies ?? {}).filter((dependency) => dependency.startsWith('@hengjian/')).map((dependency) => dependency.slice('@hengjian/'.length))
    assert.deepEqual(declared.filter((dependency) => !allowed.includes(dependency)), [], name)
  }
})

// A calculus that reads a clock or a file cannot be replayed, explained or run in a browser.
test('law and core know no clock, no file, no network', () => {
  const wrong = code.filter((file) => /^packages\/(law|core)\/src\//.test(file) && !file.endsWith('.test.ts'))
    .flatMap((file) => [...read(file).matchAll(/from 'node:[^']*'|\bDate\.now\(|\bnew Date\(|\bfetch\(|\bTemporal\.Now\b|\bprocess\./g)].map((match) => `${file}: ${match[0]}`))
  assert.deepEqual(wrong, [])
})

test('one index file a package, at its door', () => {
  assert.deepEqual(code.filter((file) => /(^|\/)index\.tsx?$/.test(file) && !/^packages\/[^/]+\/src\/index\.ts$/.test(file)), [])
})
