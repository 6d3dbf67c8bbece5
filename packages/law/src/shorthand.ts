import * as say from './messages/shorthand.ts'
import type { Guard, Need, Once, ProcedureAct, Shorthand } from './procedure.ts'
import type { Rule, Text } from './rule.ts'

type Titled = { readonly key: string; readonly title: Text }
type Expanded = { readonly guards: readonly Guard[]; readonly faults: readonly string[] }
const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T])

/** The provision of a shorthand: the one it names, else the first source of its rule, else the house's own order. Text: what is wrong with it. */
function citing({ rule, provision }: Pick<Need, 'rule' | 'provision'>, rules: ReadonlyMap<string, Rule>, house: string): { readonly rule?: string; readonly provision: string } | string {
  if (rule === undefined) return { provision: provision ?? house }
  const [source] = rules.get(rule)?.versions[0]?.sources ?? []
  if (source === undefined) return `rule '${rule}' is not in the rulebook`
  return { rule, provision: provision ?? `《${source.short}》${source.article}` }
}

/**
 * The guards that `once`, `unless` and `after` of an act stand for, in this order: what nothing can mend is said first. Sentences come from the titles.
 * `acts`: the acts of the procedure by key. `lenient`: the needs come from a shared set, whose other acts a procedure may have left out.
 */
export function expand(act: Shorthand & { readonly key: string; readonly title: Text }, acts: ReadonlyMap<string, Titled>, rules: ReadonlyMap<string, Rule>, lenient: boolean): Expanded {
  const faults: string[] = []
  const guard = (name: string, args: Guard['args'], { law, short, because, ...need }: Need | Once, house: string, said: { readonly short: Text; readonly because: Text }, unblockedBy?: string): Guard[] => {
    const cited = citing(need, rules, house)
    if (typeof cited === 'string') { faults.push(cited); return [] }
    return [{ name, args: args ?? {}, ...(law === true ? {} : { inner: true }), otherwise: { short: short ?? said.short, because: because ?? said.because, ...cited, ...(unblockedBy === undefined ? {} : { unblockedBy }) } }]
  }
  /** The acts that a need names, as far as the procedure knows them. */
  const known = (need: Need): readonly Titled[] => {
    const found = list(need.act).flatMap((key) => acts.get(key) ?? [])
    const gone = list(need.act).filter((key) => !acts.has(key))
    if (gone.length > 0 && !(lenient && found.length > 0)) faults.push(...gone.map((key) => `waits for '${key}', which the procedure does not know`))
    return found
  }
  const mine = (need: Need | Once): Guard['args'] => (need.mine === true ? { mine: true } : {})
  const once: Once | undefined = act.once === true ? {} : act.once
  const guards = [
    ...(once === undefined ? [] : guard('first-time', { key: act.key, ...mine(once), ...(once.each === true ? { each: true } : {}) }, once, say.houseOnce, say.already(act.title, once.each === true, once.mine === true))),
    ...(act.unless ?? []).flatMap((need) => {
      const others = known(need)
      return others.length === 0 ? [] : guard('not-on-record', { key: others.map(({ key }) => key).join(','), ...mine(need) }, need, say.houseOrder, say.ruledOut(others.map(({ title }) => title), act.title))
    }),
    ...(act.after ?? []).flatMap((need) => {
      const firsts = known(need)
      return firsts.length === 0 ? [] : guard('on-record', { key: firsts.map(({ key }) => key).join(','), ...mine(need) }, need, say.houseOrder, say.missing(firsts.map(({ title }) => title), act.title, need.mine === true), firsts[0]?.key)
    }),
  ]
  return { guards, faults }
}

const named = (want: string | readonly string[] | undefined, got: unknown): boolean => got === undefined || want === undefined || list(want).some((one) => String(got).split(',').map((each) => each.trim()).includes(one))

/**
 * An act that can never be on record, because what must come before it waits for the act itself; written as a ring of keys. Only what guards ask to be
 * on record and what an act must point at are looked at; null when every act can come about.
 */
export function ringOf(acts: readonly ProcedureAct[]): readonly string[] | null {
  const needsOf = ({ guards, of }: ProcedureAct): readonly (readonly string[])[] => [
    ...guards.filter(({ name }) => name === 'on-record').map(({ args = {} }) => acts.filter((one) => named(one.key, args['key']) && named(one.act, args['act']) && named(one.what, args['what']) && named(one.result, args['result']) && named(one.instrument, args['instrument'])).map(({ key }) => key)),
    ...(of === undefined ? [] : [of]),
  ]
  const needs = new Map(acts.map((act) => [act.key, needsOf(act)]))
  const able = new Set<string>()
  for (let before = -1; before !== able.size;) {
    before = able.size
    for (const { key } of acts) if ((needs.get(key) ?? []).every((any) => any.length === 0 || any.some((one) => able.has(one)))) able.add(key)
  }
  const stuck = acts.find(({ key }) => !able.has(key))
  if (stuck === undefined) return null
  const path: string[] = [stuck.key]
  for (;;) {
    const at = path.at(-1) ?? ''
    const next = (needs.get(at) ?? []).find((any) => any.length > 0 && !any.some((one) => able.has(one)))?.[0]
    if (next === undefined) return path
    path.push(next)
    if (path.indexOf(next) < path.length - 1) return path.slice(path.indexOf(next))
  }
}
