// Matters: the list, one whole matter, opening it, putting an act on record, who read it.
import { duties as dutiesOf, type Attempt, type Duty as CoreDuty } from '@hengjian/core'
import { chipOfCited, legalDay, type Day, type Instant, type Text } from '@hengjian/law'
import type { LoadedMatter, StoredAct } from '@hengjian/store'
import type { Desk, Who } from './desk.ts'
import type { Names, Room } from './room.ts'
import type { Clue, Matter, Problem } from './shapes.ts'
import { withAddressees } from './addressees.ts'
import { absent, good, notRecorded, refuse } from './answers.ts'
import { withCause } from './cause.ts'
import { openingsOf } from './openings.ts'
import { issuedPaper, tried } from './papers.ts'
import { notes } from './reading.ts'
import { termOf } from './law.ts'
import { movedView } from './law-moves.ts'
import { say } from './say.ts'
import { byUse } from './useful.ts'
import { actView, demandView, derive, dutyView, instrumentView, permissionView, summaryView, titleOfAct } from './views.ts'

const pageSize = 50
const related = 6

export const matters = ({ store, lawbook, names }: Room): Desk['matters'] => async (who, filter) => {
  const known = await names()
  const page = await store.read(who.scope, (q) => q.matters({
    limit: filter.limit ?? pageSize, order: 'recent', ...(filter.state === undefined ? {} : { state: filter.state }), ...(filter.subject === undefined ? {} : { organ: filter.subject }), ...(filter.q === undefined || filter.q.trim() === '' ? {} : { q: filter.q.trim() }),
    ...(filter.procedure === undefined ? {} : { procedures: [filter.procedure] }), ...(filter.light === undefined ? {} : { lights: [filter.light as 'near'] }), ...(filter.cursor === undefined ? {} : { cursor: filter.cursor }),
  }))
  return good({ items: page.items.map((row) => summaryView(row, lawbook, known, who)), total: page.total, next: page.next })
}

/** Who decides what in this kind of matter, each power once. */
const powersOf = (room: Room, procedure: string, { language }: Pick<Who, 'language'>): Matter['powers'] => {
  const rows = (room.lawbook.procedures.get(procedure)?.acts ?? []).flatMap(({ title, decidedBy }) => (decidedBy === undefined ? [] : [{ title, level: termOf(room.lawbook, 'level', decidedBy.level), provision: chipOfCited(decidedBy.provision)[language] }]))
  return rows.filter((row, i) => rows.findIndex((one) => one.title.zh === row.title.zh) === i)
}

type Around = { readonly links: readonly { readonly id: string; readonly title: string; readonly relation: Text }[]; readonly clue: Clue | null }

/** What stands beside a matter: the clue it came from, other matters of the same clue, open matters of the same organ. */
async function around({ store }: Room, who: Who, loaded: LoadedMatter): Promise<Around> {
  const clue = loaded.clue === null ? null : await store.lake.clue(who.scope, loaded.clue)
  const links = await store.read(who.scope, async (q) => {
    const [same, subject] = [loaded.clue === null ? [] : (await q.matters({ clue: loaded.clue, limit: related })).items, loaded.subject === null ? [] : (await q.matters({ organ: loaded.subject, state: 'open', limit: related })).items]
    const rows = [...same.map((row) => ({ row, relation: say('links.clue') })), ...subject.map((row) => ({ row, relation: say('links.subject') }))]
    return rows.filter(({ row }, i) => row.id !== loaded.id && rows.findIndex((one) => one.row.id === row.id) === i).map(({ row, relation }) => ({ id: row.id, title: row.title, relation }))
  })
  return { links: links.slice(0, related), clue: clue === null ? null : (clue.body as Clue) }
}

/**
 * The duties that this identity is shown. Another side sees only some of the acts, so what follows from all of them is asked of the record,
 * which knows which of them concern it; of an earlier day only what it owed itself can be told.
 */
async function dutiesShown(room: Room, who: Who, loaded: LoadedMatter, now: Instant): Promise<readonly CoreDuty[]> {
  const computed = dutiesOf(loaded.matter, room.lawbook, now)
  if (who.side === 'procuratorate') return computed
  if (loaded.knownAt !== null) return computed.filter(({ owedBy }) => owedBy === who.actor.organ)
  const { items } = await room.store.read(who.scope, (q) => q.dutyRows({ matter: loaded.id, over: true, counts: false, today: legalDay(now), limit: 500 }))
  return items.map(({ duty }) => duty)
}

export function matterView(room: Room, who: Who, loaded: LoadedMatter, known: Names, { links, clue }: Around, duties: readonly CoreDuty[], now: Instant = who.now, recalculations: Matter['recalculations'] = []): Matter {
  const { lawbook } = room
  const { state, permitted } = derive(loaded, lawbook, who, now)
  return {
    ...summaryView(loaded, lawbook, known, who), organs: Object.keys(loaded.matter.organs).map((id) => known.organ(id)), stages: state.stages.map((stage) => ({ ...stage })), rulebookVersion: lawbook.version,
    acts: loaded.acts.map((act) => actView(act, loaded.procedure, lawbook, known)), demands: state.demands.map(demandView), instruments: state.instruments.map((one) => instrumentView(one, loaded, lawbook, known)),
    duties: duties.map((duty) => dutyView(duty, lawbook, known, who)), permitted: byUse(permitted, duties, loaded, lawbook, who.actor.organ).map((one) => withAddressees(permissionView(one, who), { loaded, state, lawbook, names: known })), powers: powersOf(room, loaded.procedure, who),
    clue: clue === null ? null : { id: clue.id, model: clue.model.title[who.language], why: clue.why }, links: links.map((link) => ({ ...link })), asOf: loaded.knownAt === null ? null : now, knownAt: loaded.knownAt, recalculations,
  }
}

/** The room with the law that decides a matter: with its owner's practice, and as it was known at an earlier moment. */
export const lawFor = (room: Room, { owner, knownAt }: Pick<LoadedMatter, 'owner' | 'knownAt'>): Room => { const law = room.store.law.now(); return { ...room, lawbook: knownAt === null ? law.of(owner) : law.at(knownAt, owner) } }

async function view(anybody: Room, who: Who, loaded: LoadedMatter, now?: Instant): Promise<Matter> {
  const room = lawFor(anybody, loaded)
  const known = await room.names()
  const { items } = await room.store.read(who.scope, (q) => q.movedRows({ matter: loaded.id, ...(loaded.knownAt === null ? {} : { until: loaded.knownAt }), limit: 100 }))
  if (loaded.knownAt === null) await room.store.noteTold(who.scope, items.filter(({ told }) => !told.some(({ organ }) => organ === who.actor.organ)).map(({ id }) => id), who.now)
  return matterView(room, who, loaded, known, await around(room, who, loaded), await dutiesShown(room, who, loaded, now ?? who.now), now, items.map((row) => movedView(row, loaded.owner, room.lawbook, known)))
}

/** Each opening of a matter is noted for its reading record; opening it again within minutes is the same reading. */
export const matter = (room: Room): Desk['matter'] => {
  const note = notes(room)
  return async (who, { id, knownAt, asOf }) => {
    const loaded = await room.store.read(who.scope, (q) => q.matter(id, knownAt === undefined ? {} : { knownAt }))
    if (loaded === null) return absent(who)
    await note(who, id, say('reading.matter')[who.language])
    return good(await view(room, who, loaded, asOf ?? knownAt))
  }
}

/** The acts recorded since the version that somebody saw, for the person who has to decide whether it still stands. */
const since = (changed: readonly StoredAct[], procedure: string | undefined, { lawbook }: Room, known: Names, who: Who): Problem['changed'] =>
  changed.map((act) => ({ n: act.n, act: act.act, title: procedure === undefined ? titleOfAct(lawbook, '', act) : titleOfAct(lawbook, procedure, act), by: act.person?.name ?? known.organ(act.by).short[who.language], recordedAt: act.recordedAt }))

export const openMatter = (room: Room): Desk['openMatter'] => async (who, { matter: input, command }) => {
  const { store, lawbook } = room
  const procedure = lawbook.procedures.get(input.procedure)
  if (procedure === undefined) return refuse(who, 'no-such-procedure', 422, { procedure: input.procedure }, { errors: [{ field: 'procedure', message: say('problems.no-such-procedure.title')[who.language] }] })
  const known = await room.names()
  const strange = [...(input.subject === undefined ? [] : [input.subject]), ...(input.organs ?? [])].find((id) => !known.all.some((organ) => organ.id === id))
  if (strange !== undefined) return refuse(who, 'no-such-organ', 422, { organ: strange }, { errors: [{ field: 'subject', message: strange }] })
  const { on: _, first: given, ...rest } = input
  const opening = openingsOf(procedure, who, lawbook, known)[0] ?? procedure.acts.find(({ act }) => act === 'accept' || act === 'file') ?? procedure.acts[0]
  if (opening === undefined) return refuse(who, 'no-such-procedure', 422, { procedure: input.procedure })
  const { files: _files, ...act } = given ?? { act: opening.act, key: opening.key }
  const first = { ...act, on: (input.on as Day | undefined) ?? act.on ?? legalDay(who.now), ...(given === undefined && input.source !== undefined ? { form: { source: input.source } } : {}) } as Attempt
  const outcome = await store.openMatter(who.scope, who.actor, { ...rest, first }, { idempotencyKey: command.key, now: who.now })
  return outcome.kind === 'recorded' ? good(await view(room, who, outcome.matter)) : notRecorded(who, outcome, undefined)
}

export const putAct = (room: Room): Desk['putAct'] => async (who, input) => tried(who, () => put(room, who, input))

async function put(room: Room, who: Who, { matter: id, act, command }: Parameters<Desk['putAct']>[1]): ReturnType<Desk['putAct']> {
  const { store, lawbook } = room
  const known = await room.names()
  const seen = await store.read(who.scope, (q) => q.matter(id))
  if (seen === null) return absent(who)
  const on = act.on ?? ((act.at === undefined ? legalDay(who.now) : legalDay(act.at as Instant)) as Day)
  const { files: given = [], ...rest } = act
  const attempt = withCause({ ...rest, on } as Attempt, seen, lawbook)
  // An instrument that goes out becomes a paper; the paper stands on record with the act that sends it out.
  const paper = await issuedPaper(room, who, seen, attempt)
  const files = [...given, ...(paper === null ? [] : [paper])]
  const outcome = await store.putOnRecord(who.scope, who.actor, id, attempt, files, { idempotencyKey: command.key, now: who.now, ...(command.version === undefined ? {} : { expectedVersion: command.version }) })
  if (outcome.kind !== 'recorded') return notRecorded(who, outcome, outcome.kind === 'stale' ? since(outcome.changed, seen.procedure, room, known, who) : undefined)
  const receipt = await store.proofs.receipt(who.scope, outcome.act.id)
  if (receipt === null) return absent(who)
  // What an act of another side opens or ends inside our office is not told to it.
  const shown = who.side === 'procuratorate' ? null : new Set((await dutiesShown(room, who, outcome.matter, who.now)).map((duty) => duty.id))
  const told = (duty: string): boolean => shown === null || shown.has(duty)
  const opened = outcome.opened.filter((duty) => told(duty.id)).map((duty) => dutyView(duty, lawbook, known, who))
  return good({ act: actView(outcome.act, outcome.matter.procedure, lawbook, known), matter: outcome.matter.id, version: outcome.version, receipt: { ...receipt, leaf: receipt.leaf === null ? null : { ...receipt.leaf, path: [...receipt.leaf.path] } }, opened, discharged: outcome.discharged.filter(told) })
}

const mayReadReadings: readonly string[] = ['assistant', 'prosecutor', 'department-head', 'chief', 'case-management', 'audit-admin']

export const readings = ({ store, names }: Room): Desk['readings'] => async (who, { matter: id }) => {
  const known = await names()
  const found = await store.read(who.scope, async (q) => { const loaded = await q.matter(id); return loaded === null ? null : { owner: loaded.owner, rows: await q.readings(id) } })
  if (found === null) return absent(who)
  if (found.owner !== who.actor.organ || !mayReadReadings.includes(who.office)) return refuse(who, 'readings-closed', 403)
  return good({ items: found.rows.map(({ at, personName, organ, what, purpose }) => ({ at, person: personName, organ: known.organ(organ).short, what, purpose })) })
}
