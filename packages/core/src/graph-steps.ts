import { addDays, instant, type Day, type Lawbook, type Procedure, type ProcedureAct } from '@hengjian/law'
import type { Matter, PartyKey } from './act.ts'
import { decide } from './decide.ts'
import { procedureOf, roleMay } from './entry.ts'
import { factsFor } from './guards.ts'
import { refusalOf } from './permitted.ts'
import { attemptOf } from './sample.ts'
import type { Actor, Attempt } from './state.ts'

const late = instant('2999-12-31T23:59+08:00')

/** One organ for each role that the procedure speaks of; the handling procuratorate and its superior always. */
export function sampleOrgans({ acts, subjectRoles }: Procedure): Matter['organs'] {
  const roles = new Set(['procuratorate', 'procuratorate-superior', ...subjectRoles.slice(0, 1), ...acts.flatMap(({ by, to = [] }) => [...by.roles ?? [], ...to.slice(0, 1), ...(by.side === 'congress' ? ['npc-standing-committee'] : [])])])
  return Object.fromEntries([...roles].map((role) => [role, { name: role, role, ...(role === 'procuratorate' ? { superior: 'procuratorate-superior' } : {}) }]))
}

/** An act that somebody may try: who, what. */
export type Move = { readonly entry: ProcedureAct; readonly by: PartyKey }

/** What each organ of a matter may be thought to do. Persons are not looked at: an organ has whoever the act asks for. */
export const movesOf = (matter: Matter, lawbook: Lawbook): readonly Move[] =>
  Object.entries(matter.organs).flatMap(([by, { role }]) => (procedureOf(matter, lawbook)?.acts ?? []).filter((entry) => roleMay(entry, role)).map((entry) => ({ entry, by })))

const actorOf = (by: PartyKey): Actor => ({ organ: by, office: null })

/** Which moves the law lets through on a day, and what unblocks the others. */
export function openOn(matter: Matter, lawbook: Lawbook, moves: readonly Move[], on: Day): { readonly open: readonly Move[]; readonly unblocks: ReadonlyMap<string, string> } {
  const facts = factsFor(matter, lawbook, null, null, on)
  const unblocks = new Map<string, string>()
  const open = moves.filter(({ entry, by }) => {
    const actor = actorOf(by)
    const refusal = refusalOf(entry, actor, { ...facts, actor })
    if (refusal?.unblockedBy !== undefined) unblocks.set(entry.key, refusal.unblockedBy)
    return refusal === null
  })
  return { open, unblocks }
}

const several = (value: string | readonly string[] | undefined): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : [])

/** The attempts that a move stands for: one for each result that the entry leaves open and for each choice that its form must make. */
function attemptsOf({ entry, by }: Move, matter: Matter, on: Day): readonly Attempt[] {
  const to = Object.entries(matter.organs).filter(([key, { role }]) => key !== by && (entry.to === undefined ? role !== 'procuratorate-superior' : entry.to.includes(role))).map(([key]) => key).slice(0, 1)
  const choice = entry.form.find(({ kind, required, choices }) => kind === 'choice' && required === true && (choices?.length ?? 0) > 1)
  const addressed = entry.to !== undefined || entry.form.some(({ name }) => name === 'to')
  const base = attemptOf(entry, on, addressed && to.length > 0 ? { to } : {})
  const days = Object.fromEntries(entry.form.filter(({ kind, required }) => kind === 'day' && required === true).map(({ name }) => [name, on]))
  const forms = choice === undefined ? [{}] : (choice.choices ?? []).slice(0, 4).map(({ id }) => ({ [choice.name]: id }))
  const parts = (['what', 'result', 'instrument'] as const).reduce<readonly Partial<Attempt>[]>((all, name) => {
    const values = several(entry[name]).slice(0, 3)
    return values.length === 0 ? all : all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })))
  }, [{}])
  return forms.flatMap((form) => parts.map((part) => ({ ...base, ...part, form: { ...base.form, ...days, ...form } })))
}

/** The matters that a move leads to on a day; a paper or act that it must point at is the newest that lets it through. */
export function after(move: Move, matter: Matter, lawbook: Lawbook, on: Day): readonly Matter[] {
  return attemptsOf(move, matter, on).flatMap((attempt) => {
    const outcome = decide(matter, lawbook, actorOf(move.by), attempt, late)
    return outcome.ok ? [{ ...matter, acts: [...matter.acts, outcome.act] }] : []
  })
}

export const nextDay = (matter: Matter, first: Day): Day => addDays(matter.acts.at(-1)?.on ?? first, 1)
