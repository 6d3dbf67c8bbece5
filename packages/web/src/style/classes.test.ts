// Styles arrive with the page that imports them. A class that is styled only by the sheet of another page looks right or wrong depending on
// which pages were open before; so every class that a page uses is styled by a sheet which that page, or the frame, loads.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const root = path.dirname(import.meta.dirname)
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const reach = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file) || !existsSync(path.join(root, file))) return seen
  seen.add(file)
  if (!file.endsWith('.css')) for (const [, to] of read(file).matchAll(/(?:from|import) '(\.[^']+)'/g)) reach(path.normalize(path.join(path.dirname(file), to ?? '')), seen)
  return seen
}
const isSheet = (file: string): boolean => file.endsWith('.css')
const classesOf = (css: string): ReadonlySet<string> => new Set([...css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)].flatMap(([, selector]) => [...(selector ?? '').matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name ?? '')))

const sheets = new Map(globSync('**/*.css', { cwd: root }).map((file) => [file, classesOf(read(file))]))
const frame = [...reach('main.tsx')].filter(isSheet)
/** Names in plain class attributes; those that are computed from data are seen on the screens. */
const used = (file: string): readonly string[] => [...read(file).matchAll(/className='([^']*)'/g)].flatMap(([, names]) => (names ?? '').split(/\s+/).filter((name) => name !== ''))

test('every class of a page is styled by a sheet that the page loads', () => {
  const wrong = globSync('pages/*/*Page.tsx', { cwd: root }).flatMap((page) => {
    const files = [...reach(page)]
    const loaded = new Set([...frame, ...files.filter(isSheet)].flatMap((sheet) => [...(sheets.get(sheet) ?? [])]))
    return files.filter((file) => file.endsWith('.tsx')).flatMap((file) => used(file).filter((name) => !loaded.has(name)).flatMap((name) => { const where = [...sheets].find(([, names]) => names.has(name)); return where === undefined ? [] : [`${page}: .${name} in ${file} is styled by ${where[0]}`] }))
  })
  assert.deepEqual([...new Set(wrong)], [])
})
