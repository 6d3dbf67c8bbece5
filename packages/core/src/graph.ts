import { addDays, day, type Condition, type Day, type Lawbook, type Procedure } from '@hengjian/law'
import type { Matter } from './act.ts'
import { bearingOf } from './bindings.ts'
import { ask } from './conditions.ts'
import { duties } from './duties.ts'
import type { Duty } from './duty.ts'
import { fold } from './fold.ts'
import { after, movesOf, nextDay, openOn, sampleOrgans, type Move } from './graph-steps.ts'
import { factsFor } from './guards.ts'

/** What a bounded walk through everything that a procedure permits found. A path is the keys of its acts, in order. */
export type Walked = {
  readonly states: number
  /** Everything within reach was looked at; else the walk ended at its bound. */
  readonly whole: boolean
  /** Open, with no duty running and nothing that anybody may do. */
  readonly stuck: readonly (readonly string[])[]
  /** Open, and no way to a closing act was found from there. */
  readonly endless: readonly (readonly string[])[]
  /** Acts that the walk never saw permitted. */
  readonly unseen: readonly string[]
}

type State = { readonly matter: Matter; readonly from: number | null; readonly next: number[]; readonly closed: boolean; expanded: boolean; ends: boolean }

/** Acts that move nothing on by themselves. */
const idle = new Set(['correct', 'seal', 'unseal', 'recuse', 'assign', 'publish'])
const start = day('2026-02-02')
const path = ({ acts }: Matter): readonly string[] => acts.map(({ key, result, form }) => `${key ?? ''}${typeof form?.['outcome'] === 'string' ? `(${form['outcome']})` : result === undefined ? '' : `(${result})`}`)

/** What the guards and bars of a procedure can see of the record, and the rules whose periods they ask about: all that tells two states apart. */
function asked(procedure: Procedure, matter: Matter, lawbook: Lawbook): { readonly record: readonly Condition[]; readonly rules: ReadonlySet<string> } {
  const all = [...procedure.acts.flatMap(({ guards }) => guards), ...bearingOf(matter, lawbook).bars.flatMap((bar): readonly Condition[] => [...bar.guards, ...bar.if ?? []])]
  const pointed = procedure.acts.flatMap(({ of }) => (of === undefined ? [] : [{ name: 'on-record', args: { key: of.join(',') } }]))
  const own = new Map([...all.filter(({ name }) => recorded.has(name)), ...pointed].map(({ name, args = {} }) => [JSON.stringify([name, args]), { name, args }]))
  return { record: [...own.values()], rules: new Set(all.flatMap(({ args = {} }) => [args['rules'], args['rule']].flatMap((one) => String(one ?? '').split(',')))) }
}
/** Conditions that look at the record alone. Whether an act is on record for the first time concerns nobody but itself. */
const recorded = new Set(['on-record', 'not-on-record', 'fewer-than', 'addressed-by', 'closable', 'answered', 'shortfall', 'objection-open'])

const isRunning = ({ status }: Duty): boolean => status === 'open' || status === 'overdue' || status === 'not-started' || status === 'suspended'
const running = (matter: Matter, lawbook: Lawbook, on: Day): readonly Duty[] => duties(matter, lawbook, on).filter(isRunning)
/** The day after the last of the periods that run, so that what waits for them can be done; at most three years on. */
function lateDay(matter: Matter, lawbook: Lawbook, soon: Day): Day {
  const last = running(matter, lawbook, soon).map(({ due }) => due).filter((due) => due !== null && due < addDays(soon, 1100)).toSorted().at(-1)
  return last == null || last < soon ? soon : addDays(last, 1)
}

/**
 * Goes through the states that a procedure's acts lead to, each act tried by every organ that may do it, at once and once every running period is over,
 * with a sample of each choice. States that agree in what guards can see (acts on record that matter, papers, stage, duties and their lights) are one.
 * The walk looks at `most` states, by turns the oldest and the newest; from where it stopped it looks for a close by what the refusals name.
 */
export function walkGraph(id: string, lawbook: Lawbook, most = 120): Walked {
  const procedure = lawbook.procedures.get(id)
  if (procedure === undefined) throw new RangeError(`no procedure '${id}'`)
  const empty: Matter = { procedure: id, organs: sampleOrgans(procedure), acts: [] }
  const { record, rules } = asked(procedure, empty, lawbook)
  const moves = movesOf(empty, lawbook)
  const seen = new Set<string>()
  const look = (matter: Matter): string => {
    const { stage, closed, instruments, demands, rung } = fold(matter, lawbook)
    const on = nextDay(matter, start)
    const facts = factsFor(matter, lawbook, null, null, on)
    const open = facts.duties().filter(isRunning)
    const lights = open.filter(({ rule }) => rules.has(rule)).map(({ rule, label, light }) => `${rule}:${label ?? ''}:${light}`)
    return [stage, closed, rung, open.length > 0, ...new Set(instruments.map((one) => `${one.id}=${one.stage}`)), ...new Set(demands.map((one) => one.state)), '|', ...new Set(lights), '|', ...record.map((one) => (ask(one, facts).holds ? 1 : 0))].join(' ')
  }
  const states: State[] = []
  const index = new Map<string, number>()
  const add = (matter: Matter, from: number | null): number => {
    const hash = look(matter)
    const known = index.get(hash)
    if (known !== undefined) return known
    index.set(hash, states.length)
    states.push({ matter, from, next: [], closed: fold(matter, lawbook).closed, expanded: false, ends: false })
    return states.length - 1
  }
  const daysOf = (matter: Matter): readonly Day[] => { const soon = nextDay(matter, start); return [...new Set([soon, lateDay(matter, lawbook, soon)])] }
  const stuck: (readonly string[])[] = []
  const queue = [add(empty, null)]
  for (let turn = 0; queue.length > 0 && turn < most; turn++) {
    const at = turn % 2 === 0 ? queue.shift() : queue.pop()
    const state = at === undefined ? undefined : states[at]
    if (at === undefined || state === undefined) break
    state.expanded = true
    if (state.closed) continue
    let alive = running(state.matter, lawbook, nextDay(state.matter, start)).length > 0
    for (const on of daysOf(state.matter)) {
      const fresh = (move: Move): number => (state.matter.acts.some(({ key }) => key === move.entry.key) ? 0 : 1)
      for (const move of openOn(state.matter, lawbook, moves, on).open.toSorted((a, b) => fresh(a) - fresh(b))) {
        seen.add(move.entry.key)
        const reached = after(move, state.matter, lawbook, on)
        if (reached.length > 0 && !idle.has(move.entry.act)) alive = true
        for (const matter of reached) {
          const before = states.length
          const next = add(matter, at)
          state.next.push(next)
          if (states.length > before) queue.push(next)
        }
      }
    }
    if (!alive) stuck.push(path(state.matter))
  }
  /** Follows what the refusals of the closing acts name, until one of them goes through. */
  const close = (from: Matter): boolean => {
    let matter = from
    for (let turn = 0; turn < 40 && !fold(matter, lawbook).closed; turn++) {
      const [soon = start, over = soon] = daysOf(matter)
      let next: Matter | undefined
      for (const on of [over, soon]) {
        const { open, unblocks } = openOn(matter, lawbook, moves, on)
        const wanted = procedure.acts.filter(({ closes }) => closes === true).map(({ key }) => key)
        for (let i = 0; i < wanted.length; i++) { const way = unblocks.get(wanted[i] ?? ''); if (way !== undefined && !wanted.includes(way)) wanted.push(way) }
        const done = (key: string): number => matter.acts.filter((act) => act.key === key).length
        const order = [...open.filter(({ entry }) => entry.closes === true), ...open.filter(({ entry }) => wanted.includes(entry.key)).toSorted((a, b) => done(a.entry.key) - done(b.entry.key)), ...open.filter(({ entry }) => !wanted.includes(entry.key) && !idle.has(entry.act)).toSorted((a, b) => done(a.entry.key) - done(b.entry.key))]
        for (const move of order) { next = after(move, matter, lawbook, on)[0]; if (next !== undefined) break }
        if (next !== undefined) break
      }
      if (next === undefined) return false
      matter = next
    }
    return fold(matter, lawbook).closed
  }
  for (const state of states) state.ends = state.closed
  for (let changed = true; changed;) {
    changed = false
    for (const state of states) if (!state.ends && state.next.some((next) => states[next]?.ends === true)) { state.ends = true; changed = true }
  }
  // From the edge of the walk, one state for each stage and set of papers is followed to its end.
  const tried = new Set<string>()
  const endless: (readonly string[])[] = []
  for (const { matter, ends } of states) {
    if (ends) continue
    const { stage, instruments } = fold(matter, lawbook)
    const kind = `${stage} ${instruments.map((one) => `${one.id}=${one.stage}`).join(' ')}`
    if (tried.has(kind) || tried.size >= 12) continue
    tried.add(kind)
    if (!close(matter)) endless.push(path(matter))
  }
  return { states: states.length, whole: queue.length === 0, stuck, endless, unseen: procedure.acts.map(({ key }) => key).filter((key) => !seen.has(key)) }
}
