// Rule sets, local practice and the notices of dates that moved.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { door, type Door } from '../door.ts'
import { Cursor, Id, Limit } from '../places.ts'
import * as wire from '../wire.ts'

const Adoption = z.object({ adoption: z.string().min(1).max(100) })
const Place = z.object({ cursor: Cursor, limit: Limit })
const limit = 8 * 1024 * 1024

export function lawSetDoors(desk: Desk): readonly Door[] {
  return [
    door('law', 'GET /api/law/sets', 'Rule sets that were adopted, newest first; the version of the rulebook with them.', { answer: wire.LawSets, handle: ({ who }) => desk.lawSets(who) }),
    door('law', 'GET /api/law/sets/:adoption', 'One adopted set with its texts.', { params: Adoption, answer: wire.LawSetWhole, handle: ({ who, params }) => desk.lawSet(who, params) }),
    door('law', 'POST /api/law/sets/check', 'What is wrong with a rule set: file, line, field, reason.', { body: wire.SetToCheck, answer: wire.SetCheck, write: 'free', limit, pace: 'heavy', handle: ({ who, body }) => desk.checkSet(who, body) }),
    door('law', 'POST /api/law/sets/preview', 'Every open date that a rule set would move, open or end.', { query: Place, body: wire.SetToCheck, answer: wire.SetPreview, write: 'free', limit, pace: 'heavy', handle: ({ who, body, query }) => desk.previewSet(who, { ...query, ...body }) }),
    door('law', 'POST /api/law/sets', 'Adopts a rule set: it is the law of the running product at once, and every moved date has its notice.', { body: wire.NewSet, answer: wire.SetDone, status: 201, write: 'once', limit, pace: 'heavy', handle: ({ who, body }) => desk.adoptSet(who, body) }),
    door('law', 'POST /api/law/sets/:adoption/preview', 'Every open date that withdrawing an adopted set would move.', { params: Adoption, query: Place, answer: wire.SetPreview, write: 'free', pace: 'heavy', handle: ({ who, params, query }) => desk.previewWithdrawal(who, { ...query, ...params }) }),
    door('law', 'POST /api/law/sets/:adoption/withdraw', 'Withdraws an adopted set; the dates go back.', { params: Adoption, body: wire.Reason, answer: wire.SetDone, write: 'once', pace: 'heavy', handle: ({ who, params, body }) => desk.withdrawSet(who, { ...params, ...body }) }),
    door('law', 'GET /api/law/practice', 'What one’s own organ may choose, and has chosen, where the sources conflict or are silent.', { answer: wire.Practices, handle: ({ who }) => desk.practices(who) }),
    door('law', 'POST /api/law/practice', 'Sets a local practice from a day on, or goes back to the rulebook’s choice (null).', { body: wire.NewPractice, answer: wire.PracticeDone, status: 201, write: 'once', handle: ({ who, body }) => desk.practise(who, body) }),
    door('offices', 'GET /api/offices', 'Acting appointments, delegations, ties, former offices and the local power list of one’s own procuratorate.', { answer: wire.OfficeFacts, handle: ({ who }) => desk.offices(who) }),
    door('offices', 'POST /api/offices', 'Adds such a fact; the chief prosecutor does, or anybody who declares a tie of their own.', { body: wire.NewOfficeFact, answer: wire.OfficeFact, status: 201, write: 'once', handle: ({ who, body }) => desk.addOffice(who, body) }),
    door('offices', 'POST /api/offices/:id/end', 'Ends such a fact on a day; it stays on record.', { params: z.object({ id: Id }), body: wire.EndFact, answer: wire.OfficeFact, write: 'once', handle: ({ who, params, body }) => desk.endOffice(who, { ...params, ...body }) }),
    door('law', 'GET /api/recalculations', 'Dates that moved: old, new, why, who was told. Being listed counts as being told.', { query: Place.extend({ matter: Id.optional() }), answer: wire.MovedPage, handle: ({ who, query }) => desk.recalculations(who, query) }),
  ]
}
