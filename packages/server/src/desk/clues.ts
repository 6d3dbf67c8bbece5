// Clues: what a model proposes, with its rows and its limit. A person decides and signs; a model decides nothing.
import { createHash, randomUUID } from 'node:crypto'
import { datasetOf, type ModelDefinition, type RunResult } from '@hengjian/models'
import type { ClueRow } from '@hengjian/store'
import type { Answer, Desk, Who } from './desk.ts'
import type { Names, Room } from './room.ts'
import type { Clue, ClueDecision, Run } from './shapes.ts'
import { openMatter } from './matters.ts'
import { inTurn } from './inTurn.ts'
import { absent, good, refuse } from './answers.ts'
import { say, sayOr } from './say.ts'

const deciders: readonly string[] = ['assistant', 'prosecutor', 'department-head', 'chief', 'case-management']
const first = 'forward-linkage'

/** Short, stable, told over the telephone: the same key of the same model has the same number in every run. */
const numberOf = (model: string, key: string): string => `XS-${createHash('sha256').update(`${model}\0${key}`).digest('hex').slice(0, 6).toUpperCase()}`

/** What was found, in a line: the conduct, the document, its day. */
const foundOf = ({ act, document, day }: RunResult['clues'][number]): string => [act, document, day].filter((part) => part !== null && part !== '').join(' · ')

function clueBody(definition: ModelDefinition, run: Run, found: RunResult['clues'][number], language: 'zh' | 'en', names: Names): Clue {
  const title = (dataset: string): { readonly zh: string; readonly en: string } => datasetOf(dataset)?.title ?? { zh: dataset, en: dataset }
  const { organ } = found
  return {
    id: randomUUID(), no: numberOf(definition.id, found.key), key: found.key, model: { id: definition.id, title: definition.title }, run: run.id, status: found.status, state: 'waiting', why: language === 'zh' ? found.why : found.whyEn, subject: found.subject === '' ? organ : found.subject, organ, found: foundOf(found),
    limit: found.limit === null ? null : { id: found.limit.id, offence: found.limit.offence, metric: found.limit.metric, minimum: found.limit.minimum, unit: found.limit.unit, value: found.limit.value, law: found.limit.law, article: found.limit.article, quote: found.limit.quote },
    evidence: found.evidence.map(({ dataset, row, fields }) => ({ dataset, title: title(dataset), row, provider: names.byName(organ)?.short ?? sayOr(`providers.${datasetOf(dataset)?.provider ?? ''}`, datasetOf(dataset)?.provider ?? dataset), fields: fields.map((field) => ({ ...field })) })),
    searched: found.searched.map(({ dataset, what, coverage }) => ({ dataset, title: title(dataset), what, coverage })), remarks: found.remarks.map(({ level, text }) => ({ level, text })), matter: null, decided: null,
  }
}

/** A clue as the row has it now: a later run may have found it again, what people decided stays. */
const clueOf = ({ id, state, body }: ClueRow): Clue => ({ ...(body as Clue), id, state: state as Clue['state'] })

/** Keeps what a run found. A clue that was already known keeps its number, its state and the decision on it. */
export async function keepClues({ store, names }: Room, who: Who, definition: ModelDefinition, run: Run, result: RunResult): Promise<void> {
  const known = await names()
  const before = new Map<string, Clue>()
  for (let cursor: string | undefined, more = true; more;) {
    const page = await store.lake.clues(who.scope, { model: definition.id, limit: 500, ...(cursor === undefined ? {} : { cursor }) })
    for (const row of page.items) before.set(row.key, clueOf(row))
    cursor = page.next ?? undefined
    more = page.next !== null
  }
  const rows = result.clues.map((found): ClueRow => {
    const old = before.get(found.key)
    const fresh = clueBody(definition, run, found, who.language, known)
    const body: Clue = old === undefined ? fresh : { ...fresh, id: old.id, state: old.state, matter: old.matter, decided: old.decided }
    return { id: body.id, model: definition.id, run: run.id, key: found.key, status: found.status, state: body.state, matter: body.matter?.id ?? null, at: who.now, body }
  })
  await store.lake.saveClues(who.scope, rows)
}

export const clues = ({ store }: Room): Desk['clues'] => async (who, { state, status, model, run, cursor, limit }) => {
  const page = await store.lake.clues(who.scope, { limit: limit ?? 100, ...(state === undefined ? {} : { states: [state] }), ...(status === undefined ? {} : { statuses: [status] }), ...(model === undefined ? {} : { model }), ...(run === undefined ? {} : { run }), ...(cursor === undefined ? {} : { cursor }) })
  return good({ items: page.items.map(clueOf), counts: { ...page.counts }, next: page.next })
}
export const clue = ({ store }: Room): Desk['clue'] => async (who, { id }) => { const row = await store.lake.clue(who.scope, id); return row === null ? absent(who) : good(clueOf(row)) }

type After = { readonly state: Clue['state']; readonly matter: Clue['matter'] }
const states: Readonly<Record<ClueDecision['decision'], Clue['state']>> = { 'adopt': 'adopted', 'merge': 'merged', 'exclude': 'excluded', 'ask-data': 'needs-data' }

/** Adopting opens a matter that carries the clue; its subject is the organ whose handling the clue is about. */
async function adopt(room: Room, who: Who, found: Clue, decision: ClueDecision, key: string): Promise<Answer<After>> {
  const known = await room.names()
  const procedure = decision.procedure ?? first
  const organ = known.byName(found.organ)
  const fits = organ !== undefined && (room.lawbook.procedures.get(procedure)?.subjectRoles.includes(organ.role) ?? false)
  const opened = await openMatter(room)(who, {
    matter: { procedure, title: decision.title ?? say('clue.title', { subject: found.subject, offence: found.limit?.offence ?? found.found }).zh.slice(0, 200), clue: found.id, source: say('clue.source', { model: found.model.title, no: found.no }).zh, ...(fits ? { subject: organ.id } : {}) }, command: { key },
  })
  return opened.ok ? good({ state: 'adopted', matter: { id: opened.value.id, no: opened.value.no } }) : opened
}

async function merge(room: Room, who: Who, decision: ClueDecision): Promise<Answer<After>> {
  const into = decision.matter === undefined ? null : await room.store.read(who.scope, (q) => q.matter(decision.matter ?? ''))
  return into === null ? refuse(who, 'no-such-matter', 422, {}, { errors: [{ field: 'matter', message: decision.matter ?? '' }] }) : good({ state: 'merged', matter: { id: into.id, no: into.no } })
}

export const decideClue = (room: Room): Desk['decideClue'] => {
  const turn = inTurn()
  return (who, input) => turn(input.id, () => decided(room, who, input))
}

async function decided(room: Room, who: Who, { id, decision, command }: Parameters<Desk['decideClue']>[1]): ReturnType<Desk['decideClue']> {
  const row = await room.store.lake.clue(who.scope, id)
  if (row === null) return absent(who)
  const found = clueOf(row)
  if (who.side !== 'procuratorate' || !deciders.includes(who.office)) return refuse(who, 'not-yours-to-decide', 403)
  if (found.state !== 'waiting' && found.state !== 'needs-data') return refuse(who, 'clue-decided', 409, { no: found.no })
  if (decision.decision === 'adopt' && found.status === 'undecidable') return refuse(who, 'clue-undecidable', 422, { no: found.no })
  if ((decision.decision === 'exclude' || decision.decision === 'ask-data') && (decision.reason ?? '').trim() === '') return refuse(who, 'reason-missing', 422, {}, { errors: [{ field: 'reason', message: say('problems.reason-missing.title')[who.language] }] })
  const after: Answer<After> = decision.decision === 'adopt' ? await adopt(room, who, found, decision, command.key) : decision.decision === 'merge' ? await merge(room, who, decision) : good({ state: states[decision.decision], matter: null })
  if (!after.ok) return after
  const reason = decision.decision === 'exclude' ? [sayOr(`exclusions.${decision.code ?? 'other'}`, decision.code ?? '')[who.language], decision.reason ?? ''].filter((part) => part !== '').join('：') : decision.reason ?? null
  const body: Clue = { ...found, state: after.value.state, matter: after.value.matter, decided: { by: who.person.name, at: who.now, reason } }
  const kept = await room.store.lake.decideClue(who.scope, { id: randomUUID(), clue: id, person: who.person.id, decision: decision.decision, reason, matter: body.matter?.id ?? null, at: who.now }, { state: body.state, matter: body.matter?.id ?? null, body })
  return kept ? good(body) : absent(who)
}
