// Papers: what is being written with its checks and consequences, and the instruments of the record as pages and files.
import { duties as dutiesOf, type Act, type Attempt, type Matter as CoreMatter } from '@hengjian/core'
import { chipOf, legalDay, provisionOf, type Day, type Lawbook, type Period } from '@hengjian/law'
import { checksWhileWriting, lawSources, paperInstruments, PaperProblem, render, type CheckContext, type LawInstrument, type PaperFields, type Rendered } from '@hengjian/papers'
import type { LoadedMatter, Queries } from '@hengjian/store'
import type { Answer, Desk, Who } from './desk.ts'
import type { Names, Room } from './room.ts'
import type { FileRef, PaperPreview } from './shapes.ts'
import { absent, good, refuse } from './answers.ts'
import { say, sayOr } from './say.ts'
import { entryOf } from './views.ts'

const pdf = 'application/pdf'
const listed = (value: string | readonly string[] | undefined, wanted: string): boolean => value !== undefined && (typeof value === 'string' ? value === wanted : value.includes(wanted))

/** The period in which an answer to this instrument is owed, by the rule that its service opens; null where no rule gives one. */
function replyPeriod(lawbook: Lawbook, instrument: string): Period | null {
  for (const { rule, opens, discharge } of lawbook.bindings) {
    if (!opens.some((pattern) => listed(pattern.instrument, instrument)) || !discharge.some(({ act }) => listed(act, 'reply'))) continue
    const period = lawbook.rules.get(rule)?.versions[0]?.period
    if (period !== null && period !== undefined) return period
  }
  return null
}

const inChinese = ({ amount, unit }: Period): string => say(`written.${unit}`, { amount: sayOr(`numerals.${unit === 'months' && amount === 2 ? 'two' : amount}`, String(amount)).zh }).zh

/** The period of the answer as a paper says it; empty where no rule gives one. */
export const replyPhrase = (lawbook: Lawbook, instrument: string | readonly string[] | undefined): string => {
  const period = typeof instrument === 'string' ? replyPeriod(lawbook, instrument) : null
  return period === null ? '' : say('written.fromReceipt', { length: inChinese(period) }).zh
}

/** Fields of a paper from what a draft holds: names instead of ids, the issuing organ, the day, the period that the law gives unless another is written. */
export function paperFields({ lawbook }: Room, names: Names, owner: string, subject: string | null, instrument: string, values: Readonly<Record<string, unknown>>, on: Day): PaperFields {
  const to = Array.isArray(values['to']) ? values['to'].filter((one): one is string => typeof one === 'string') : typeof values['to'] === 'string' && values['to'] !== '' ? [values['to']] : subject === null ? [] : [subject]
  const period = replyPeriod(lawbook, instrument)
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  const { on: signed, ...rest } = filled
  return {
    ...(period === null ? {} : { replyPeriod: say('written.fromReceipt', { length: inChinese(period) }).zh }), ...(subject === null ? {} : { subject: names.organ(subject).name.zh }),
    ...rest, organ: names.organ(owner).name.zh, to: to.map((id) => names.organ(id).name.zh).join('、'), date: typeof values['date'] === 'string' ? values['date'] : typeof signed === 'string' ? signed : on,
  }
}

/** What the checks look at, of the lawbook and of the record: earlier demands to the same organ included. */
async function contextOf({ lawbook }: Room, q: Queries | null, instrument: string, signedOn: Day, loaded: LoadedMatter | null): Promise<CheckContext> {
  const known = lawbook.instruments.get(instrument)
  const provision = known?.required.sources[0]
  const approval = known?.basis[0]
  const law: LawInstrument | null = known === undefined ? null : {
    id: known.id, title: known.title, elements: known.required.elements, elementsListed: known.required.status !== 'not-listed', elementsProvision: provision === undefined ? null : provisionOf(provision),
    approver: known.approver === null ? null : { text: known.approver.text, level: known.approver.level, provision: approval === undefined ? '' : provisionOf(approval) },
  }
  const before = q === null || loaded === null || loaded.subject === null ? [] : (await q.demandRows({ organ: loaded.subject })).filter(({ matter }) => matter !== loaded.id).slice(-40)
  const rows = q === null || before.length === 0 ? [] : (await q.matters({ ids: [...new Set(before.map(({ matter }) => matter))], limit: before.length })).items
  const earlier = before.map(({ matter, demand }) => ({ docNo: rows.find(({ id }) => id === matter)?.no ?? matter, demand: demand.no, text: demand.text, outcome: sayOr(`demandStates.${demand.state}`, demand.state) }))
  return { instrument: law, sources: lawSources(lawbook), signedOn, earlier }
}

/** The matter as it would be once this draft had gone its way and been received on a day: what would then be owed that is not owed now. */
function consequences(lawbook: Lawbook, loaded: LoadedMatter, instrument: string, fields: Readonly<Record<string, unknown>>, serveOn: Day, names: Names, who: Who): PaperPreview['willCreate'] {
  const procedure = lawbook.procedures.get(loaded.procedure)
  const to = Array.isArray(fields['to']) ? (fields['to'] as readonly string[]) : loaded.subject === null ? [] : [loaded.subject]
  const recipient = to[0]
  const last = Math.max(0, ...loaded.matter.acts.map(({ n }) => n))
  const draft = last + 1
  const steps = (['draft', 'issue', 'serve', 'acknowledge'] as const).flatMap((act, i): Act[] => {
    const entry = procedure?.acts.find((one) => one.act === act && (one.instrument === undefined || listed(one.instrument, instrument)))
    if (entry === undefined || (act === 'acknowledge' && recipient === undefined)) return []
    return [{ n: last + 1 + i, act, key: entry.key, on: serveOn, by: act === 'acknowledge' && recipient !== undefined ? recipient : loaded.owner, instrument, ...(act === 'acknowledge' ? {} : { to }), ...(act === 'draft' ? { demands: demandsOf(fields) } : { of: draft }), form: act === 'serve' ? { channel: 'electronic' } : {} }]
  })
  const organs = Object.fromEntries(to.map((id) => { const organ = names.organ(id); return [id, { name: organ.name.zh, role: organ.role, level: organ.level, ...(organ.superior === null ? {} : { superior: organ.superior }) }] }))
  const after: CoreMatter = { ...loaded.matter, organs: { ...organs, ...loaded.matter.organs }, acts: [...loaded.matter.acts, ...steps] }
  const known = new Set(dutiesOf(loaded.matter, lawbook, who.now).map(({ id }) => id))
  return dutiesOf(after, lawbook, `${serveOn}T12:00:00+08:00` as Who['now']).filter((duty) => duty.openedBy > last && !known.has(duty.id) && duty.light !== 'done')
    .map((duty) => ({ owedBy: names.organ(duty.owedBy).short, ours: duty.owedBy === who.actor.organ, obligation: duty.obligation, due: duty.due }))
}

const demandsOf = (fields: Readonly<Record<string, unknown>>): NonNullable<Act['demands']> =>
  (Array.isArray(fields['demands']) ? fields['demands'] : []).filter((one): one is NonNullable<Act['demands']>[number] => typeof one === 'object' && one !== null && typeof (one as { text?: unknown }).text === 'string')

const notMade = <T>(who: Who, error: PaperProblem): Answer<T> => ({ ok: false, problem: {
  type: `urn:hengjian:problem:${error.code}`, title: say('problems.paper.title')[who.language], status: error.code === 'paper.unknown-instrument' ? 404 : 422, code: error.code, detail: error.text[who.language],
  ...(error.faults.length === 0 ? {} : { errors: error.faults.map(({ field, message }) => ({ field, message: message[who.language] })) }),
} })

/** A paper that cannot be made is a refusal with its reasons. */
export async function tried<T>(who: Who, work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try { return await work() } catch (error) {
    if (error instanceof PaperProblem) return notMade(who, error)
    throw error
  }
}

export const preview = (room: Room): Desk['preview'] => async (who, draft) => tried(who, async () => {
  const known = await room.names()
  const on = legalDay(who.now)
  const found = await room.store.read(who.scope, async (q) => {
    const loaded = draft.matter === undefined ? null : await q.matter(draft.matter)
    return { loaded, context: await contextOf(room, q, draft.instrument, (typeof draft.fields['on'] === 'string' && draft.fields['on'] !== '' ? draft.fields['on'] : on) as Day, loaded) }
  })
  if (draft.matter !== undefined && found.loaded === null) return absent(who)
  const fields = paperFields(room, known, found.loaded?.owner ?? who.actor.organ, found.loaded?.subject ?? null, draft.instrument, draft.fields, on)
  const checked = checksWhileWriting(draft.instrument, fields, found.context)
  const made = await render(draft.instrument, fields, { format: 'svg', proof: draft.proof ?? true, missing: 'blank' })
  const willCreate = found.loaded === null ? [] : consequences(room.lawbook, found.loaded, draft.instrument, draft.fields, (draft.serveOn ?? on) as Day, known, who)
  // Sentences name the law in full; beside a check its provision stands as a chip.
  const { basis, required } = room.lawbook.instruments.get(draft.instrument) ?? { basis: [], required: { sources: [] } }
  const chips = new Map([...basis, ...required.sources].map((source) => [provisionOf(source), chipOf(source)[who.language]]))
  const short = <T extends { readonly provision?: string }>(one: T): T => (one.provision === undefined ? one : { ...one, provision: chips.get(one.provision) ?? one.provision })
  return good({
    pages: made.format === 'svg' ? [...made.pages] : [], geometry: { ...made.geometry }, checks: checked.checks.map(short), elements: checked.elements.map(short), citations: checked.citations.map((one) => ({ ...one })), willCreate,
    powers: checked.powers.map(short),
  })
})

type Recorded = { readonly fields: PaperFields; readonly instrument: string; readonly title: string }

/** The fields of an instrument as the record has them: the draft's words, the number and day of its issue. */
function recordedPaper(room: Room, names: Names, loaded: LoadedMatter, n: number, issuing?: Attempt): Recorded | null {
  // A revised draft stands for the one that it revises.
  const begun = loaded.matter.acts.find((act) => act.n === n)
  const draft = loaded.matter.acts.findLast((act) => act.act === 'draft' && act.of === n && act.form !== undefined) ?? begun
  if (begun?.instrument === undefined || draft === undefined) return null
  const issue = issuing ?? loaded.matter.acts.find((act) => act.act === 'issue' && act.of === n)
  const docNo = issue?.form?.['docNo']
  const values = { ...draft.form, ...(draft.demands === undefined ? {} : { demands: draft.demands }), ...(draft.answers === undefined ? {} : { answers: draft.answers }), ...(draft.to === undefined ? {} : { to: draft.to }), ...(typeof docNo === 'string' ? { docNo } : {}), on: issue?.on ?? draft.on }
  return { fields: paperFields(room, names, draft.by, loaded.subject, begun.instrument, values, draft.on), instrument: begun.instrument, title: room.lawbook.instruments.get(begun.instrument)?.title.zh ?? begun.instrument }
}

const letters: readonly string[] = ['urge', 'notify-superior', 'report-up', 'report-congress', 'file']

/** A letter that is its own act: what the form holds is the paper. */
function letterOf(room: Room, names: Names, loaded: LoadedMatter, act: Attempt): Recorded | null {
  const entry = entryOf(room.lawbook.procedures.get(loaded.procedure), act)
  const instrument = act.instrument ?? (typeof entry?.instrument === 'string' ? entry.instrument : undefined)
  if (instrument === undefined || !(letters.includes(act.act) || (act.act === 'serve' && act.of === undefined))) return null
  return { fields: paperFields(room, names, loaded.owner, loaded.subject, instrument, { ...act.form, to: act.to, on: act.on }, act.on), instrument, title: room.lawbook.instruments.get(instrument)?.title.zh ?? paperInstruments().find(({ id }) => id === instrument)?.title ?? instrument }
}

const templated = (instrument: string): boolean => paperInstruments().some(({ id }) => id === instrument)
const bytesOf = (made: Rendered): Uint8Array | null => (made.format === 'svg' ? null : made.bytes)

/** The PDF of an instrument that goes out with this act, stored so that the act can name it; null when none does or no template makes it. */
export async function issuedPaper(room: Room, who: Pick<Who, 'scope'>, loaded: LoadedMatter, act: Attempt): Promise<FileRef | null> {
  const names = await room.names()
  const paper = act.act === 'issue' ? (act.of === undefined ? null : recordedPaper(room, names, loaded, act.of, act)) : letterOf(room, names, loaded, act)
  if (paper === null || !templated(paper.instrument)) return null
  const bytes = bytesOf(await render(paper.instrument, paper.fields, { format: 'pdf', missing: 'blank' }))
  return bytes === null ? null : { ...await room.store.files.put(who.scope, `${paper.title}.pdf`, bytes, pdf) }
}

/** Pages once set are kept for a while: a recorded instrument does not change. */
export const instrumentPages = (room: Room): Desk['instrumentPages'] => {
  const kept = new Map<string, readonly string[]>()
  return async (who, { matter, n }) => tried(who, async () => {
    const loaded = await room.store.read(who.scope, (q) => q.matter(matter))
    const paper = loaded === null ? null : recordedPaper(room, await room.names(), loaded, n)
    if (paper === null) return absent(who)
    if (!templated(paper.instrument)) return refuse(who, 'no-template', 404, { title: paper.title })
    const key = `${matter}/${n}/${JSON.stringify(paper.fields)}`
    const before = kept.get(key)
    if (before !== undefined) return good({ pages: before })
    const made = await render(paper.instrument, paper.fields, { format: 'svg', missing: 'blank' })
    const pages = made.format === 'svg' ? made.pages : []
    if (kept.size > 60) kept.delete(kept.keys().next().value ?? '')
    kept.set(key, pages)
    return good({ pages })
  })
}

export const instrumentFile = (room: Room): Desk['instrumentFile'] => async (who, { matter, n, format }) => tried(who, async () => {
  const loaded = await room.store.read(who.scope, (q) => q.matter(matter))
  const paper = loaded === null ? null : recordedPaper(room, await room.names(), loaded, n)
  if (paper === null) return absent(who)
  if (!templated(paper.instrument)) return refuse(who, 'no-template', 404, { title: paper.title })
  const made = await render(paper.instrument, paper.fields, { format, missing: 'blank' })
  const bytes = bytesOf(made)
  return bytes === null || made.format === 'svg' ? absent(who) : good({ name: `${paper.title}.${format}`, type: made.type, size: bytes.length, bytes })
})
