// One rule, whole: its wordings side by side, its provision among neighbours, who uses it, what tests it.
import { checkQuote, legalDay, type Day, type Lawbook, type Rule } from '@hengjian/law'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import type { RuleDetail, RuleWording } from './shapes-law.ts'
import { absent, good } from './answers.ts'
import { sourceOf } from './law.ts'
import { aroundOf } from './library-around.ts'
import { checked, instrumentNamed, levelOf, periodText, rowOf, ruleNamed, wordingAt } from './library-names.ts'
import { testsOf } from './library-tests.ts'
import { textOf, textsIn, verifyQuotes, type Texts } from './library-texts.ts'
import { usesOf } from './library-uses.ts'
import { say } from './say.ts'

function wordings(book: Lawbook, rule: Rule, texts: Texts, today: Day): RuleWording[] {
  const now = wordingAt(rule, today)
  return rule.versions.map((version) => ({
    from: version.inForce.from, to: version.inForce.to, current: version === now, confidence: version.confidence ?? rule.confidence, periodKind: rule.periodKind, period: version.period === null ? null : periodText(version.period),
    noPeriod: version.noPeriodBecause ?? null, before: version.period?.direction === 'before', variants: version.variants.map(({ id, when, period }) => ({ id, when, period: periodText(period) })),
    extension: version.extension === null ? null : { length: version.extension.amount === null || version.extension.unit === null ? null : periodText({ amount: version.extension.amount, unit: version.extension.unit }), times: version.extension.times, condition: version.extension.condition, approver: version.extension.approver },
    computing: version.computing === null ? null : { id: version.computing, title: book.computing.get(version.computing)?.title ?? say('law.silent') }, custody: version.custody === 'always', notes: version.notes ?? null,
    sources: version.sources.map((source) => checked(source, checkQuote(source, textOf(texts, source)))),
  }))
}

export const lawRule = ({ lawbook: book, dataDir }: Room): Desk['lawRule'] => async (who, { id }) => {
  const rule = book.rules.get(id)
  if (rule === undefined) return absent(who)
  const texts = textsIn(dataDir)
  verifyQuotes(book, texts)
  const today = legalDay(who.now)
  const now = wordingAt(rule, today)
  const { procedures, rules } = usesOf(book)
  const regime = now?.computing == null ? undefined : book.computing.get(now.computing)
  const counted = new Set(Object.values(regime?.uses ?? {}))
  const bindings = book.bindings.filter((binding) => binding.rule === id)
  const cites = (sources: readonly { readonly law: string; readonly article: string }[]): boolean => sources.some((one) => now?.sources.some(({ law, article }) => law === one.law && article === one.article))
  return good({
    ...rowOf(book, rule, procedures), trigger: rule.trigger, consequence: rule.consequence, approval: rule.approval === null ? null : { text: rule.approval.text, level: levelOf(book, rule.approval.level) }, notes: rule.notes ?? null, unbound: rule.unbound ?? null,
    wordings: wordings(book, rule, texts, today), counting: (regime?.provisions ?? []).filter(({ topic }) => counted.has(topic)).map(({ topic, source }) => ({ topic, source: sourceOf(source) })),
    around: (now?.sources ?? []).map((source) => aroundOf(book, texts, source)), uses: [...rules.get(id) ?? []],
    follows: [...new Set(bindings.flatMap(({ opensOnBreachOf, startsAtEndOf }) => [opensOnBreachOf, startsAtEndOf]))].flatMap((one) => (one === undefined ? [] : [ruleNamed(book, one)])),
    leads: [...new Set(book.bindings.filter((one) => one.opensOnBreachOf === id || one.startsAtEndOf === id).map((one) => one.rule))].map((one) => ruleNamed(book, one)),
    instruments: [...book.instruments.values()].filter((one) => one.rules.includes(id)).map((one) => instrumentNamed(book, one.id)),
    powers: [...book.powers.values()].filter(({ sources }) => cites(sources)).map((one) => ({ id: one.id, title: one.decision })),
    settings: [...book.settings.values()].filter((one) => one.rules?.includes(id) === true || one.value === id || one.id.endsWith(`.${id}`) || bindings.some(({ periodFromSetting }) => periodFromSetting === one.id)).map((one) => ({ id: one.id, title: one.title })),
    tests: testsOf(book, id),
  } satisfies RuleDetail)
}
