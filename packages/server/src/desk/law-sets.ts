// Rule sets as administrators of the law work with them: checked, tried out against all open matters, adopted, withdrawn.
import type { LawProblem } from '@hengjian/law'
import type { Adopted, Laws, LawSetRow, Move } from '@hengjian/store'
import { faultsOfWhole, readSet, type ReadSet, type SetTexts } from '../ruleset/read.ts'
import type { Answer, Desk, Who } from './desk.ts'
import type { Names, Room } from './room.ts'
import type { LawSet, SetCheck, SetMove } from './shapes-law.ts'
import { absent, good, refuse } from './answers.ts'
import { causeText, ruleTitle } from './law-moves.ts'

const mayAdopt = ({ office }: Pick<Who, 'office'>): boolean => office === 'law-admin'
const closed = <T>(who: Who): Answer<T> => refuse(who, 'law-admin-only', 403)
const holdsOf = (holds: Readonly<Record<string, number>>): { part: string; count: number }[] => Object.entries(holds).map(([part, count]) => ({ part, count }))
const headOf = ({ id, title, version, basis, demonstration }: NonNullable<ReadSet['head']>) => ({ id, title, version, basis, demonstration })

const setView = (row: LawSetRow): LawSet => ({
  ...headOf(row), adoption: row.adoption, sha256: row.sha256, holds: holdsOf(row.holds), rules: [...row.rules], reason: row.reason, adoptedBy: row.personName, adoptedAt: row.at, state: row.endedAt === null ? 'in-force' : 'ended',
  ended: row.endedAt === null ? null : { reason: row.endedBecause ?? '', by: row.endedBy ?? '', at: row.endedAt },
})

/** The form first, then whether the whole law still holds together with the set over it. */
export function checked({ law }: { readonly law: Pick<Laws, 'check'> }, files: SetTexts): { readonly read: ReadSet; readonly faults: readonly LawProblem[] } {
  const read = readSet(files)
  if (read.set === null) return { read, faults: read.faults }
  try {
    const whole = law.check(read.set)
    return { read, faults: whole.ok ? [] : faultsOfWhole(read, whole.layered) }
  } catch (error) {
    return { read, faults: [{ file: '', line: null, field: '', reason: `the whole cannot be put together: ${error instanceof Error ? error.message : ''}` }] }
  }
}
export const checkView = ({ read, faults }: { readonly read: ReadSet; readonly faults: readonly LawProblem[] }): SetCheck =>
  ({ ok: faults.length === 0, head: read.head === null ? null : headOf(read.head), sha256: read.sha256, holds: holdsOf(read.holds), rules: [...read.rules], faults: faults.map((fault) => ({ ...fault })) })

const page = 100
/** One page of the moves; those of sealed matters are counted and not named. */
function movesView(moves: readonly Move[], head: ReadSet['head'] | LawSetRow, room: Room, names: Names, { cursor, limit = page }: { readonly cursor?: string | undefined; readonly limit?: number | undefined }) {
  const shown = moves.filter(({ sealed }) => !sealed).toSorted((a, b) => a.no.localeCompare(b.no) || a.duty.localeCompare(b.duty))
  const from = cursor !== undefined && /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0
  return {
    matters: new Set(moves.map(({ matter }) => matter)).size, moves: moves.length, sealed: moves.length - shown.length, next: from + limit < shown.length ? String(from + limit) : null,
    items: shown.slice(from, from + limit).map((move): SetMove => ({
      matter: { id: move.matter, no: move.no, owner: names.organ(move.owner), procedure: room.lawbook.procedures.get(move.procedure)?.title ?? { zh: move.procedure, en: move.procedure } },
      duty: move.duty, rule: move.rule, ruleTitle: ruleTitle(room.lawbook, move.rule), owedBy: names.organ(move.owedBy), change: move.change, before: move.before, after: move.after, why: causeText({ kind: move.kind, ...(head === null ? {} : { title: head.title, version: head.version }) }),
    })),
  }
}

const faultsProblem = <T>(who: Who, faults: readonly LawProblem[]): Answer<T> => refuse(who, 'set-faults', 422, { count: faults.length }, { errors: faults.slice(0, 100).map(({ file, line, field, reason }) => ({ field: [file, field].filter((part) => part !== '').join(': '), message: reason, ...(line === null ? {} : { line }) })) })
function outcome(who: Who, done: Adopted): Answer<{ set: LawSet; moves: number; matters: number; millis: number }> {
  if (done.ok) return good({ set: setView(done.row), ...done.moves })
  switch (done.code) {
    case 'faults': return faultsProblem(who, done.problems)
    case 'already': return refuse(who, 'set-already', 409)
    case 'absent': return absent(who)
  }
}
const by = ({ person: { id, name }, now }: Who) => ({ person: id, name, now })

export const lawSets = ({ store }: Room): Desk['lawSets'] => async (who) => { const law = await store.law.fresh(); return good({ items: law.sets.map(setView), rulebook: law.book.version, mayAdopt: mayAdopt(who) }) }
export const lawSet = ({ store }: Room): Desk['lawSet'] => async (who, { adoption }) => {
  const row = (await store.law.fresh()).sets.find((one) => one.adoption === adoption)
  const files = row === undefined ? null : await store.law.files(adoption)
  return row === undefined || files === null ? absent(who) : good({ ...setView(row), files: { ...files } })
}
export const checkSet = (room: Room): Desk['checkSet'] => async (who, { files }) => (mayAdopt(who) ? good(checkView(checked(room.store, files))) : closed(who))
export const previewSet = (room: Room): Desk['previewSet'] => async (who, { files, ...at }) => {
  if (!mayAdopt(who)) return closed(who)
  const from = performance.now()
  const found = checked(room.store, files)
  const moves = found.faults.length > 0 || found.read.set === null ? [] : await room.store.law.previewSet(found.read.set, who.now) ?? []
  return good({ check: checkView(found), ...movesView(moves, found.read.head, room, await room.names(), at), millis: Math.round(performance.now() - from) })
}
export const previewWithdrawal = (room: Room): Desk['previewWithdrawal'] => async (who, { adoption, ...at }) => {
  if (!mayAdopt(who)) return closed(who)
  const from = performance.now()
  const row = (await room.store.law.fresh()).sets.find((one) => one.adoption === adoption && one.endedAt === null)
  const moves = row === undefined ? null : await room.store.law.previewWithdrawal(adoption, who.now)
  if (row === undefined || moves === null) return absent(who)
  return good({ check: { ok: true, head: headOf(row), sha256: row.sha256, holds: holdsOf(row.holds), rules: [...row.rules], faults: [] }, ...movesView(moves, row, room, await room.names(), at), millis: Math.round(performance.now() - from) })
}
export const adoptSet = (room: Room): Desk['adoptSet'] => async (who, { files, reason }) => {
  if (!mayAdopt(who)) return closed(who)
  const { read, faults } = checked(room.store, files)
  if (faults.length > 0 || read.set === null) return faultsProblem(who, faults)
  return outcome(who, await room.store.law.adopt({ set: read.set, files, sha256: read.sha256, holds: read.holds, rules: read.rules }, reason, by(who)))
}
export const withdrawSet = ({ store }: Room): Desk['withdrawSet'] => async (who, { adoption, reason }) => (mayAdopt(who) ? outcome(who, await store.law.withdraw(adoption, reason, by(who))) : closed(who))
