// Datasets and their deliveries; models, runs and clues.
import { PassThrough } from 'node:stream'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { door, type Door } from '../door.ts'
import { sendDownload } from '../downloads.ts'
import { bodyOf, sendProblem } from '../mount.ts'
import { Cursor, FileName, Id, Limit } from '../places.ts'
import * as wire from '../wire.ts'
import { lists } from './matters.ts'

/** A year's penalties of a city are some tens of megabytes; a province's population register is not delivered through a browser. */
const largestDelivery = 2 * 1024 ** 3
const OneDelivery = z.object({ id: Id })
const Decision = z.strictObject({ decision: z.enum(['accept', 'refuse', 'cancel']), reason: z.string().max(1000).optional() })

export function dataDoors(desk: Desk): readonly Door[] {
  return [
    door('data', 'GET /api/datasets', 'Contracts of the shared datasets.', { answer: z.object({ items: z.array(wire.Dataset) }), handle: async ({ who }) => lists(await desk.datasets(who)) }),
    door('data', 'POST /api/datasets/:id/deliveries', 'Delivers a file into a dataset; its check goes on after the answer.', {
      params: z.object({ id: Id }), query: z.object({ name: FileName }), body: 'bytes', answer: wire.Delivery, status: 201, write: 'once', limit: largestDelivery, pace: 'heavy',
      handle: ({ who, params, query, request }) => desk.deliver(who, { dataset: params.id, upload: { name: query.name, type: request.headers['content-type'], body: bodyOf(request, largestDelivery) } }),
    }),
    door('data', 'GET /api/deliveries', 'Deliveries, newest first.', {
      query: z.object({ dataset: Id.optional(), cursor: Cursor, limit: Limit }), answer: wire.DeliveryPage, handle: ({ who, query }) => desk.deliveries(who, query),
    }),
    door('data', 'GET /api/deliveries/:id', 'One delivery with its verdict row by row in groups.', { params: OneDelivery, answer: wire.Delivery, handle: ({ who, params }) => desk.delivery(who, params) }),
    door('data', 'POST /api/deliveries/:id/decision', 'Accepts, refuses or cancels a delivery.', {
      params: OneDelivery, body: Decision, answer: wire.Delivery, write: 'once', handle: ({ who, params, body }) => desk.decideDelivery(who, { id: params.id, ...body }),
    }),
    door('data', 'GET /api/deliveries/:id/rejects', 'The rows that were kept out, each with its reason, as CSV.', {
      params: OneDelivery, answerType: 'text/csv',
      handle: async ({ who, params, reply }) => sendDownload(reply, await desk.rejects(who, params), true),
    }),
    door('data', 'GET /api/deliveries/:id/events', 'The delivery at each change of its check, as server-sent events.', {
      params: OneDelivery, answerType: 'text/event-stream',
      handle: async ({ who, params, reply, request }) => {
        const events = new PassThrough()
        // Whoever watches may leave at any moment; what is then still written goes nowhere.
        events.on('error', () => undefined)
        const started = await desk.watchDelivery(who, params, (delivery, done) => {
          if (!events.writable) return
          events.write(`data: ${JSON.stringify(delivery)}\n\n`)
          if (done) events.end()
        })
        if (!started.ok) { sendProblem(reply, started.problem); return undefined }
        // Proxies and browsers drop a silent connection.
        const heart = setInterval(() => { if (events.writable) events.write(': still here\n\n') }, 15_000)
        const stop = (): void => { clearInterval(heart); started.value(); events.destroy() }
        request.raw.once('close', stop)
        events.once('close', stop)
        void reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(events)
        return undefined
      },
    }),
    door('models', 'GET /api/models', 'Supervision models of the catalogue.', { answer: z.object({ items: z.array(wire.Model) }), handle: async ({ who }) => lists(await desk.models(who)) }),
    door('models', 'GET /api/models/:id', 'One model with its inputs, parameters, steps and SQL.', { params: z.object({ id: Id }), answer: wire.Model, handle: ({ who, params }) => desk.model(who, params) }),
    door('models', 'POST /api/models/:id/runs', 'Runs a model over the accepted deliveries.', {
      params: z.object({ id: Id }), body: wire.NewRun, answer: wire.Run, status: 201, write: 'once', pace: 'heavy', handle: ({ who, params, body }) => desk.runModel(who, { model: params.id, run: body }),
    }),
    door('models', 'GET /api/runs/:id', 'A run with its funnel.', { params: z.object({ id: Id }), answer: wire.Run, handle: ({ who, params }) => desk.run(who, params) }),
    door('models', 'GET /api/clues', 'Clues by state of review.', {
      query: z.object({ state: wire.ClueState.optional(), status: wire.ClueStatus.optional(), model: Id.optional(), run: Id.optional(), cursor: Cursor, limit: Limit }), answer: wire.CluePage, handle: ({ who, query }) => desk.clues(who, query),
    }),
    door('models', 'GET /api/clues/:id', 'One clue with its rows of evidence.', { params: z.object({ id: Id }), answer: wire.Clue, handle: ({ who, params }) => desk.clue(who, params) }),
    door('models', 'POST /api/clues/:id/decision', 'Adopts, merges, excludes a clue or asks for data.', {
      params: z.object({ id: Id }), body: wire.ClueDecision, answer: wire.Clue, write: 'once', handle: ({ who, params, body, command }) => desk.decideClue(who, { id: params.id, decision: body, command }),
    }),
  ]
}
