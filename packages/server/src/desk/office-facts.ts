// Who stands in for whom in a procuratorate, and whom ties keep out: facts with days and basis, added and ended, never changed.
import { legalDay, type Day } from '@hengjian/law'
import type { OfficeFactRow } from '@hengjian/store'
import type { Desk, Who } from './desk.ts'
import type { Names, Room } from './room.ts'
import type { OfficeFact } from './shapes-law.ts'
import { absent, good, refuse } from './answers.ts'
import { termOf } from './law.ts'

const mayWrite = ({ side, office }: Pick<Who, 'side' | 'office'>): boolean => side === 'procuratorate' && office === 'chief'
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** People of an organ by the posts that they hold in it. */
async function peopleOf({ store }: Room, organ: string): Promise<readonly { readonly id: string; readonly name: string; readonly offices: string[] }[]> {
  const accounts = await store.directory.accounts()
  const found = await Promise.all([...new Map(accounts.map((account) => [account.person, account])).keys()].map(async (id) => ({ id, name: (await store.directory.person(id))?.name ?? id, offices: (await store.directory.postsOf(id)).filter((post) => post.organ === organ).map(({ office }) => office as string) })))
  return found.filter(({ offices }) => offices.length > 0)
}

function view(row: OfficeFactRow, room: Room, names: Names, people: ReadonlyMap<string, string>, today: Day): OfficeFact {
  const { body } = row
  const ended = row.endedAt === null || row.endedOn === null ? null : { on: row.endedOn, reason: row.endedBecause ?? '', by: row.endedBy ?? '', at: row.endedAt }
  return {
    id: row.id, organ: names.organ(row.organ), kind: row.kind, person: row.person === null ? null : { id: row.person, name: people.get(row.person) ?? row.person }, office: text(body['office']), offices: texts(body['offices']),
    powers: texts(body['powers']).map((id) => ({ id, title: room.lawbook.powers.get(id)?.decision ?? { zh: id, en: id } })), party: text(body['party']), matter: text(body['matter']), note: text(body['note']), basis: row.basis, from: row.from, to: row.to, by: row.byName, at: row.at,
    ended, standing: row.from <= today && (row.to === null || row.to >= today) && (ended === null || today < ended.on),
  }
}
const facts = async (room: Room, who: Who, rows: readonly OfficeFactRow[]): Promise<OfficeFact[]> => {
  const people = new Map((await peopleOf(room, who.actor.organ)).map(({ id, name }) => [id, name]))
  const names = await room.names()
  return rows.map((row) => view(row, room, names, people, legalDay(who.now)))
}

export const offices = (room: Room): Desk['offices'] => async (who) => {
  if (who.side !== 'procuratorate') return refuse(who, 'office-closed', 403)
  const rows = await room.store.offices.list(who.scope)
  return good({
    items: await facts(room, who, rows), people: (await peopleOf(room, who.actor.organ)).map((one) => ({ ...one })), mayWrite: mayWrite(who),
    powers: [...room.lawbook.powers.values()].map(({ id, decision, level, delegable }) => ({ id, title: decision, level: termOf(room.lawbook, 'level', level), delegable, offices: [...room.lawbook.procedures.values()].flatMap(({ acts }) => acts).find(({ power }) => power === id)?.decidedBy?.offices.map(String) ?? [] })),
  })
}

export const addOffice = (room: Room): Desk['addOffice'] => async (who, { kind, person, basis, from, to, ...body }) => {
  // The chief keeps the office; anybody of it may declare a tie of their own.
  const ownTie = who.side === 'procuratorate' && kind === 'tie' && person === who.person.id
  if (!mayWrite(who) && !ownTie) return refuse(who, 'office-chief-only', 403)
  const wrong = (field: string): ReturnType<Desk['addOffice']> => Promise.resolve(refuse(who, 'office-fact', 422, { field }, { errors: [{ field, message: field }] }))
  if (kind !== 'local-power' && (person === undefined || !(await peopleOf(room, who.actor.organ)).some(({ id }) => id === person))) return wrong('person')
  if (to !== undefined && to < from) return wrong('to')
  if ((kind === 'acting' || kind === 'former-office') && body.office === undefined) return wrong('office')
  const powers = body.powers ?? []
  if ((kind === 'delegation' || kind === 'local-power') && powers.length === 0) return wrong('powers')
  if (powers.some((id) => { const power = room.lawbook.powers.get(id); return power === undefined || (kind === 'delegation' && power.delegable === null) })) return wrong('powers')
  const row = await room.store.offices.add(who.scope, { kind, person: person ?? null, body, basis, from: from as Day, to: (to as Day | undefined) ?? null }, who.now)
  const [fact] = await facts(room, who, [row])
  return fact === undefined ? absent(who) : good(fact)
}

export const endOffice = (room: Room): Desk['endOffice'] => async (who, { id, on, reason }) => {
  if (!mayWrite(who)) return refuse(who, 'office-chief-only', 403)
  const row = await room.store.offices.end(who.scope, id, on as Day, reason, who.now)
  const [fact] = row === null ? [] : await facts(room, who, [row])
  return fact === undefined ? absent(who) : good(fact)
}
