// What exercises a rule, from the index that `npm run gen` draws from replays and dated test rows. No test runs here.
import type { Lawbook } from '@hengjian/law'
import index from '../gen/law-tests.gen.json' with { type: 'json' }
import type { RuleTests } from './shapes-law.ts'
import { termOf } from './law.ts'

type Dated = { readonly rule: string; readonly what: string; readonly from: string; readonly due: string | null; readonly given: string | null; readonly file: string }
type Replayed = { readonly rule: string; readonly file: string; readonly title: string; readonly due?: { readonly due: string | null; readonly status: string | null; readonly because: string | null }; readonly refused?: { readonly act: string; readonly on: string; readonly because: string | null } }
const { dates, replays } = index as unknown as { readonly dates: readonly Dated[]; readonly replays: readonly Replayed[] }
const [datesOf, replaysOf] = [Map.groupBy(dates, ({ rule }) => rule), Map.groupBy(replays, ({ rule }) => rule)]

export const testsOf = (book: Lawbook, rule: string): RuleTests => ({
  dates: (datesOf.get(rule) ?? []).map(({ rule: _rule, ...row }) => row),
  replays: [...Map.groupBy(replaysOf.get(rule) ?? [], ({ file }) => file)].map(([file, rows]) => ({
    file, title: rows[0]?.title ?? file, due: rows.flatMap(({ due }) => (due === undefined ? [] : [due])),
    refused: rows.flatMap(({ refused }) => (refused === undefined ? [] : [{ act: termOf(book, 'act', refused.act), on: refused.on, because: refused.because }])),
  })),
})
