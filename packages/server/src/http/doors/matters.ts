// Matters, acts, duties: what the workbench, the liaison desk and other organs' systems read and put on record.
import type { Day, Instant } from '@hengjian/law'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { door, type Door } from '../door.ts'
import { Cursor, Id, Limit } from '../places.ts'
import { Refused } from '../problem.ts'
import * as wire from '../wire.ts'

const day = (text: string | undefined): Day | undefined => text as Day | undefined
const instant = (text: string | undefined): Instant | undefined => text as Instant | undefined
const OneMatter = z.object({ id: Id })

export function matterDoors(desk: Desk): readonly Door[] {
  return [
    door('matters', 'GET /api/duties', 'The worklist: duties by date, with counts over the whole list.', {
      query: z.object({ owedBy: Id.optional(), light: wire.Light.optional(), before: wire.Day.optional(), group: z.enum(['overdue', 'today', 'three', 'seven', 'later']).optional(), who: z.enum(['ours', 'theirs']).optional(), cursor: Cursor, limit: Limit }),
      answer: wire.DutyPage, handle: ({ who, query }) => desk.duties(who, { ...query, before: day(query.before) }),
    }),
    door('matters', 'GET /api/matters', 'Matters that this identity may see.', {
      query: z.object({ q: z.string().max(200).optional(), state: z.enum(['open', 'closed']).optional(), subject: Id.optional(), procedure: Id.optional(), light: wire.Light.optional(), cursor: Cursor, limit: Limit }),
      answer: wire.MatterPage, handle: ({ who, query }) => desk.matters(who, query),
    }),
    door('matters', 'POST /api/matters', 'Opens a matter; the answer is the matter after its first act.', {
      body: wire.NewMatter, answer: wire.Matter, status: 201, handle: ({ who, body, command }) => desk.openMatter(who, { matter: body, command }),
    }),
    door('matters', 'GET /api/matters/:id', 'A matter with acts, demands, duties and the acts now permitted.', {
      params: OneMatter, query: z.object({ knownAt: wire.Instant.optional(), asOf: wire.Instant.optional() }), answer: wire.Matter,
      handle: async ({ who, params, query, reply }) => {
        const found = await desk.matter(who, { id: params.id, knownAt: instant(query.knownAt), asOf: instant(query.asOf) })
        if (found.ok && query.knownAt === undefined) void reply.header('etag', `"${found.value.version}"`)
        return found
      },
    }),
    door('matters', 'POST /api/matters/:id/acts', 'Puts an act on record; the answer carries its receipt.', {
      params: OneMatter, body: wire.NewAct, answer: wire.ActDone, status: 201, write: 'act',
      handle: async ({ who, params, body, command, reply }) => {
        const done = await desk.putAct(who, { matter: params.id, act: body, command })
        if (done.ok) void reply.header('etag', `"${done.value.version}"`)
        return done
      },
    }),
    door('matters', 'GET /api/matters/:id/duties/:duty/why', 'The explanation of a date, or of the date that another start would give.', {
      params: z.object({ id: Id, duty: Id }), query: z.object({ from: wire.Day.optional(), variant: z.string().max(80).optional(), extend: z.string().regex(/^(law|\d{1,3}-(days|months|working-days|years))$/).optional(), custody: z.enum(['yes', 'no']).optional(), pauseFrom: wire.Day.optional(), pauseTo: wire.Day.optional() }), answer: wire.Why,
      handle: ({ who, params, query }) => desk.why(who, { matter: params.id, duty: params.duty, variant: query.variant, extend: query.extend, custody: query.custody === undefined ? undefined : query.custody === 'yes', from: day(query.from), pauseFrom: day(query.pauseFrom), pauseTo: day(query.pauseTo) }),
    }),
    door('matters', 'GET /api/matters/:id/readings', 'Who read the matter, when and as what.', {
      params: OneMatter, answer: z.object({ items: z.array(wire.Reading) }), handle: async ({ who, params }) => lists(await desk.readings(who, { matter: params.id })),
    }),
    door('matters', 'GET /api/acts', 'Newest acts in the matters that this identity may see.', {
      query: z.object({ side: wire.Side.optional(), cursor: Cursor, limit: Limit }), answer: wire.ActPage, handle: ({ who, query }) => desk.acts(who, query),
    }),
    door('matters', 'GET /api/calendar', 'Days of the published calendar with the duties that end on them, both ends included.', {
      query: z.object({ from: wire.Day, to: wire.Day }), answer: wire.CalendarRange,
      handle: ({ who, query }) => {
        if (query.to < query.from || Date.parse(query.to) - Date.parse(query.from) > 400 * 86_400_000) throw new Refused('range', {}, { errors: [{ field: 'to', message: query.to }] })
        return desk.calendar(who, { from: query.from as Day, to: query.to as Day })
      },
    }),
    door('matters', 'GET /api/ladder', 'Who does not perform, on which rung, and what may be done next.', {
      query: z.object({ knownAt: wire.Instant.optional() }), answer: wire.Ladder, handle: ({ who, query }) => desk.ladder(who, { knownAt: instant(query.knownAt) }),
    }),
    door('matters', 'GET /api/scorecard', 'Demands counted one by one for each organ.', {
      query: z.object({ knownAt: wire.Instant.optional() }), answer: wire.Scorecard, handle: ({ who, query }) => desk.scorecard(who, { knownAt: instant(query.knownAt) }),
    }),
  ]
}

/** The desk's lists are read-only; the contract's are not. */
export const lists = <T>(answer: { readonly ok: true; readonly value: { readonly items: readonly T[] } } | { readonly ok: false; readonly problem: z.infer<typeof wire.Problem> }) =>
  answer.ok ? { ok: true as const, value: { items: [...answer.value.items] } } : answer
