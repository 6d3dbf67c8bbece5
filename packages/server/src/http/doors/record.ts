// The law as it is applied, the directory, papers, files, proofs, the calendar feed, the state of the server.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import type { Identity } from '../../identity/identity.ts'
import { calendarFile } from '../calendarFile.ts'
import { door, good, type Door } from '../door.ts'
import { sendDownload } from '../downloads.ts'
import { whoOf } from '../gate.ts'
import { bodyOf } from '../mount.ts'
import { FileName, Id, Sha256 } from '../places.ts'
import { Refused } from '../problem.ts'
import * as wire from '../wire.ts'
import { lists } from './matters.ts'
import type { Instant } from '@hengjian/law'

/** Scans of evidence; a video of a scene is the largest thing that belongs to a matter. */
const largestFile = 512 * 1024 ** 2
const Instrument = z.object({ id: Id, n: z.string().regex(/^\d{1,6}$/).transform(Number) })
const whole = z.string().regex(/^\d{1,15}$/).transform(Number)

export type RecordDoors = { readonly desk: Desk; readonly identity: Identity; readonly now: () => Instant; readonly healthy: () => Promise<boolean>; readonly version: string }

export function recordDoors({ desk, identity, now, healthy, version }: RecordDoors): readonly Door[] {
  return [
    door('server', 'GET /api/health', 'Whether the server and its database work.', {
      answer: wire.Health, open: true,
      handle: async () => { const up = await healthy(); return good({ status: up ? 'ok' as const : 'degraded' as const, database: up ? 'ok' as const : 'down' as const, version }) },
    }),
    door('law', 'GET /api/organs', 'Organs of the city, as the directory names them.', { answer: z.object({ items: z.array(wire.Organ) }), handle: async ({ who }) => lists(await desk.organs(who)) }),
    door('law', 'GET /api/rules', 'Rules in force, each with its sources.', { answer: z.object({ items: z.array(wire.RuleSummary) }), handle: async ({ who }) => lists(await desk.rules(who)) }),
    door('law', 'GET /api/procedures', 'Kinds of matters that can be opened.', { answer: z.object({ items: z.array(wire.ProcedureSummary) }), handle: async ({ who }) => lists(await desk.procedures(who)) }),
    door('papers', 'POST /api/papers/preview', 'A paper as it would be, with the checks of its content; nothing is written.', {
      body: wire.PaperDraft, answer: wire.PaperPreview, write: 'free', pace: 'heavy', handle: ({ who, body }) => desk.preview(who, body),
    }),
    door('papers', 'GET /api/matters/:id/instruments/:n/pages', 'Pages of a recorded instrument as SVG documents; n is the act that drafted it.', {
      params: Instrument, answer: z.object({ pages: z.array(z.string()) }),
      handle: async ({ who, params }) => { const made = await desk.instrumentPages(who, { matter: params.id, n: params.n }); return made.ok ? good({ pages: [...made.value.pages] }) : made },
    }),
    door('papers', 'GET /api/matters/:id/instruments/:n/file', 'A recorded instrument as a file.', {
      params: Instrument, query: z.object({ format: z.enum(['pdf', 'docx', 'ofd']).optional() }), answerType: 'application/pdf',
      handle: async ({ who, params, query, reply }) => sendDownload(reply, await desk.instrumentFile(who, { matter: params.id, n: params.n, format: query.format ?? 'pdf' }), false),
    }),
    door('files', 'POST /api/files', 'Stores a file by its content, to be named by an act afterwards.', {
      query: z.object({ name: FileName }), body: 'bytes', answer: wire.FileRef, status: 201, write: 'once', limit: largestFile, pace: 'heavy',
      handle: ({ who, query, request }) => desk.putFile(who, { name: query.name, type: request.headers['content-type'], body: bodyOf(request, largestFile) }),
    }),
    door('files', 'GET /api/files/:sha256', 'A file of a matter.', {
      params: z.object({ sha256: Sha256 }), query: z.object({ matter: Id, name: FileName.optional() }), answerType: 'application/octet-stream',
      handle: async ({ who, params, query, reply }) => sendDownload(reply, await desk.getFile(who, { sha256: params.sha256, matter: query.matter }), false),
    }),
    door('proofs', 'GET /api/acts/:id/receipt', 'The receipt of an act, to be checked offline by whoever holds it.', { params: z.object({ id: Id }), answer: wire.Receipt, handle: ({ who, params }) => desk.receipt(who, { act: params.id }) }),
    door('proofs', 'GET /api/log/head', 'The signed head of the log of all acts.', { answer: wire.LogHead, handle: () => desk.logHead() }),
    door('proofs', 'GET /api/log/consistency', 'That the log at one size is a beginning of the log at another.', {
      query: z.object({ first: whole, second: whole }), answer: wire.Consistency, handle: ({ query }) => desk.consistency(query),
    }),
    door('server', 'POST /api/calendar/feed', 'A fresh address under which a calendar program reads the duties of this post; the former one ends.', {
      answer: z.object({ path: z.string() }), status: 201, write: 'once', handle: async ({ who }) => good({ path: `/api/calendar.ics?token=${encodeURIComponent(await identity.newFeed(who.post))}` }),
    }),
    door('server', 'GET /api/calendar.ics', 'The duties of a post as an iCalendar feed.', {
      query: z.object({ token: z.string().min(1).max(300) }), answerType: 'text/calendar', open: true,
      handle: async ({ query, language, reply }) => {
        const found = await identity.feedOf(query.token)
        if (found === null) throw new Refused('not-found')
        const duties = await desk.duties(whoOf(found, now(), language), { limit: 500 })
        if (!duties.ok) return duties
        void reply.type('text/calendar; charset=utf-8').send(calendarFile(duties.value, found.post.title, language))
        return undefined
      },
    }),
  ]
}
