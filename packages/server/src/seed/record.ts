// Puts the planned acts on record, one after the other, through the store's one write path: what the law refuses is not in the city.
import { sideOf, type Actor } from '@hengjian/core'
import type { Instant, Lawbook, Office, ProcedureAct } from '@hengjian/law'
import type { LoadedMatter, NotRecorded, Recorded, Scope, Store } from '@hengjian/store'
import { withCause } from '../desk/cause.ts'
import { issuedPaper, replyPhrase } from '../desk/papers.ts'
import { namesFrom, type Room } from '../desk/room.ts'
import type { MatterSpec } from './data.ts'
import { attemptFor, dayOfSigning, phrase, type Around } from './fill.ts'
import { beside } from './organs.ts'
import type { Holders } from './people.ts'
import { planAll, type Planned } from './plan.ts'

type Roles = ReadonlyMap<string, string>
export type Trouble = { readonly matter: string; readonly key: string; readonly why: string }

/** Other names of usual acts where a kind of matter has its own. */
const own = (procedure: { readonly acts: readonly ProcedureAct[] } | undefined, key: string): ProcedureAct | undefined =>
  procedure?.acts.find((entry) => entry.key === `${key}-opinion` && (key === 'draft' || key === 'approve')) ?? procedure?.acts.find((entry) => entry.key === key)

/** Who does an act: the organ by side and role, the office by the power list, else the first that the procedure names. */
function doer(entry: ProcedureAct, { matter: spec, more }: Planned, roles: Roles, holder: Holders): { readonly scope: Scope; readonly actor: Actor; readonly person: string } {
  const wanted = entry.by.roles
  const outside = entry.by.side === 'other' || (wanted !== undefined && wanted.includes(roles.get(spec.s) ?? ''))
  const organ = more.by ?? (entry.by.side === 'congress' ? beside(spec.o, 'congress') : outside ? spec.s : spec.o)
  const side = sideOf(roles.get(organ) ?? '')
  const offices: readonly Office[] = entry.decidedBy !== undefined && entry.decidedBy.offices.length > 0 ? entry.decidedBy.offices : entry.by.offices ?? ['prosecutor']
  const office: Office = side === 'procuratorate' ? (entry.act === 'accept' && offices.includes('case-management') ? 'case-management' : offices[0] ?? 'prosecutor') : side === 'congress' ? 'congress' : 'liaison'
  const person = holder(organ, office)
  return { scope: { organ, side, office, person: person.id, clearance: spec.sealed === true ? 'sealed' : 'ordinary' }, actor: { organ, office, person: { id: person.id, name: person.name, office } }, person: person.name }
}


const said = (outcome: NotRecorded): string => (outcome.kind === 'refused' ? `${outcome.refusal.because.zh} (${outcome.refusal.code})` : outcome.kind)

/**
 * Records everything that was planned. A refusal is returned, not thrown: the city goes on without the acts that follow from it.
 * `attach`: the papers that go out are rendered and stand on record as files.
 */
export async function recordAll({ store, lawbook, now, holder, attach }: { readonly store: Store; readonly lawbook: Lawbook; readonly now: Instant; readonly holder: Holders; readonly attach: boolean }): Promise<readonly Trouble[]> {
  const plan = planAll(lawbook, now)
  const organs = new Map((await store.directory.organs()).map((organ) => [organ.id, organ]))
  const roles: Roles = new Map([...organs.values()].map(({ id, role }) => [id, role]))
  const room: Room = { store, lawbook, dataDir: '', say: () => undefined, names: namesFrom(store), now: () => now }
  const matters = new Map<string, LoadedMatter>()
  const numbers = new Map<string, number>()
  const trouble: Trouble[] = []
  const failed = new Set<string>()
  for (const planned of plan) {
    const { matter: spec, key, at, day } = planned
    const entry = own(lawbook.procedures.get(spec.p), key)
    if (failed.has(spec.id)) continue
    if (entry === undefined) { if (planned.more.by === undefined && !optional.includes(key)) { trouble.push({ matter: spec.id, key, why: 'no such act' }); failed.add(spec.id) } continue }
    const { scope, actor, person } = doer(entry, planned, roles, holder)
    const loaded = matters.get(spec.id) ?? null
    const series = `${phrase('offices', spec.o) ?? ''}${phrase('series', spec.p) ?? ''}`
    const number = (numbers.get(series) ?? 0) + 1
    if (entry.act === 'issue') numbers.set(series, number)
    const around: Around = {
      names: (id) => { const organ = organs.get(id); return { name: organ?.name.zh ?? id, short: organ?.short.zh ?? id, superior: organ?.superior ?? null } },
      period: replyPhrase(lawbook, own(lawbook.procedures.get(spec.p), 'draft')?.instrument), docNo: (phrase('number', '') ?? '').replace('{series}', series).replace('{year}', day.slice(0, 4)).replace('{n}', String(number)), handler: holder(spec.o, 'prosecutor').name, person, signing: dayOfSigning(plan, spec, now),
    }
    const drafted = attemptFor(planned, entry, loaded, lawbook, around)
    const meta = { idempotencyKey: `seed-${spec.id}-${planned.order}`, now: at }
    const attempt = loaded === null ? drafted : withCause(drafted, loaded, lawbook)
    const paper = loaded === null || !attach ? null : await issuedPaper(room, { scope }, loaded, attempt)
    const outcome: Recorded | NotRecorded = loaded === null
      ? await store.openMatter(scope, actor, { procedure: spec.p, title: spec.t, subject: spec.s, labels: spec.l, first: drafted, ...(spec.sealed === true ? { sealed: true } : {}) }, meta)
      : await store.putOnRecord(scope, actor, loaded.id, attempt, paper === null ? [] : [paper], meta)
    if (outcome.kind === 'recorded') matters.set(spec.id, await whole(store, spec, outcome.matter, holder))
    else { trouble.push({ matter: spec.id, key, why: said(outcome) }); failed.add(spec.id) }
  }
  return trouble
}

/** Acts that a kind of matter may not know: the course is one for all. */
const optional: readonly string[] = ['file', 'serve-filing', 'file-superior', 'open-investigation', 'legal-review']

/** The matter as its owner sees it: what another organ gets back leaves out the owner's inner steps. */
async function whole(store: Store, spec: MatterSpec, matter: LoadedMatter, holder: Holders): Promise<LoadedMatter> {
  if (matter.acts.at(-1)?.by === spec.o) return matter
  const scope: Scope = { organ: spec.o, side: 'procuratorate', office: 'prosecutor', person: holder(spec.o, 'prosecutor').id, clearance: 'sealed' }
  return (await store.read(scope, (q) => q.matter(matter.id))) ?? matter
}
