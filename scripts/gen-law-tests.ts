// Which dates and which replayed timelines exercise each rule of the law: drawn from the tests themselves, so that the library can show them.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

const root = path.dirname(import.meta.dirname)
export const target = path.join(root, 'packages/server/src/gen/law-tests.gen.json')

type Row = { readonly rule: string; readonly what: string; readonly from: string; readonly due: string | null; readonly given: string | null; readonly file: string }
/** Rows of a table of dates: [provision, rule, from, due, what is given]. */
const dated = (file: string): readonly Row[] => [...readFileSync(path.join(root, file), 'utf8').matchAll(/^\s*\['([^']*)', '([a-z][\w-]*)', '(\d{4}-[^']*)', (?:'(\d{4}-[^']*)'|null)(?:, \{ ([^\]]*) \})?\],$/gm)]
  .map(([, what = '', rule = '', from = '', due, given]) => ({ rule, what, from, due: due ?? null, given: given ?? null, file }))

type Ledger = { readonly rule: string; readonly from: string; readonly options?: object; readonly ledger: string }
/** Whole ledgers kept word for word: the day on their last line is the date. */
const ledgers = (file: string): readonly Row[] => (parse(readFileSync(path.join(root, file), 'utf8'), { version: '1.2' }) as readonly Ledger[]).map(({ rule, from, options, ledger }) => {
  const all = ledger.trim().split('\n')
  const [first = '', last = ''] = [all[0], all.at(-1)]
  return { rule, what: /^start \S+ (.+) \|/.exec(first)?.[1] ?? first, from, due: /^end (\d{4}-\d{2}-\d{2})/.exec(last)?.[1] ?? null, given: options === undefined ? null : JSON.stringify(options), file }
})

type Replay = {
  readonly title?: string; readonly case: string
  readonly expect?: readonly { readonly rule: string; readonly due?: string | null; readonly status?: string; readonly because?: string }[]
  readonly refuse?: readonly { readonly act: string; readonly on: string; readonly rule?: string; readonly because?: string }[]
}
const replayed = (file: string): readonly object[] => {
  const one = parse(readFileSync(path.join(root, file), 'utf8'), { version: '1.2' }) as Replay
  const head = { file, title: one.title ?? one.case }
  return [
    ...(one.expect ?? []).map(({ rule, due = null, status = null, because = null }) => ({ rule, ...head, due: { due, status, because } })),
    ...(one.refuse ?? []).flatMap(({ act, on, rule, because = null }) => (rule === undefined ? [] : [{ rule, ...head, refused: { act, on: String(on), because } }])),
  ]
}

/** The text of packages/server/src/gen/law-tests.gen.json. */
export const lawTests = (): string => `${JSON.stringify({
  dates: [...globSync('packages/law/src/due*.test.ts', { cwd: root }).toSorted().flatMap(dated), ...ledgers('packages/law/golden/ledgers.yaml')], replays: globSync('packages/core/replays/*.yaml', { cwd: root }).toSorted().flatMap(replayed),
})}\n`
export const write = (): void => { mkdirSync(path.dirname(target), { recursive: true }); writeFileSync(target, lawTests()) }
