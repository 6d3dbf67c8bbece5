// Data of the city: departments deliver their penalties, a person accepts them, the model runs, people decide some of its clues.
import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import { sideOf } from '@hengjian/core'
import { addDays, legalDay, type Instant } from '@hengjian/law'
import type { Store } from '@hengjian/store'
import type { Desk, Who } from '../desk/desk.ts'
import type { Clue } from '../desk/shapes.ts'
import { phrase } from './fill.ts'

const samples = path.join(import.meta.dirname, '../../../../samples')
/** Invented penalties of the city's own departments, beside the published ones. */
const own = path.join(import.meta.dirname, '../../seed')
const placeOf = (file: string): string => path.join(file.includes('/') ? samples : own, file)
const model = 'penalty-not-transferred-as-crime'
/** Who delivers which file into which dataset how many days ago; `open`: nobody has decided on it yet. */
const files: readonly { readonly post: string; readonly dataset: string; readonly file: string; readonly days: number; readonly open?: true }[] = [
  { post: 'p-gao-1', dataset: 'admin_penalty', file: 'admin_penalty/market.csv', days: 6 }, { post: 'p-su-1', dataset: 'admin_penalty', file: 'admin_penalty/ecology.csv', days: 6 }, { post: 'p-bater-1', dataset: 'admin_penalty', file: 'admin_penalty/forestry.csv', days: 5 },
  { post: 'p-chen-1', dataset: 'admin_transfer', file: 'city/admin_transfer.csv', days: 5 }, { post: 'p-chen-1', dataset: 'admin_penalty_case', file: 'city/admin_penalty_case.csv', days: 4 },
  { post: 'p-hao-1', dataset: 'admin_penalty', file: 'penalties.csv', days: 3 }, { post: 'p-zhao-1', dataset: 'admin_penalty', file: 'admin_penalty/others.csv', days: 1, open: true },
]

/** Somebody of the city at a desk, by the id of a post. */
export async function whoOfPost(store: Store, postId: string, now: Instant): Promise<Who> {
  const post = await store.directory.post(postId)
  const [person, organ] = [post === null ? null : await store.directory.person(post.person), (await store.directory.organs()).find(({ id }) => id === post?.organ)]
  if (post === null || person === null || organ === undefined) throw new Error(`the city has no post '${postId}'`)
  const [side, office] = [sideOf(organ.role), post.office as Who['office']]
  return { scope: { organ: organ.id, side, office, person: person.id, name: person.name, clearance: post.clearance }, actor: { organ: organ.id, office: office as Who['actor']['office'], person: { id: person.id, name: person.name, office } }, post: post.id, person: { id: person.id, name: person.name }, side, office, language: 'zh', now }
}

const ago = (now: Instant, days: number, clock: string): Instant => { const at = `${addDays(legalDay(now), -days)}T${clock}:00+08:00` as Instant; return Date.parse(at) > Date.parse(now) ? now : at }

/** Waits until the check of a delivery has ended. */
const checked = (desk: Desk, who: Who, id: string): Promise<string> => new Promise((resolve, reject) => {
  let stop: (() => void) | undefined
  desk.watchDelivery(who, { id }, (delivery, done) => { if (done) { stop?.(); resolve(delivery.state) } }).then((watching) => { if (watching.ok) stop = watching.value; else reject(new Error(watching.problem.detail)) }, reject)
})

async function deliverAll(desk: Desk, store: Store, now: Instant): Promise<void> {
  const decider = await whoOfPost(store, 'p-chen-1', now)
  await Promise.all(files.filter(({ file }) => existsSync(placeOf(file))).map(async ({ post, dataset, file, days, open }) => {
    const who = await whoOfPost(store, post, ago(now, days, '10:12'))
    const delivered = await desk.deliver(who, { dataset, upload: { name: path.basename(file), type: 'text/csv', body: createReadStream(placeOf(file)) } })
    if (!delivered.ok || (await checked(desk, who, delivered.value.id)) !== 'waiting' || open === true) return
    await desk.decideDelivery({ ...decider, now: ago(now, days, '15:40') }, { id: delivered.value.id, decision: 'accept' })
  }))
}

const finished = async (desk: Desk, who: Who, id: string): Promise<void> => {
  for (let left = 300; left > 0; left--) {
    const run = await desk.run(who, { id })
    if (!run.ok || run.value.state !== 'running') return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Leaves the plainest clues waiting for whoever tries the city; of the rest one is adopted, one set aside, one sent back for data. */
export async function decideSome(desk: Desk, store: Store, now: Instant): Promise<void> {
  const who = await whoOfPost(store, 'p-li-1', now)
  const [waiting, gaps] = await Promise.all([desk.clues(who, { state: 'waiting', status: 'clue', limit: 50 }), desk.clues(who, { state: 'waiting', status: 'undecidable', limit: 50 })])
  const clues: readonly Clue[] = waiting.ok ? waiting.value.items.toSorted((a, b) => (a.limit?.value ?? 0) / (a.limit?.minimum ?? 1) - (b.limit?.value ?? 0) / (b.limit?.minimum ?? 1)) : []
  const command = (n: number): { readonly key: string } => ({ key: `seed-clue-decision-${n}` })
  const [adopted, excluded] = clues.length > 4 ? clues : []
  if (adopted !== undefined) await desk.decideClue(who, { id: adopted.id, decision: { decision: 'adopt', procedure: 'forward-linkage' }, command: command(1) })
  if (excluded !== undefined) await desk.decideClue(who, { id: excluded.id, decision: { decision: 'exclude', code: 'already-handled', reason: phrase('clues', 'excluded') ?? '' }, command: command(2) })
  const gap = gaps.ok ? gaps.value.items[0] : undefined
  if (gap !== undefined && gaps.ok && gaps.value.items.length > 1) await desk.decideClue(who, { id: gap.id, decision: { decision: 'ask-data', reason: phrase('clues', 'data') ?? '' }, command: command(3) })
}

/** Deliveries and a run of the model; nothing here needs a matter. */
export async function fillLake(desk: Desk, store: Store, now: Instant): Promise<void> {
  await deliverAll(desk, store, now)
  const analyst = await whoOfPost(store, 'p-chen-1', ago(now, 1, '09:20'))
  const run = await desk.runModel(analyst, { model, run: {} })
  if (!run.ok) return
  await finished(desk, analyst, run.value.id)
}
