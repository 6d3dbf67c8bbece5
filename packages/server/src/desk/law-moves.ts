// Dates that moved without anybody doing what they ask: the notices, and the words of their causes.
import type { Lawbook, Text } from '@hengjian/law'
import type { MoveCause as Cause, MovedRow as Row } from '@hengjian/store'
import type { Desk } from './desk.ts'
import type { Names, Room } from './room.ts'
import type { Moved } from './shapes-law.ts'
import { good } from './answers.ts'
import { say } from './say.ts'
import { summaryView } from './views.ts'

const named = ({ title, version }: Cause, language: 'zh' | 'en'): string => [title?.[language], version].filter((part) => part !== undefined).join(' ')
/** Why dates moved, in a sentence. */
export const causeText = (cause: Cause): Text => {
  const { zh } = say(`moved.${cause.kind}`, { name: named(cause, 'zh'), act: cause.act ?? '' })
  return { zh, en: say(`moved.${cause.kind}`, { name: named(cause, 'en'), act: cause.act ?? '' }).en }
}
export const ruleTitle = ({ rules }: Lawbook, id: string): Text => rules.get(id)?.title ?? { zh: id, en: id }

export function movedView({ id, duty, rule, owedBy, before, after, beforeAt, afterAt, cause, at, told }: Row, owner: string, lawbook: Lawbook, names: Names): Moved {
  const of = rule ?? duty.split('@')[0] ?? duty
  return {
    id, duty, rule: of, ruleTitle: ruleTitle(lawbook, of), owedBy: names.organ(owedBy ?? owner), before, after, beforeAt, afterAt,
    cause: { kind: cause.kind, text: causeText(cause), act: cause.act ?? null, set: cause.set ?? null }, at, told: told.map((one) => ({ organ: names.organ(one.organ), person: one.person, at: one.at })),
  }
}

/** Being listed is being told: the first time counts. */
export const recalculations = ({ store, lawbook, names }: Room): Desk['recalculations'] => async (who, { matter, cursor, limit }) => {
  const known = await names()
  const { page, matters } = await store.read(who.scope, async (q) => {
    const found = await q.movedRows({ limit: limit ?? 50, ...(matter === undefined ? {} : { matter }), ...(cursor === undefined ? {} : { cursor }) })
    const ids = [...new Set(found.items.map((row) => row.matter))]
    return { page: found, matters: new Map((ids.length === 0 ? [] : (await q.matters({ ids, limit: ids.length })).items).map((row) => [row.id, row])) }
  })
  await store.noteTold(who.scope, page.items.map(({ id }) => id), who.now)
  return good({ next: page.next, items: page.items.flatMap((row) => { const of = matters.get(row.matter); return of === undefined ? [] : [{ moved: movedView(row, of.owner, lawbook, known), matter: summaryView(of, lawbook, known, who) }] }) })
}
