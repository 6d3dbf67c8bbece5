// Which of the acts that may be done now helps most: what a person came for stands first.
import type { Duty, Permission } from '@hengjian/core'
import type { Lawbook } from '@hengjian/law'
import type { LoadedMatter } from '@hengjian/store'
import { entryOf } from './views.ts'

const open = ({ status }: Duty): boolean => status === 'open' || status === 'overdue' || status === 'suspended'
/** Mending, sealing and recusing are always there and seldom what comes next. */
const seldom: readonly string[] = ['correct', 'seal', 'unseal', 'recuse', 'suspend', 'extend', 'withdraw', 'reopen']

/** Allowed acts first; of these what discharges a duty of the actor, then what its rule speaks of, then what goes on with something on record, then the rest. */
export function byUse(permitted: readonly Permission[], duties: readonly Duty[], loaded: LoadedMatter, lawbook: Lawbook, organ: string): readonly Permission[] {
  const procedure = lawbook.procedures.get(loaded.procedure)
  const own = new Set(duties.filter((duty) => open(duty) && duty.owedBy === organ).map(({ rule }) => rule))
  const late = duties.some((duty) => duty.light === 'overdue' && duty.owedBy !== organ)
  const discharging = new Set(lawbook.bindings.filter(({ rule }) => own.has(rule)).flatMap(({ discharge }) => discharge).flatMap(({ act }) => (typeof act === 'string' ? [act] : act)))
  const rank = (permission: Permission): number => {
    const entry = entryOf(procedure, { act: '', key: permission.key })
    if (!permission.allowed) return 9
    if (seldom.includes(permission.act)) return 8
    if (entry?.rung !== undefined) return late && entry.rung !== 'sue' ? 0 : 7
    if (discharging.has(permission.act)) return 1
    if (entry?.guards.some(({ otherwise }) => otherwise.rule !== undefined && own.has(otherwise.rule)) === true) return 2
    return entry?.of !== undefined ? 3 : 4
  }
  return permitted.map((permission, i) => ({ permission, rank: rank(permission), i })).toSorted((a, b) => a.rank - b.rank || a.i - b.i).map(({ permission }) => permission)
}
