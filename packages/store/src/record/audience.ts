// Which acts are shown to the organs on the other side. Steps inside an office are not, until a service opens the paper they made.
import { sideOf, type Act, type Matter } from '@hengjian/core'

export type Audience = 'inner' | 'both'
/** An inner act that a service opened: `whole` for the paper itself (the last draft, the issue), an outline for the steps between and for the opening. */
export type Shown = { readonly n: number; readonly whole: boolean; readonly outline: Act }

/** Steps of making a paper: inside the office even where they name the addressee already. */
const making: ReadonlySet<string> = new Set(['draft', 'submit', 'approve', 'return', 'issue'])
/** Acts of the vocabulary that speak to the other side even where they name no addressee. Everything not named here stays inside. */
const spoken: ReadonlySet<string> = new Set(['serve', 'acknowledge', 'reply', 'object', 'review', 'extend', 'suspend', 'resume', 'urge', 'notify-superior', 'report-congress', 'verify', 'sue', 'protest', 'close', 'reopen', 'withdraw'])

/** What the act before it was about: follows `of` to the drafting act. */
function paperOf(matter: Matter, act: Act): number | null {
  let [n, left] = [act.of, matter.acts.length]
  let found: number | null = null
  while (n !== undefined && left-- > 0) {
    found = n
    n = matter.acts.find((one) => one.n === n)?.of
  }
  return found
}

/** A word on a paper before its service (the opinion of another department on a draft, its withdrawal) is a step inside the office, whatever its kind. */
const onUnserved = (matter: Matter, act: Act): boolean => {
  const root = paperOf(matter, act)
  return act.act !== 'serve' && root !== null && matter.acts.some(({ n, act: kind }) => n === root && kind === 'draft') && !matter.acts.some((one) => one.act === 'serve' && one.n < act.n && paperOf(matter, one) === root)
}

export function audienceOf(matter: Matter, act: Act): Audience {
  const sideOfParty = (party: string) => sideOf(matter.organs[party]?.role ?? '')
  if (making.has(act.act)) return 'inner'
  if (sideOfParty(act.by) !== 'procuratorate') return 'both'
  if (act.act === 'correct') {
    const mended = matter.acts.find(({ n }) => n === act.of)
    return mended === undefined ? 'inner' : audienceOf(matter, mended)
  }
  const to = act.to ?? []
  // Word among procuratorates (a report upwards) is theirs.
  if (to.length > 0) return to.some((party) => sideOfParty(party) !== 'procuratorate') ? 'both' : 'inner'
  return spoken.has(act.act) && !onUnserved(matter, act) ? 'both' : 'inner'
}

/** Organs outside the procuratorates that the matter exists for from this act on. */
export function joinedBy(matter: Matter, act: Act): readonly string[] {
  if (audienceOf(matter, act) === 'inner') return []
  const addressed = act.to ?? (act.act === 'serve' ? matter.acts.find(({ n }) => n === paperOf(matter, act))?.to ?? [] : [])
  return [...addressed, act.by].filter((party) => sideOf(matter.organs[party]?.role ?? '') !== 'procuratorate')
}

const outline = ({ n, act, key, on, at, recordedAt, by, to, instrument, what, result, of }: Act): Act => ({
  n, act, on, by, ...(key === undefined ? {} : { key }), ...(at === undefined ? {} : { at }), ...(recordedAt === undefined ? {} : { recordedAt }), ...(to === undefined ? {} : { to }),
  ...(instrument === undefined ? {} : { instrument }), ...(what === undefined ? {} : { what }), ...(result === undefined ? {} : { result }), ...(of === undefined ? {} : { of }),
})

/** Inner acts that are shown because of services on record: the served paper's last draft and its issue in full; its way through the office and the opening in outline. */
export function shownBy(matter: Matter): readonly Shown[] {
  const papers = new Map<number, number>()
  for (const act of matter.acts) if (act.act === 'serve') papers.set(paperOf(matter, act) ?? act.n, act.n)
  const rootOf = (act: Act): number => paperOf(matter, act) ?? act.n
  const lastDraft = new Map<number, number>()
  for (const act of matter.acts) if (act.act === 'draft' && act.n < (papers.get(rootOf(act)) ?? 0)) lastDraft.set(rootOf(act), act.n)
  const joined = matter.acts.some((act) => joinedBy(matter, act).length > 0)
  return matter.acts.flatMap((act): readonly Shown[] => {
    if (audienceOf(matter, act) === 'both') return []
    const root = rootOf(act)
    const served = papers.get(root)
    const onTheWay = served !== undefined && (making.has(act.act) || spoken.has(act.act)) && act.n < served
    if (onTheWay && (lastDraft.get(root) === act.n || act.act === 'issue')) return [{ n: act.n, whole: true, outline: outline(act) }]
    return onTheWay || (act.n === 1 && joined) ? [{ n: act.n, whole: false, outline: outline(act) }] : []
  })
}
