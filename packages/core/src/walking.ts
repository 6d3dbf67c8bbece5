// A small hand for tests: puts acts on record one after another, each by the actor that the procedure wants, with a minimal valid form.
import { instant, type Lawbook, type Office } from '@hengjian/law'
import type { Matter, PartyKey } from './act.ts'
import { decide } from './decide.ts'
import { attemptOf } from './sample.ts'
import type { Actor, Attempt, Outcome } from './state.ts'

/** Fictional organs of the tests: the handling procuratorate, its superior, two departments, their superior, police, court, congress. */
export const organs: Matter['organs'] = {
  office: { name: '甲市人民检察院', role: 'procuratorate', superior: 'above' },
  above: { name: '某自治区人民检察院', role: 'procuratorate-superior' },
  forestry: { name: '甲市林业和草原局', role: 'administrative-organ', superior: 'government' },
  market: { name: '甲市市场监督管理局', role: 'administrative-organ', superior: 'government' },
  government: { name: '甲市人民政府', role: 'government' },
  police: { name: '甲市公安局', role: 'police' },
  court: { name: '甲市人民法院', role: 'court' },
  congress: { name: '甲市人民代表大会常务委员会', role: 'npc-standing-committee' },
}

export const late = instant('2026-12-31T23:00+08:00')
export const emptyMatter = (procedure: string): Matter => ({ procedure, organs, acts: [] })
const as = (organ: PartyKey, office: Office): Actor => ({ organ, office, person: { id: `${organ}-${office}`, name: '张某', office } })
export const seats = {
  prosecutor: as('office', 'prosecutor'), head: as('office', 'department-head'), chief: as('office', 'chief'), management: as('office', 'case-management'),
  forestry: as('forestry', 'liaison'), market: as('market', 'liaison'), government: as('government', 'liaison'), police: as('police', 'liaison'), court: as('court', 'liaison'), congress: as('congress', 'congress'),
} as const satisfies Readonly<Record<string, Actor>>

export type Step = readonly [seat: keyof typeof seats, key: string, on: string, more?: Partial<Attempt>]

export function tryStep(matter: Matter, lawbook: Lawbook, [seat, key, on, more]: Step): Outcome {
  const entry = lawbook.procedures.get(matter.procedure)?.acts.find((one) => one.key === key)
  if (entry === undefined) throw new RangeError(`no act '${key}' in '${matter.procedure}'`)
  return decide(matter, lawbook, seats[seat], attemptOf(entry, on, more), late)
}

/** The matter after all steps; a refused step throws with its sentence. */
export function walk(matter: Matter, lawbook: Lawbook, steps: readonly Step[]): Matter {
  return steps.reduce((so, step) => {
    const outcome = tryStep(so, lawbook, step)
    if (!outcome.ok) throw new Error(`${step[1]} ${step[2]}: ${outcome.refusal.code} ${outcome.refusal.because.zh} (${outcome.refusal.provision ?? ''})`)
    return { ...so, acts: [...so.acts, outcome.act] }
  }, matter)
}

/** From the clue to a paper that was signed for: acts 1 to 9; the draft is act 3, the service act 8. */
export const toReceipt = (draft = 'draft', approve = 'approve'): readonly Step[] => [
  ['prosecutor', 'accept', '2026-09-01'], ['prosecutor', 'inquire', '2026-09-02'], ['prosecutor', draft, '2026-09-10'], ['prosecutor', 'submit', '2026-09-11', { of: 3 }],
  ['head', 'endorse', '2026-09-12', { of: 3 }], ['chief', approve, '2026-09-14', { of: 3 }], ['management', 'issue', '2026-09-14', { of: 3, form: { docNo: '甲检建〔2026〕1号' } }],
  ['management', 'serve', '2026-09-15', { of: 3, form: { channel: 'electronic' } }], ['forestry', 'acknowledge', '2026-09-15', { of: 3 }],
]
