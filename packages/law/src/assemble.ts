import type { Power } from './data.ts'
import type { LawProblem } from './problem.ts'
import type { ActEntry, ActSet, Office, Procedure, ProcedureAct, ProcedureFile } from './procedure.ts'
import type { Rule, Source } from './rule.ts'
import { expand, ringOf } from './shorthand.ts'

export type Assembled = { readonly procedures: readonly Procedure[]; readonly problems: readonly LawProblem[] }

/** The seats that hold a level of decision. The law names the level; a seat is how a person signs in. A level without a seat is decided outside the product. */
const seats: Readonly<Record<string, readonly Office[]>> = {
  'chief-prosecutor': ['chief'],
  'chief-prosecutor-or-committee': ['chief', 'committee'],
  'procuratorial-committee': ['committee'],
  'department-head': ['department-head'],
  'prosecutor-or-chief': ['prosecutor', 'chief'],
  'procuratorial-staff': ['assistant', 'prosecutor', 'department-head', 'chief'],
  'legal-policy-department': ['department-head'],
  'filing-procuratorate': ['chief'],
  'administrative-head': ['liaison'],
}

/** The source that speaks of this kind of matter: the first of the laws that the procedure names, else the first of the row. */
const cite = (sources: readonly Source[], laws: readonly string[]): string => {
  const first = laws.map((law) => sources.find((source) => source.short === law)).find((source) => source !== undefined) ?? sources[0]
  return first === undefined ? '' : `《${first.short}》${first.article}`
}

type Decided = NonNullable<ProcedureAct['decidedBy']>

function decidedBy(act: Partial<ProcedureAct>, laws: readonly string[], powers: ReadonlyMap<string, Power>, rules: ReadonlyMap<string, Rule>): Decided | string | undefined {
  if (act.power !== undefined) {
    const power = powers.get(act.power)
    if (power === undefined) return `power '${act.power}' is not in the power list`
    return { level: power.level, text: power.decision, provision: cite(power.sources, laws), offices: seats[power.level] ?? [] }
  }
  if (act.approvalOf === undefined) return undefined
  const rule = rules.get(act.approvalOf)
  if (rule === undefined) return `rule '${act.approvalOf}' is not in the rulebook`
  if (rule.approval === null) return `rule '${act.approvalOf}' says nothing on approval`
  return { level: rule.approval.level, text: rule.approval.text, provision: cite(rule.versions[0]?.sources ?? [], laws), offices: seats[rule.approval.level] ?? [] }
}

/** Puts the values of `with` in place of `$name`, in texts and in lists. A list takes the place of a whole text; within a longer text it is written with commas. */
function fill<T>(value: T, values: NonNullable<ProcedureFile['with']>): T {
  if (typeof value === 'string') {
    const whole = /^\$([a-z][A-Za-z]*)$/.exec(value)?.[1]
    if (whole !== undefined && values[whole] !== undefined) return values[whole] as T
    return value.replace(/\$([a-z][A-Za-z]*)/g, (text, name: string) => String(values[name] ?? text)) as T
  }
  if (Array.isArray(value)) return value.map((one: unknown) => fill(one, values)) as T
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one as unknown, values)])) as T
  return value
}

/**
 * Puts the shared sets of acts into the procedure files and resolves who decides each act, from the power list or from a rule's approval.
 * An act of the file with the key of a shared one replaces the parts it names. Problems name the file's procedure and the act.
 */
export function assembleProcedures(files: readonly ProcedureFile[], sets: readonly ActSet[], powers: ReadonlyMap<string, Power>, rules: ReadonlyMap<string, Rule>): Assembled {
  const problems: LawProblem[] = []
  const shared = new Map(sets.map((set) => [set.set, set]))
  const procedures = files.map(({ include = [], with: values = {}, without = [], acts, ...rest }): Procedure => {
    const wrong = (field: string, reason: string): void => { problems.push({ file: `procedures/${rest.id}.yaml`, line: null, field, reason }) }
    const all = new Map<string, ActEntry>()
    for (const id of include) {
      const set = shared.get(id)
      if (set === undefined) wrong('include', `there is no set of acts '${id}'`)
      for (const act of set?.acts ?? []) if (act.key !== undefined && !without.includes(act.key)) all.set(act.key, { ...all.get(act.key), ...fill(act, values) })
    }
    for (const act of acts) {
      if (act.key === undefined) wrong('acts', 'an act without a key')
      else all.set(act.key, { ...all.get(act.key), ...fill(act, values) })
    }
    const titled = new Map([...all].flatMap(([key, { title }]) => (title === undefined ? [] : [[key, { key, title }] as const])))
    const own = new Map(acts.map((act) => [act.key ?? '', act]))
    const made = [...all.values()].flatMap(({ after, once, unless, ...act }): ProcedureAct[] => {
      const { key = '', act: id, title, by } = act
      if (id === undefined || title === undefined || by === undefined) {
        wrong(key, 'an act needs act, title and by')
        return []
      }
      const left = /\$[a-z][A-Za-z]*/.exec(JSON.stringify(act))
      if (left !== null) wrong(key, `no value for ${left[0]}`)
      if (act.stage !== undefined && !rest.stages.some((stage) => stage.id === act.stage)) wrong(key, `there is no stage '${act.stage}'`)
      const decided = decidedBy(act, [values['laws'] ?? []].flat(), powers, rules)
      if (typeof decided === 'string') wrong(key, decided)
      const written = own.get(key)
      const { guards, faults } = expand({ key, title, ...(after ? { after } : {}), ...(once ? { once } : {}), ...(unless ? { unless } : {}) }, titled, rules, written?.after === undefined && written?.unless === undefined)
      for (const fault of faults) wrong(key, fault)
      return [{ ...act, key, act: id, title, by, guards: [...guards, ...act.guards ?? []], form: act.form ?? [], ...(typeof decided === 'object' ? { decidedBy: decided } : {}) }]
    })
    const ring = ringOf(made)
    if (ring !== null) wrong(ring[0] ?? '', `can never be done, each waits for the next: ${ring.join(' → ')}`)
    return { ...rest, acts: made }
  })
  return { procedures, problems }
}
