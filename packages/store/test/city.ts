// A small city for the store's tests: organs of every kind, people who act for them, and the way of a suggestion up to the congress.
import type { Actor, Attempt } from '@hengjian/core'
import { lawbook, type Day, type Instant, type Office, type Side } from '@hengjian/law'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStore, type Meta, type Recorded, type Scope, type Store } from '../src/index.ts'

const text = (zh: string) => ({ zh, en: zh })
/** id, role, level, superior */
const organs: readonly (readonly [string, string, string, string | null])[] = [
  ['city', 'procuratorate', 'city', null], ['xincheng', 'procuratorate', 'county', 'city'], ['huimin', 'procuratorate', 'county', 'city'],
  ['forestry-city', 'administrative-organ', 'city', null], ['forestry', 'administrative-organ', 'county', 'forestry-city'], ['market', 'administrative-organ', 'county', null],
  ['police', 'police', 'county', null], ['npc', 'npc-standing-committee', 'city', null],
]
export type Name = 'city' | 'xincheng' | 'huimin' | 'forestry' | 'forestry-city' | 'market' | 'police' | 'npc'
const sides: Readonly<Record<Name, Side>> = { city: 'procuratorate', xincheng: 'procuratorate', huimin: 'procuratorate', forestry: 'other', 'forestry-city': 'other', market: 'other', police: 'other', npc: 'congress' }

export const at = (day: string, time = '09:00'): Instant => `${day}T${time}+08:00` as Instant
export const on = (day: string): Day => day as Day
export const scopeOf = (organ: Name, clearance: Scope['clearance'] = 'ordinary', office: Office = sides[organ] === 'procuratorate' ? 'prosecutor' : sides[organ] === 'congress' ? 'congress' : 'liaison'): Scope =>
  ({ organ, side: sides[organ], office, person: `${organ}-${office}`, name: '某甲', clearance, purpose: '测试' })
export const actorOf = (organ: Name, office: Office): Actor => ({ organ, office, person: { id: `${organ}-${office}`, name: '某甲', office } })

export type City = { readonly store: Store; readonly dataDir: string; close(): Promise<void> }
export async function city(mode: 'test' | 'demo' = 'test'): Promise<City> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hjcity-'))
  const store = await openStore({ dataDir, mode, lawbook: lawbook(), sealEvery: 0 })
  await people(store)
  return { store, dataDir, close: async () => { await store.close(); rmSync(dataDir, { recursive: true, force: true }) } }
}
export async function people(store: Store): Promise<void> {
  for (const [id, role, level, superior] of organs) await store.directory.saveOrgan({ id, name: text(id), short: text(id), role, level, superior, division: null })
}

export const meta = (now: Instant, expectedVersion?: number): Meta => ({ idempotencyKey: randomUUID(), now, ...(expectedVersion === undefined ? {} : { expectedVersion }) })
export async function open(store: Store, options: { readonly owner?: 'xincheng' | 'huimin' | 'city'; readonly title?: string; readonly sealed?: boolean; readonly day?: string } = {}): Promise<Recorded> {
  const { owner = 'xincheng', title = '林地被占用', sealed = false, day = '2026-03-02' } = options
  const done = await store.openMatter(scopeOf(owner, sealed ? 'sealed' : 'ordinary'), actorOf(owner, 'prosecutor'), {
    procedure: 'forward-linkage', title, subject: 'forestry', sealed, source: '举报', clue: 'clue-1', labels: ['春季'], first: { act: 'accept', key: 'accept', on: on(day), form: { source: '举报', summary: '林地' } },
  }, meta(at(day)))
  if (done.kind !== 'recorded') throw new Error(JSON.stringify(done))
  return done
}

type Step = { readonly organ: Name; readonly office: Office; readonly day: string; readonly attempt: Omit<Attempt, 'on'> }
const paper = { instrument: 'other-suggestion' } as const
const fields = { source: '检察履职', facts: '占用林地六十五亩', finding: '未依法移送', basis: '检察建议工作规定', objectionPeriod: '十日', replyPeriod: '二个月' }
/** The way of one suggestion: act 2 inquires, act 3 drafts; every name is the key of the act that is then on record. */
export const way: readonly Step[] = [
  { organ: 'xincheng', office: 'prosecutor', day: '2026-03-03', attempt: { act: 'inquire', key: 'inquire', form: { method: 'site', findings: '占用林地六十五亩' } } },
  { organ: 'xincheng', office: 'prosecutor', day: '2026-03-04', attempt: { act: 'draft', key: 'draft', ...paper, to: ['forestry'], demands: [{ no: 1, text: '移送涉嫌犯罪案件', standard: '立案回执' }, { no: 2, text: '核查同类案件' }], form: fields } },
  { organ: 'xincheng', office: 'prosecutor', day: '2026-03-05', attempt: { act: 'submit', key: 'submit', ...paper, of: 3 } },
  { organ: 'xincheng', office: 'department-head', day: '2026-03-06', attempt: { act: 'approve', key: 'endorse', ...paper, of: 3, result: 'endorsed' } },
  { organ: 'xincheng', office: 'chief', day: '2026-03-09', attempt: { act: 'approve', key: 'approve', ...paper, of: 3, result: 'approved' } },
  { organ: 'xincheng', office: 'prosecutor', day: '2026-03-10', attempt: { act: 'issue', key: 'issue', ...paper, of: 3, form: { docNo: '新检建〔2026〕1号' } } },
  { organ: 'xincheng', office: 'prosecutor', day: '2026-03-11', attempt: { act: 'serve', key: 'serve', ...paper, of: 3, to: ['forestry'], form: { channel: 'electronic' } } },
  { organ: 'forestry', office: 'liaison', day: '2026-03-12', attempt: { act: 'acknowledge', key: 'acknowledge', ...paper, of: 3, form: { signer: '某乙' } } },
  { organ: 'xincheng', office: 'prosecutor', day: '2026-06-15', attempt: { act: 'urge', key: 'urge', instrument: 'urge-letter', to: ['forestry'], form: { about: '检察建议', earlier: '新检建〔2026〕1号', state: '逾期未回复', replyBy: '2026-06-30' } } },
  { organ: 'xincheng', office: 'chief', day: '2026-09-15', attempt: { act: 'notify-superior', key: 'notify-superior', instrument: 'superior-notice', to: ['forestry-city'], form: { about: '检察建议', subject: '区林草局', earlier: '新检建〔2026〕1号', state: '仍未回复', basis: '检察建议工作规定' } } },
  { organ: 'xincheng', office: 'chief', day: '2026-11-16', attempt: { act: 'report-congress', key: 'report-congress', instrument: 'congress-report', to: ['npc'], form: { about: '检察建议', subject: '区林草局', earlier: '新检建〔2026〕1号', state: '仍未回复', basis: '检察建议工作规定' } } },
]

/** Puts the steps up to the one with this key on record; throws with the refusal when one is refused. */
export async function walk(store: Store, id: string, until: string, from = 'inquire', clearance: Scope['clearance'] = 'ordinary'): Promise<Recorded> {
  const start = way.findIndex(({ attempt }) => attempt.key === from)
  const end = way.findIndex(({ attempt }) => attempt.key === until)
  let last: Recorded | null = null
  for (const { organ, office, day, attempt } of way.slice(start, end + 1)) {
    const done = await store.putOnRecord(scopeOf(organ, clearance, office), actorOf(organ, office), id, { ...attempt, on: on(day) }, [], meta(at(day, '10:00')))
    if (done.kind !== 'recorded') throw new Error(`${attempt.key}: ${JSON.stringify(done)}`)
    last = done
  }
  if (last === null) throw new Error(`no step from ${from} to ${until}`)
  return last
}
