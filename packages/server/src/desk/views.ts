// The record as the wire shows it: acts, duties, permissions, matters.
import { fold, permitted as permittedOf, sideOf, type Act as CoreAct, type DemandView, type Duty as CoreDuty, type InstrumentView, type MatterState, type Permission as CorePermission } from '@hengjian/core'
import { chipOfCited, type Instant, type Lawbook, type Procedure, type Text } from '@hengjian/law'
import type { LoadedMatter, MatterRow, StoredAct } from '@hengjian/store'
import type { Who } from './desk.ts'
import type { Names } from './room.ts'
import type { Act, Demand, Duty, Instrument, MatterSummary, Permission } from './shapes.ts'
import { areaOf, calcOf, chipFor, explainedOf, sourceOf, termOf, versionOf } from './law.ts'

const has = (listed: string | readonly string[] | undefined, value: string | undefined): boolean => listed === undefined || (value !== undefined && (typeof listed === 'string' ? listed === value : listed.includes(value)))

/** The entry of the procedure that an act was done under; records from outside may only tell act, instrument and label. */
export const entryOf = (procedure: Procedure | undefined, act: Pick<CoreAct, 'act' | 'key' | 'instrument' | 'what'>): Procedure['acts'][number] | undefined =>
  procedure?.acts.find(({ key }) => key === act.key) ?? procedure?.acts.find((entry) => entry.act === act.act && has(entry.instrument, act.instrument) && has(entry.what, act.what))

export const titleOfAct = (lawbook: Lawbook, procedure: string, act: Pick<CoreAct, 'act' | 'key' | 'instrument' | 'what'>): Text =>
  entryOf(lawbook.procedures.get(procedure), act)?.title ?? termOf(lawbook, 'act', act.act)

export function actView(act: StoredAct, procedure: string, lawbook: Lawbook, names: Names): Act {
  const by = names.organ(act.by)
  return {
    id: act.id, n: act.n, act: act.act, key: act.key ?? null, title: titleOfAct(lawbook, procedure, act), on: act.on, at: act.at ?? null, recordedAt: act.recordedAt,
    by, side: sideOf(by.role), person: act.person === undefined ? null : { ...act.person }, to: (act.to ?? []).map((id) => names.organ(id)),
    instrument: act.instrument ?? null, what: act.what ?? null, result: act.result ?? null, of: act.of ?? null,
    ...(act.demands === undefined ? {} : { demands: act.demands.map((demand) => ({ ...demand })) }),
    ...(act.answers === undefined ? {} : { answers: act.answers.map(({ evidence, ...answer }) => ({ ...answer, ...(evidence === undefined ? {} : { evidence: [...evidence] }) })) }),
    ...(act.findings === undefined ? {} : { findings: act.findings.map(({ evidence, ...finding }) => ({ ...finding, ...(evidence === undefined ? {} : { evidence: [...evidence] }) })) }),
    form: { ...act.form }, files: act.files.map((file) => ({ ...file })), receiptNo: act.receiptNo, hash: act.hash,
  }
}

export function dutyView(duty: CoreDuty, lawbook: Lawbook, names: Names, who: Pick<Who, 'actor'>): Duty {
  const rule = lawbook.rules.get(duty.rule)
  const sources = (rule === undefined ? undefined : versionOf(rule, duty.explained.version.from ?? duty.due ?? ('2026-01-01' as NonNullable<CoreDuty['due']>)))?.sources ?? []
  return {
    id: duty.id, rule: duty.rule, ruleTitle: rule?.title ?? { zh: duty.rule, en: duty.rule }, owedBy: names.organ(duty.owedBy), ours: duty.owedBy === who.actor.organ, openedBy: duty.openedBy, obligation: duty.obligation,
    due: duty.due, dueAt: duty.dueAt, status: duty.status, light: duty.light, daysLeft: duty.daysLeft, ...(duty.dischargedBy === undefined ? {} : { dischargedBy: duty.dischargedBy }),
    chip: chipFor(sources), calc: calcOf(duty.explained), explained: explainedOf(duty.explained), sources: sources.map(sourceOf),
  }
}

export const permissionView = ({ key, act, title, allowed, instrument, form, decidedBy, refusal }: CorePermission, { language }: Pick<Who, 'language'>): Permission => ({
  key, act, title, allowed, ...(instrument === undefined ? {} : { instrument }), ...(form === undefined ? {} : { form: form.map(({ choices, ...field }) => ({ ...field, ...(choices === undefined ? {} : { choices: [...choices] }) })) }),
  ...(decidedBy === undefined ? {} : { decidedBy: { level: decidedBy.level, text: decidedBy.text, provision: chipOfCited(decidedBy.provision)[language] } }),
  ...(refusal === undefined ? {} : { refusal: { ...refusal, ...(refusal.provision === undefined ? {} : { provision: chipOfCited(refusal.provision)[language] }) } }),
})

export const demandView = ({ no, text, standard, by, verifiedHow, state, answer, finding, objection }: DemandView): Demand => ({
  no, text, ...(standard === undefined ? {} : { standard }), ...(by === undefined ? {} : { by }), ...(verifiedHow === undefined ? {} : { verifiedHow }), state,
  answer: answer === null ? null : { demand: answer.demand, state: answer.state, text: answer.text, ...(answer.evidence === undefined ? {} : { evidence: [...answer.evidence] }), ...(answer.plannedBy === undefined ? {} : { plannedBy: answer.plannedBy }), act: answer.act, on: answer.on },
  finding: finding === null ? null : { demand: finding.demand, result: finding.result, text: finding.text, ...(finding.evidence === undefined ? {} : { evidence: [...finding.evidence] }), act: finding.act, on: finding.on },
  objection: objection === null ? null : { ...objection },
})

/** The wire knows no inner level of approval: an instrument that a lower level has agreed to is still submitted. */
export const instrumentView = (view: InstrumentView, loaded: LoadedMatter, lawbook: Lawbook, names: Names): Instrument => {
  const made = [view.issuedBy, view.n, view.servedBy].flatMap((n) => loaded.acts.find((act) => act.n === n)?.files ?? [])
  return {
    n: view.n, id: view.id, title: lawbook.instruments.get(view.id)?.title ?? { zh: view.id, en: view.id }, docNo: view.docNo, stage: view.stage === 'reviewed' ? 'submitted' : view.stage,
    file: made.find(({ type }) => type === 'application/pdf') ?? null, to: view.to.map((id) => names.organ(id)),
  }
}

export const stageTitle = (lawbook: Lawbook, procedure: string, stage: string): Text => lawbook.procedures.get(procedure)?.stages.find(({ id }) => id === stage)?.title ?? { zh: stage, en: stage }

export const summaryView = (row: MatterRow, lawbook: Lawbook, names: Names, who: Pick<Who, 'language'>): MatterSummary => ({
  id: row.id, no: row.no, title: row.title, procedure: { id: row.procedure, title: lawbook.procedures.get(row.procedure)?.title ?? { zh: row.procedure, en: row.procedure } },
  area: areaOf(lawbook, lawbook.procedures.get(row.procedure)?.area ?? '', who.language), owner: names.organ(row.owner), subject: row.subject === null ? null : names.organ(row.subject), handler: row.handler,
  state: row.closed ? 'closed' : 'open', stage: stageTitle(lawbook, row.procedure, row.stage), version: row.version, openedOn: row.openedOn, labels: [...row.labels], sealed: row.sealed, light: row.light, nextDue: row.nextDue,
})

/** Where a matter stands, and what this identity may do in it at a moment. */
export type Derived = { readonly state: MatterState; readonly permitted: readonly CorePermission[] }

export const derive = (loaded: LoadedMatter, lawbook: Lawbook, who: Pick<Who, 'actor'>, now: Instant): Derived => ({
  state: fold(loaded.matter, lawbook), permitted: permittedOf(loaded.matter, lawbook, who.actor, now),
})
