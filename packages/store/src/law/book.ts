// The law that is applied: adopted rule sets over the shipped rulebook, the practice of each organ, now and at any earlier moment.
import { layer, loadLawbook, withPractice, type Instant, type Lawbook, type LawParts, type LawProblem, type Practice, type RuleSet } from '@hengjian/law'
import type pg from 'pg'
import { together, withClient } from '../database/connect.ts'
import { StoreProblem } from '../problem.ts'
import type { LawInForce, LawSetRow } from '../types.ts'

type SetRecord = LawSetRow & { readonly parts: RuleSet['parts'] }

export const setColumns = `s.id as adoption, s.set_id as id, s.title, s.version, s.basis, s.demonstration, s.sha256, s.holds, s.rules, s.reason, s.person, s.person_name as "personName", s.at,
  e.reason as "endedBecause", e.person_name as "endedBy", e.at as "endedAt"`
const setsText = `select ${setColumns}, s.parts from law_set s left join law_set_end e on e.law_set = s.id order by s.at, s.id`
const practiceText = `select p.id, p.organ, o.name->>'zh' as "organName", p.setting, p.value, p.from_day as "from", p.reason, p.person_name as "by", p.at from practice p join organ o on o.id = p.organ order by p.at, p.id`
/** What tells that another process has changed the law; cheap enough to ask every few seconds. */
export const markText = 'select (select count(*) from law_set) + (select count(*) from law_set_end) as sets, (select count(*) from practice) as practices'

export type Base = { readonly lawbook: Lawbook; readonly parts: LawParts }

/** The parts of the rulebook with sets laid over them, in order; or what is wrong with the whole. */
export function bookWith(base: Base, sets: readonly RuleSet[]): { readonly ok: true; readonly lawbook: Lawbook; readonly parts: LawParts } | { readonly ok: false; readonly problems: readonly LawProblem[] } {
  if (sets.length === 0) return { ok: true, ...base }
  const parts = sets.reduce(layer, base.parts)
  const loaded = loadLawbook(parts)
  return loaded.ok ? { ok: true, lawbook: loaded.lawbook, parts } : loaded
}

const before = (at: Instant | null, moment: Instant | null): boolean => at !== null && (moment === null || Date.parse(at) <= Date.parse(moment))
/** The sets that were in force at a moment (null: now), oldest adoption first. */
const standing = (sets: readonly SetRecord[], moment: Instant | null): readonly SetRecord[] => sets.filter(({ at, endedAt }) => before(at, moment) && !before(endedAt, moment))
export const setOf = ({ id, title, version, basis, demonstration, parts }: SetRecord): RuleSet => ({ head: { id, title, version, basis, demonstration }, parts })

export type BookHolder = {
  /** As last read from the record. */
  now(): LawInForce
  parts(): LawParts
  standing(): readonly SetRecord[]
  /** Reads anew what was adopted; called after every change of ours and, for those of other processes, at most every two seconds. */
  read(client?: pg.ClientBase): Promise<LawInForce>
  fresh(): Promise<LawInForce>
}

const often = 2_000

/** Throws StoreProblem where an adopted set no longer fits the shipped rulebook, unless `lenient`: then that set is left out and said. */
export function bookHolder(pool: pg.Pool, base: Base, lenient: boolean, say: (line: string) => void): BookHolder {
  const books = new Map<string, Lawbook>()
  let sets: readonly SetRecord[] = []
  let practices: readonly Practice[] = []
  let [current, parts, mark, checked]: [LawInForce | null, LawParts, string, number] = [null, base.parts, '', -Infinity]

  const bookOf = (of: readonly SetRecord[]): Lawbook => {
    const key = of.map(({ adoption }) => adoption).join(',')
    const known = key === '' ? base.lawbook : books.get(key)
    if (known !== undefined) return known
    const made = bookWith(base, of.map(setOf))
    if (!made.ok) {
      const [first] = made.problems
      const what = `${first?.file ?? ''} ${first?.field ?? ''}: ${first?.reason ?? ''}`
      if (!lenient) throw new StoreProblem({ code: 'law.set', what: 'An adopted rule set does not fit the rulebook', where: of.map(({ id, version }) => `${id}@${version}`).join(', '), why: what, whatToDo: `Withdraw it with 'hj law sets withdraw ID --reason …' or adopt a version that fits` })
      say(`A rule set does not fit the rulebook and is left out: ${what}`)
      return bookOf(of.slice(0, -1))
    }
    books.set(key, made.lawbook)
    return made.lawbook
  }

  const rows = async (client: pg.ClientBase): Promise<void> => {
    const [found, chosen, marked] = await Promise.all([client.query<SetRecord>(setsText), client.query<Practice>(practiceText), client.query(markText)])
    sets = found.rows
    practices = chosen.rows
    mark = JSON.stringify(marked.rows[0])
  }
  const settle = (): LawInForce => {
    const of = standing(sets, null)
    const book = bookOf(of)
    parts = of.length === 0 ? base.parts : of.map(setOf).reduce(layer, base.parts)
    const all = practices
    const known = sets
    current = {
      book, practices: all, sets: sets.toReversed().map(({ parts: _parts, ...row }) => row),
      of: (owner) => withPractice(book, all, owner),
      at: (moment, owner) => { const then = bookOf(standing(known, moment)); return owner === undefined ? then : withPractice(then, all.filter(({ at }) => before(at, moment)), owner) },
    }
    return current
  }
  const read: BookHolder['read'] = async (client) => {
    if (client === undefined) await withClient(pool, async (own) => {
      await together([own.query('begin read only'), own.query('set local role hengjian_engine')])
      await rows(own)
      await own.query('commit')
    })
    else await rows(client)
    return settle()
  }
  let asking: Promise<LawInForce> | null = null
  const ask = async (): Promise<LawInForce> => {
    const turn = await withClient(pool, (client) => together([client.query('begin read only'), client.query('set local role hengjian_engine'), client.query<{ sets: number; practices: number }>(markText), client.query('commit')]))
    return current === null || mark !== JSON.stringify(turn[2]?.rows[0]) ? read() : current
  }
  return {
    now: () => current ?? settle(), parts: () => parts, standing: () => standing(sets, null), read,
    fresh: async () => {
      if (current !== null && performance.now() - checked < often) return current
      checked = performance.now()
      asking ??= ask().finally(() => { asking = null })
      return asking
    },
  }
}
