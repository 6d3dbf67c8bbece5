// A procedure as a graph, read off its data: acts as nodes in the column of their stage and the lane of who does them, what they wait for and point
// at as edges, duties as clocks between the acts that open and discharge them. Nothing is drawn here.
import type { Lawbook } from './data.ts'
import type { Doer, OpeningPattern, Procedure, ProcedureAct, RuleBinding } from './procedure.ts'
import type { ActPattern, Period, Text } from './rule.ts'

export type Lane = 'procuratorate' | 'other' | 'congress'
export type GraphNode = {
  readonly key: string
  readonly act: string
  readonly title: Text
  readonly lane: Lane
  /** Place among the stages. */
  readonly column: number
  /** The act itself moves the matter to its stage. */
  readonly moves: boolean
  readonly by: { readonly roles: readonly string[]; readonly offices: readonly string[] }
  readonly power: string | null
  readonly decided: { readonly level: string; readonly text: Text; readonly provision: string } | null
  readonly instruments: readonly string[]
  /** What stands in the way until it is there: short reason and provision. */
  readonly needs: readonly { readonly short: Text; readonly because: Text; readonly provision: string | null; readonly rule: string | null }[]
  readonly form: readonly { readonly name: string; readonly label: Text; readonly required: boolean }[]
  readonly ends: boolean
  readonly opens: boolean
  readonly afterClose: boolean
  readonly begins: readonly string[]
}
/** `of`: points at; `waits`: is let through once the first is on record. From the earlier act to the later one. */
export type GraphEdge = { readonly from: string; readonly to: string; readonly kind: 'of' | 'waits' }
export type GraphDuty = {
  readonly rule: string
  readonly label: string | null
  readonly obligation: Text
  readonly owedBy: Lane
  readonly period: Period | null
  readonly openedBy: readonly string[]
  readonly dischargedBy: readonly string[]
  readonly right: boolean
  readonly waiting: boolean
  readonly recurs: boolean
}
export type Graph = { readonly id: string; readonly title: Text; readonly stages: Procedure['stages']; readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[]; readonly duties: readonly GraphDuty[] }

const list = <T>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T])
const side = (role: string): Lane => (role.startsWith('procuratorate') ? 'procuratorate' : role === 'npc-standing-committee' ? 'congress' : 'other')
const laneOf = ({ side: stands, roles = [] }: Doer): Lane => stands ?? (roles[0] === undefined ? 'other' : side(roles[0]))

const meets = (wanted: string | readonly string[] | undefined, had: string | readonly string[] | undefined): boolean => wanted === undefined || list(had).some((one) => list(wanted).includes(one))

/** May this act of the procedure show the pattern? What the form leaves open (a result) counts as agreeing. */
const shows = (pattern: ActPattern & Pick<OpeningPattern, 'by' | 'bare'>, act: ProcedureAct): boolean =>
  list(pattern.act).includes(act.act) && meets(pattern.instrument, act.instrument) && meets(pattern.what, act.what) && (act.result === undefined || meets(pattern.result, act.result))
  && (pattern.bare !== true || (act.instrument === undefined && act.what === undefined)) && (pattern.by === undefined || act.by.roles === undefined || act.by.roles.some((role) => pattern.by?.includes(role)))

const keysOf = (patterns: readonly ActPattern[], procedure: Procedure): readonly string[] => procedure.acts.filter((act) => patterns.some((pattern) => shows(pattern, act))).map(({ key }) => key)

/** Bindings that may open a duty in this kind of matter. */
export const bindingsOf = (procedure: Procedure, book: Pick<Lawbook, 'bindings'>): readonly RuleBinding[] => book.bindings.filter((binding) =>
  (binding.governedBy === undefined || binding.governedBy.includes(procedure.governedBy)) && (binding.procedures === undefined || binding.procedures.includes(procedure.id)) && keysOf(binding.opens, procedure).length > 0)

/** Whoever receives what another organ sends is told by the rule itself. */
const owes = ({ owedBy }: RuleBinding, opened: ProcedureAct | undefined, from: readonly string[]): Lane => {
  if (typeof owedBy === 'object') return side(list(owedBy.role)[0] ?? '')
  switch (owedBy) {
    case 'procuratorate': case 'superior-procuratorate': return 'procuratorate'
    case 'actor': return opened === undefined ? 'procuratorate' : laneOf(opened.by)
    case 'recipient': return opened === undefined || laneOf(opened.by) === 'procuratorate' ? 'other' : side(from[0] ?? 'procuratorate')
  }
}

function edgesOf({ acts }: Procedure): readonly GraphEdge[] {
  const keys = new Set(acts.map(({ key }) => key))
  const found = acts.flatMap(({ key: to, of = [], guards }): GraphEdge[] => {
    const waits = guards.flatMap(({ name, args, otherwise }) => [...(name === 'on-record' ? String(args?.['key'] ?? '').split(',') : []), ...(otherwise.unblockedBy === undefined ? [] : [otherwise.unblockedBy])])
    return [...waits.map((from) => ({ from, to, kind: 'waits' as const })), ...of.map((from) => ({ from, to, kind: 'of' as const }))]
  })
  const once = new Map(found.filter(({ from, to }) => from !== to && keys.has(from)).toReversed().map((edge) => [`${edge.from} ${edge.to}`, edge]))
  return [...once.values()].toReversed()
}

/** The column of every act: of the stage that it reaches, else of the latest act that it waits for or is about, else the first. */
function columns({ acts, stages }: Procedure, edges: readonly GraphEdge[]): ReadonlyMap<string, number> {
  const own = new Map(acts.map((act) => [act.key, act.stage === undefined ? -1 : stages.findIndex(({ id }) => id === act.stage)]))
  const into = Map.groupBy(edges, ({ to }) => to)
  const place = (key: string, passed: ReadonlySet<string>): number => {
    const stage = own.get(key) ?? -1
    if (stage >= 0 || passed.has(key)) return stage
    return Math.max(0, ...(into.get(key) ?? []).map(({ from }) => place(from, new Set([...passed, key]))))
  }
  return new Map(acts.map(({ key }) => [key, Math.max(0, place(key, new Set()))]))
}

/** The graph of a procedure of the lawbook. */
export function graphOf(procedure: Procedure, book: Lawbook): Graph {
  const edges = edgesOf(procedure)
  const column = columns(procedure, edges)
  const nodes = procedure.acts.map((act): GraphNode => ({
    key: act.key, act: act.act, title: act.title, lane: laneOf(act.by), column: column.get(act.key) ?? 0, moves: act.stage !== undefined, by: { roles: act.by.roles ?? [], offices: act.by.offices ?? [] },
    power: act.power ?? null, decided: act.decidedBy === undefined ? null : { level: act.decidedBy.level, text: act.decidedBy.text, provision: act.decidedBy.provision }, instruments: list(act.instrument),
    needs: act.guards.map(({ otherwise }) => ({ short: otherwise.short, because: otherwise.because, provision: otherwise.provision ?? null, rule: otherwise.rule ?? null })),
    form: act.form.map(({ name, label, required }) => ({ name, label, required: required === true })), ends: act.closes === true, opens: column.get(act.key) === 0 && !edges.some(({ to }) => to === act.key) && act.stage === procedure.stages[0]?.id,
    afterClose: act.afterClose === true, begins: act.begins ?? [],
  }))
  const duties = bindingsOf(procedure, book).map((binding): GraphDuty => {
    const openedBy = keysOf(binding.opens, procedure)
    const rule = book.rules.get(binding.rule)
    const version = rule?.versions[0]
    const variant = version?.variants.find(({ id }) => id === binding.variant)
    return {
      rule: binding.rule, label: binding.label ?? null, obligation: binding.obligation ?? rule?.obligation ?? { zh: binding.rule, en: binding.rule }, owedBy: owes(binding, procedure.acts.find(({ key }) => key === openedBy[0]), rule?.from ?? []),
      period: variant?.period ?? version?.period ?? null, openedBy, dischargedBy: keysOf(binding.discharge, procedure), right: binding.right === true, waiting: binding.waiting === true, recurs: binding.recurs !== undefined,
    }
  })
  return { id: procedure.id, title: procedure.title, stages: procedure.stages, nodes, edges, duties }
}
