// Deliveries: a file comes in, a worker checks it row by row while people watch, a person accepts or refuses it. Nothing is used before.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { checkInWorker, DataProblem, datasetOf, type CheckResult, type DatasetContract } from '@hengjian/models'
import { legalDay, type Instant } from '@hengjian/law'
import type { Desk, Upload, Who } from './desk.ts'
import type { Room } from './room.ts'
import type { Delivery } from './shapes.ts'
import { absent, good, refuse } from './answers.ts'
import { dataProblem } from './dataProblem.ts'
import { inTurn } from './inTurn.ts'
import { placeOf } from './lake.ts'
import { say } from './say.ts'

type Intake = { readonly [name in 'list' | 'one' | 'deliver' | 'decide' | 'rejects' | 'watch']: Desk[{ readonly list: 'deliveries'; readonly one: 'delivery'; readonly deliver: 'deliver'; readonly decide: 'decideDelivery'; readonly rejects: 'rejects'; readonly watch: 'watchDelivery' }[name]] } & { readonly close: () => Promise<void> }
type Step = Delivery['steps'][number]
const stepIds = ['received', 'read', 'checked', 'decided'] as const
const deciders: readonly string[] = ['assistant', 'prosecutor', 'department-head', 'chief', 'case-management', 'analyst']
const settled: readonly string[] = ['waiting', 'accepted', 'refused', 'failed', 'cancelled']

/** The steps of a delivery: those before `at` done, `at` now, the rest to come. */
const stepsAt = (at: number, details: Readonly<Partial<Record<(typeof stepIds)[number], string>>>, failed = false): Step[] =>
  stepIds.map((id, i) => ({ id, title: say(`delivery.steps.${id}`), state: i < at ? 'done' : i > at ? 'next' : failed ? 'failed' : 'now', detail: details[id] ?? '' }))

async function receive(upload: Upload, file: string): Promise<{ readonly size: number; readonly sha256: string; readonly sm3: string }> {
  const [sha256, sm3] = [createHash('sha256'), createHash('sm3')]
  let size = 0
  await pipeline(upload.body, async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) { size += chunk.length; sha256.update(chunk); sm3.update(chunk); yield chunk }
  }, createWriteStream(file, { mode: 0o600 }))
  return { size, sha256: sha256.digest('hex'), sm3: sm3.digest('hex') }
}

const checkedBody = (before: Delivery, result: CheckResult, who: Who): Delivery => ({
  ...before, state: 'waiting', rows: result.rows, accepted: result.accepted, rejected: result.rejected, reported: result.reported,
  steps: stepsAt(3, { received: before.steps[0]?.detail ?? '', read: say('delivery.rows', { rows: result.rows })[who.language], checked: say('delivery.checked', { accepted: result.accepted, rejected: result.rejected })[who.language], decided: say('delivery.toDecide')[who.language] }),
  reasons: result.reasons.map(({ code, title, repair, whoFixes, field, count, outcome, examples }) => ({ code, title, repair, whoFixes, field, count, outcome, examples: examples.map((example) => ({ row: example.row, field: example.field, value: example.value, expected: example.expected })) })),
  profile: result.profile.map(({ field, filled, distinct, min, max }) => ({ field, filled, distinct, min, max })), coverage: { from: result.coverage.from, to: result.coverage.to },
})

export function deliveries(room: Room): Intake {
  const { store } = room
  const live = new Map<string, { delivery: Delivery; readonly abort: AbortController; readonly done: Promise<void> }>()
  const watchers = new Map<string, Set<(delivery: Delivery, done: boolean) => void>>()
  const tell = (delivery: Delivery): void => { for (const told of watchers.get(delivery.id) ?? []) told(delivery, settled.includes(delivery.state)) }
  const save = async (who: Who, delivery: Delivery): Promise<void> => {
    await store.lake.saveDelivery(who.scope, { id: delivery.id, dataset: delivery.dataset.id, provider: delivery.provider?.id ?? null, state: delivery.state, at: delivery.at as Instant, body: delivery })
    tell(delivery)
  }

  async function check(who: Who, contract: DatasetContract, before: Delivery, abort: AbortController, declared: string | undefined): Promise<void> {
    const place = placeOf(room, before.id)
    const now = live.get(before.id)
    try {
      const result = await checkInWorker({
        dataset: contract.id, files: [place.original(before.file)], workDir: place.folder, asOf: legalDay(who.now), now: legalDay(who.now), rejectsOut: place.rejects, acceptedOut: place.accepted, signal: abort.signal, delivery: before.id, names: [before.file], ...(declared === undefined ? {} : { encoding: declared }),
        onProgress: ({ rows }) => {
          if (now === undefined) return
          now.delivery = { ...now.delivery, rows, steps: stepsAt(2, { received: before.steps[0]?.detail ?? '', read: say('delivery.rows', { rows })[who.language] }) }
          tell(now.delivery)
        },
      })
      await save(who, checkedBody(before, result, who))
    } catch (error) {
      if (abort.signal.aborted) { await save(who, { ...before, state: 'cancelled', steps: stepsAt(1, {}, true) }); return }
      if (!(error instanceof DataProblem)) room.say(`check of delivery ${before.id} failed: ${error instanceof Error ? error.message : String(error)}`)
      await save(who, { ...before, state: 'failed', steps: stepsAt(1, { received: before.steps[0]?.detail ?? '' }, true), problem: dataProblem(error, who) })
    } finally { live.delete(before.id) }
  }

  const deliver: Desk['deliver'] = async (who, { dataset, upload }) => {
    const contract = datasetOf(dataset)
    if (contract === null) return absent(who)
    if (who.side === 'congress' || who.office.endsWith('-admin')) return refuse(who, 'not-your-delivery', 403)
    const id = randomUUID()
    const place = placeOf(room, id)
    mkdirSync(place.folder, { recursive: true, mode: 0o700 })
    const got = await receive(upload, place.original(upload.name)).catch((error: unknown) => { rmSync(place.folder, { recursive: true, force: true }); throw error })
    const names = await room.names()
    const provider = who.side === 'other' ? names.organ(who.actor.organ) : null
    const delivery: Delivery = {
      id, dataset: { id: contract.id, title: contract.title }, file: upload.name, ...got, provider, deliveredBy: who.person.name, at: who.now, state: 'checking', steps: stepsAt(1, { received: say('delivery.bytes', { size: got.size })[who.language] }),
      rows: 0, accepted: 0, rejected: 0, reported: 0, reasons: [], profile: [], problem: null, coverage: { from: null, to: null },
    }
    await save(who, delivery)
    const abort = new AbortController()
    const started = Promise.withResolvers<void>()
    live.set(id, { delivery, abort, done: started.promise })
    // A charset that the sender declares is held against the bytes; without one the encoding is found out.
    void check(who, contract, delivery, abort, /;\s*charset="?([\w-]+)/i.exec(upload.type ?? '')?.[1]).catch((error: unknown) => room.say(String(error))).finally(() => started.resolve())
    return good(delivery)
  }

  const find = async (who: Who, id: string): Promise<Delivery | null> => {
    const row = await store.lake.delivery(who.scope, id)
    return row === null ? null : live.get(id)?.delivery ?? (row.body as Delivery)
  }

  const turn = inTurn()
  const decide: Desk['decideDelivery'] = (who, input) => (input.decision === 'cancel' ? decideNow(who, input) : turn(input.id, () => decideNow(who, input)))
  const decideNow: Desk['decideDelivery'] = async (who, { id, decision, reason }) => {
    const before = await find(who, id)
    if (before === null) return absent(who)
    const running = live.get(id)
    if (decision === 'cancel') {
      if (running === undefined) return refuse(who, 'delivery-settled', 409)
      running.abort.abort()
      await running.done
      return good((await find(who, id)) ?? before)
    }
    if (who.side !== 'procuratorate' || !deciders.includes(who.office)) return refuse(who, 'not-yours-to-decide', 403)
    if (before.state !== 'waiting') return refuse(who, running === undefined ? 'delivery-settled' : 'delivery-checking', 409)
    const text = say(decision === 'accept' ? 'delivery.acceptedBy' : 'delivery.refusedBy', { person: who.person.name, reason: reason ?? '' })[who.language]
    const after: Delivery = { ...before, state: decision === 'accept' ? 'accepted' : 'refused', steps: before.steps.map((step) => (step.id === 'decided' ? { ...step, state: decision === 'accept' ? 'done' : 'failed', detail: text } : step)) }
    await save(who, after)
    return good(after)
  }

  return {
    deliver, decide,
    list: async (who, { dataset, cursor, limit }) => {
      const page = await store.lake.deliveries(who.scope, { limit: limit ?? 50, ...(dataset === undefined ? {} : { dataset }), ...(cursor === undefined ? {} : { cursor }) })
      return good({ items: page.items.map(({ id, body }) => live.get(id)?.delivery ?? (body as Delivery)), next: page.next })
    },
    one: async (who, { id }) => { const found = await find(who, id); return found === null ? absent(who) : good(found) },
    rejects: async (who, { id }) => {
      const found = await find(who, id)
      const file = placeOf(room, id).rejects
      return found === null || !existsSync(file) ? absent(who) : good({ name: `${found.dataset.id}-rejects.csv`, type: 'text/csv; charset=utf-8', size: statSync(file).size, bytes: createReadStream(file) })
    },
    watch: async (who, { id }, onChange) => {
      const found = await find(who, id)
      if (found === null) return absent(who)
      const all = watchers.get(id) ?? new Set()
      watchers.set(id, all.add(onChange))
      onChange(found, settled.includes(found.state))
      return good(() => { all.delete(onChange); if (all.size === 0) watchers.delete(id) })
    },
    close: async () => {
      const running = [...live.values()]
      for (const { abort } of running) abort.abort()
      await Promise.allSettled(running.map(({ done }) => done))
    },
  }
}
