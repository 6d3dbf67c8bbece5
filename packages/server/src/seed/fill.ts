// What stands in the form of an act of the demonstration: the matter's own words, else the common texts.
import { duties as dutiesOf, fold, type Attempt } from '@hengjian/core'
import { addDays, legalDay, type Day, type FormField, type Lawbook, type ProcedureAct } from '@hengjian/law'
import type { LoadedMatter } from '@hengjian/store'
import { textData, type MatterSpec } from './data.ts'
import { beside } from './organs.ts'
import type { Planned } from './plan.ts'

export type Around = { readonly names: (organ: string) => { readonly name: string; readonly short: string; readonly superior: string | null }; readonly period: string; readonly docNo: string; readonly handler: string; readonly person: string; readonly signing: Day }

const texts = textData()

/** A demand from its line: what | standard | days from the signing | how it is verified. */
const demandOf = (line: string, i: number, signing: Day): NonNullable<Attempt['demands']>[number] => {
  const [text = '', standard = '', days = '', verifiedHow = ''] = line.split('|')
  return { no: i + 1, text, ...(standard === '' ? {} : { standard }), ...(days === '' ? {} : { by: addDays(signing, Number(days)) }), ...(verifiedHow === '' ? {} : { verifiedHow }) }
}
export const demandsOf = (lines: readonly string[], signing: Day): NonNullable<Attempt['demands']> => lines.map((line, i) => demandOf(line, i, signing))

/** A common text of the demonstration, by name and part. */
export const phrase = (name: string, part: string): string | undefined => { const found = texts[name]; return typeof found === 'string' ? found : found?.[part] }

/** The organs that a field named `to` means, by the act. */
function addressees(key: string, spec: MatterSpec, around: Around): readonly string[] {
  switch (key) {
    case 'notify-superior': return [around.names(spec.s).superior ?? beside(spec.o, 'congress')]
    case 'report-congress': return [beside(spec.o, 'congress')]
    case 'transfer': return [beside(spec.o, 'police')]
    case 'sue': return [beside(spec.o, 'court')]
    default: return [spec.s]
  }
}

function valueOf(field: FormField, entry: ProcedureAct, { matter: spec, more, day }: Planned, loaded: LoadedMatter | null, lawbook: Lawbook, around: Around): unknown {
  const { name } = field
  const open = loaded === null ? [] : fold(loaded.matter, lawbook).demands.filter(({ state }) => state !== 'verified-done' && state !== 'withdrawn').map(({ no }) => no)
  const due = loaded === null ? undefined : dutiesOf(loaded.matter, lawbook, `${day}T12:00:00+08:00` as Planned['at']).find((duty) => duty.owedBy === spec.s && duty.due !== null)?.due
  const values: Readonly<Record<string, string>> = {
    title: spec.t, about: spec.t.replace(/^督促/, ''), subject: around.names(spec.s).short, subjectName: around.names(spec.s).name, owner: around.names(spec.o).name, period: around.period, docNo: loaded === null ? '' : fold(loaded.matter, lawbook).instruments.find(({ docNo }) => docNo !== null)?.docNo ?? '',
    handler: around.handler, person: around.person, open: open.join('、'), due: due ?? '', servedOn: loaded?.matter.acts.find(({ act }) => act === 'serve')?.on ?? '',
  }
  if (more.form?.[name] !== undefined) return more.form[name]
  if ((name === 'facts' || name === 'finding') && spec.course === undefined) return spec[name] || undefined
  if (name === 'findings' && field.kind !== 'findings') return spec.facts || phrase('findings', '')
  if (name === 'docNo') return entry.act === 'issue' ? around.docNo : undefined
  if (name === 'about') return values['about']
  if (name === 'subject') return values['subjectName']
  if (name === 'reason' && more.reason !== undefined) return more.reason
  if (field.kind === 'choice') return field.choices?.find(({ id }) => id === phrase(name, entry.key))?.id ?? field.choices?.find(({ id }) => id === phrase(name, spec.p))?.id ?? field.choices?.find(({ id }) => id === phrase(name, ''))?.id ?? (field.required === true ? field.choices?.[0]?.id : undefined)
  const text = phrase(name, entry.key) ?? phrase(name, spec.p)
  if (field.kind === 'day') return undefined
  return text === undefined ? (field.required === true && (field.kind === 'text' || field.kind === 'long-text') ? spec.t : undefined) : text.replaceAll(/\{(\w+)\}/g, (_, part: string) => values[part] ?? '')
}

/** The attempt of one planned act, with the form of its entry filled in. */
export function attemptFor(planned: Planned, entry: ProcedureAct, loaded: LoadedMatter | null, lawbook: Lawbook, around: Around): Attempt {
  const { matter: spec, more, day } = planned
  const form: Record<string, unknown> = {}
  let parts: Partial<Attempt> = {}
  for (const field of entry.form) {
    switch (field.kind) {
      case 'demands': parts = { ...parts, demands: demandsOf(more.d ?? spec.d ?? [], around.signing) }; break
      case 'answers': if (more.a !== undefined) parts = { ...parts, answers: Object.entries(more.a).map(([no, state]) => ({ demand: Number(no), state, text: phrase('answers', state) ?? '', ...(state === 'planned' ? { plannedBy: addDays(day, 30) } : {}) })) }; break
      case 'findings': parts = { ...parts, findings: Object.entries(more.f ?? {}).map(([no, result]) => ({ demand: Number(no), result, text: phrase('verified', result) ?? '' })) }; break
      case 'organ': case 'organs': if (field.name === 'to' && (field.required === true || entry.key === 'consult' || more.to !== undefined)) parts = { ...parts, to: more.to ?? addressees(entry.key, spec, around) }; break
      case 'files': break
      default: { const value = valueOf(field, entry, planned, loaded, lawbook, around); if (value !== undefined && value !== '') form[field.name] = field.kind === 'number' ? Number(value) : value }
    }
  }
  return { act: entry.act, key: entry.key, on: day, ...parts, ...(Object.keys(form).length === 0 ? {} : { form }) }
}

export const dayOfSigning = (plan: readonly Planned[], spec: MatterSpec, now: Planned['at']): Day => plan.find(({ matter, key }) => matter === spec && key === 'acknowledge')?.day ?? legalDay(now)
