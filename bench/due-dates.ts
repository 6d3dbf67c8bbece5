// Due dates a second: with their reasons as the product carries them, with every sentence spelled out, and the bare arithmetic,
// each against the hand-written floor of the same run (prefix sums in a typed array), and against a loop that walks days one by one.
import { dueOf, dueNumber, reckon, fromNumber, lawbook, numberOf, type Day, type DueOptions, type Rule, type RuleVersion } from '../packages/law/src/index.ts'

const book = lawbook()
const { calendar } = book
const rounds = 5
const [from, to] = [numberOf(2015, 1, 1), numberOf(2026, 6, 30)]
let seed = 20261124
const random = (n: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n }
const count = 1 << 20
const starts = Int32Array.from({ length: count }, () => from + random(to - from))
const days = Array.from({ length: 4096 }, (_, i) => fromNumber(starts[i] ?? from))

// The floor: one prefix-sum table, days only.
const [base, size] = [numberOf(2010, 1, 1), 10_000]
const nextWorking = new Int32Array(size)
for (let i = size - 1, next = base + size; i >= 0; i--) { if (calendar.isWorking(base + i)) next = base + i; nextWorking[i] = next }

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0
const timed = (work: () => number): { readonly ms: number; readonly sum: number } => { const at = performance.now(); const sum = work(); return { ms: performance.now() - at, sum } }

const arithmetic = (): number => { let sum = 0; for (let i = 0; i < count; i++) sum += dueNumber(starts[i] ?? 0, 7, 'days', 'end-to-end', false, true, calendar); return sum }
const floor = (): number => { let sum = 0; for (let i = 0; i < count; i++) sum += nextWorking[(starts[i] ?? 0) + 7 - base] ?? 0; return sum }
const walking = (): number => { let sum = 0; for (let i = 0; i < 4096; i++) { let n = (starts[i] ?? 0) + 7; while (calendar.kindOf(n).kind !== 'working' && calendar.kindOf(n).kind !== 'worked') n++; sum += n } return sum }

const picked = ['filing-reasons-for-not-filing', 'pil-suggestion-reply', 'prosecution-review', 'civil-review-period', 'suggestion-reply', 'protest-first-instance-judgment', 'reverse-review', 'arrest-review-detained']
  .map((id): readonly [Rule, RuleVersion] => { const rule = book.rules.get(id); const version = rule?.versions[0]; if (!rule || !version) throw new RangeError(id); return [rule, version] })
const none: DueOptions = {}
const reasons = 200_000
const withReasons = (): number => { let sum = 0; for (let i = 0; i < reasons; i++) { const one = picked[i & 7]; if (one) sum += reckon(one[0], one[1], days[i & 4095] as Day, none, book).end } return sum }
const spelled = (): number => { let sum = 0; for (let i = 0; i < reasons / 10; i++) { const one = picked[i & 7]; if (one) sum += dueOf(one[0], one[1], days[i & 4095] as Day, none, book).steps.length } return sum }

const [a, f, w, r, s] = [[], [], [], [], []] as [number[], number[], number[], number[], number[]]
let same = true
for (let round = 0; round < rounds; round++) {
  const [ours, hand] = [timed(arithmetic), timed(floor)]
  same &&= ours.sum === hand.sum
  a.push(ours.ms / count); f.push(hand.ms / count)
  w.push(timed(walking).ms / 4096); r.push(timed(withReasons).ms / reasons); s.push(timed(spelled).ms / (reasons / 10))
}
const line = (name: string, ms: number, against?: number): void => console.log(`${name.padEnd(52)}${(1 / ms / 1000).toFixed(2).padStart(9)} M/s${against === undefined ? '' : `   ${(against / ms).toFixed(2)}× of the floor`}`)
console.log(`${count} starts, ${rounds} rounds, median; product and floor gave ${same ? 'the same dates' : 'DIFFERENT DATES'}`)
line('floor: table of next working days', median(f))
line('core arithmetic (dueNumber)', median(a), median(f))
line('reckon: date with its reasons as facts', median(r))
line('dueOf and every sentence of its ledger', median(s))
line('a loop over days', median(w))
