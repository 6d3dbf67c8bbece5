// Kinds of matters: the list, and each as a graph read off its data.
import { chipOf, type Lawbook, type Procedure } from '@hengjian/law'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import type { ProcedureCard } from './shapes-law.ts'
import { absent, good } from './answers.ts'
import { areaOf, termOf } from './law.ts'
import { instrumentNamed, isWeak, levelOf, periodText, procedureNamed, roleNamed, ruleNamed } from './library-names.ts'
import { say } from './say.ts'
import { usesOf } from './library-uses.ts'

const cardOf = (book: Lawbook, { id, title, area, articles, mission, stages, acts }: Procedure, language: 'zh' | 'en'): ProcedureCard => ({
  id, title, area: areaOf(book, area, language), articles: [...articles], mission: [...mission], stages: stages.map((stage) => ({ id: stage.id, title: stage.title })), acts: acts.length, duties: usesOf(book).graphs.get(id)?.duties.length ?? 0,
})

export const lawProcedures = ({ lawbook: book }: Room): Desk['lawProcedures'] => async (who) => good({ items: [...book.procedures.values()].map((procedure) => cardOf(book, procedure, who.language)) })

/** Who does an act, in words: roles, else the side; with the seats. */
function whoOf(book: Lawbook, { lane, by }: { readonly lane: string; readonly by: { readonly roles: readonly string[]; readonly offices: readonly string[] } }) {
  const roles = by.roles.length === 0 ? [say(`law.lane.${lane}`)] : by.roles.map((role) => termOf(book, 'role', role))
  const seats = by.offices.map((office) => termOf(book, 'office', office))
  const said = (language: 'zh' | 'en'): string => `${roles.map((one) => one[language]).join(language === 'zh' ? '、' : ', ')}${seats.length === 0 ? '' : language === 'zh' ? `（${seats.map((one) => one.zh).join('、')}）` : ` (${seats.map((one) => one.en).join(', ')})`}`
  return { zh: said('zh'), en: said('en') }
}

export const lawProcedure = ({ lawbook: book }: Room): Desk['lawProcedure'] => async (who, { id }) => {
  const procedure = book.procedures.get(id)
  const graph = usesOf(book).graphs.get(id)
  if (procedure === undefined || graph === undefined) return absent(who)
  return good({
    ...cardOf(book, procedure, who.language), governedBy: procedure.governedBy, subjects: procedure.subjectRoles.map((role) => roleNamed(book, role)), line: graph.stages.map((stage) => ({ id: stage.id, title: stage.title })),
    nodes: graph.nodes.map(({ by, power, decided, instruments, needs, form, begins, ...node }) => ({
      ...node, who: whoOf(book, { lane: node.lane, by }), power: decided === null ? null : { id: power, level: levelOf(book, decided.level), text: decided.text, provision: decided.provision }, instruments: instruments.map((one) => instrumentNamed(book, one)),
      needs: needs.map((need) => ({ ...need })), form: form.map((field) => ({ ...field })), begins: begins.map((one) => procedureNamed(book, one)),
    })),
    edges: graph.edges.map((edge) => ({ ...edge })),
    clocks: graph.duties.map((duty) => {
      const rule = book.rules.get(duty.rule)
      const source = rule?.versions[0]?.sources[0]
      return { rule: duty.rule, title: ruleNamed(book, duty.rule).title, obligation: duty.obligation, lane: duty.owedBy, period: duty.period === null ? null : periodText(duty.period), chip: source === undefined ? { zh: '', en: '' } : chipOf(source), openedBy: [...duty.openedBy], dischargedBy: [...duty.dischargedBy], right: duty.right, waiting: duty.waiting, recurs: duty.recurs, weak: rule === undefined || isWeak(rule) }
    }),
  })
}
