import type { Life, Lawbook, Procedure, ProcedureAct, Rung } from '@hengjian/law'
import type { Act, Matter } from './act.ts'
import { roleOf, sideOf } from './roles.ts'

export const procedureOf = (matter: Matter, lawbook: Lawbook): Procedure | null => lawbook.procedures.get(matter.procedure) ?? null

const among = (want: string | readonly string[] | undefined, got: string | undefined): boolean =>
  want === undefined ? true : got !== undefined && (typeof want === 'string' ? want === got : want.includes(got))

/** Do the act's parts fit the entry? Parts that the entry fixes and the act leaves open fit: they are filled in when it is put on record. */
const fits = (entry: ProcedureAct, act: Partial<Act>): boolean =>
  entry.act === act.act && (act.instrument === undefined || entry.instrument === undefined || among(entry.instrument, act.instrument))
  && (act.what === undefined || among(entry.what, act.what)) && (act.result === undefined || among(entry.result, act.result))

/** How many of the act's own parts the entry names. */
const likeness = ({ instrument, what, result }: ProcedureAct, act: Partial<Act>): number =>
  [[instrument, act.instrument], [what, act.what], [result, act.result]].filter(([want, got]) => want !== undefined && got !== undefined).length

/** May an organ of this role do the entry at all? Persons and addressees are not looked at. */
export const roleMay = ({ by }: ProcedureAct, role: string): boolean =>
  (by.roles === undefined || by.roles.includes(role)) && (by.side === undefined || by.side === sideOf(role))

/** Entries of the procedure that an act may be: by its key, else by act, instrument, label, result (the entries that say most of it) and the role of who acts. */
export function entriesOf(procedure: Procedure | null, act: Partial<Act>, matter: Matter): readonly ProcedureAct[] {
  if (procedure === null) return []
  if (act.key !== undefined) return procedure.acts.filter(({ key }) => key === act.key)
  const all = procedure.acts.filter((entry) => fits(entry, act))
  const most = Math.max(0, ...all.map((entry) => likeness(entry, act)))
  const fitting = all.filter((entry) => likeness(entry, act) === most)
  const role = act.by === undefined ? null : roleOf(matter, act.by)
  const own = role === null ? [] : fitting.filter((entry) => roleMay(entry, role))
  return own.length > 0 ? own : fitting
}

const lives: Readonly<Record<string, Life>> = {
  draft: 'drafted', submit: 'submitted', approve: 'approved', return: 'returned', issue: 'issued', serve: 'served', acknowledge: 'acknowledged', reply: 'answered', withdraw: 'withdrawn',
  file: 'issued', urge: 'served', 'notify-superior': 'served', 'report-congress': 'served', sue: 'served', protest: 'served',
}
/** Where an act brings its paper: as the procedure says, else by the vocabulary of acts. */
export function lifeOf(entry: ProcedureAct | undefined, act: Act): Life | undefined {
  if (entry?.life !== undefined) return entry.life
  return act.act === 'approve' && act.result === 'endorsed' ? 'reviewed' : lives[act.act]
}

const rungs: Readonly<Record<string, Rung>> = { urge: 'urge', 'notify-superior': 'superior', 'report-congress': 'congress', sue: 'sue' }
export const rungOf = (entry: ProcedureAct | undefined, act: Act): Rung | undefined => (entry === undefined ? rungs[act.act] : entry.rung)
