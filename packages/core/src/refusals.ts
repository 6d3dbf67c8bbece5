import type { Day, Lawbook, Said, Text } from '@hengjian/law'
import messages from '../messages/refusals.json' with { type: 'json' }
import type { Refusal } from './duty.ts'

type Message = { readonly setting: string; readonly short: Text; readonly because: Text }
export type Saying = Exclude<keyof typeof messages, 'house'>
export type Fill = Readonly<Record<string, string | Text | undefined>>

/** Puts values for `{name}`; a piece in `[…]` whose values are not all known is left out. */
function filled(text: string, values: Fill, language: 'zh' | 'en'): string {
  const put = (piece: string): string => piece.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : typeof value === 'string' ? value : value[language]
  })
  return put(text.replace(/\[([^[\]]*)\]/g, (_, piece: string) => { const said = put(piece); return /\{[a-zA-Z]+\}/.test(said) ? '' : said }))
}
export const fillText = ({ zh, en }: Text, values: Fill): Text => ({ zh: filled(zh, values, 'zh'), en: filled(en, values, 'en') })

/** At most sixteen characters for a list; a longer one ends with an ellipsis. */
const shorten = ({ zh, en }: Text): Text => ({ zh: [...zh].length <= 16 ? zh : `${[...zh].slice(0, 15).join('')}…`, en })

/** A refusal that rests on no guard of a procedure but on the way the record is kept: it cites the house's own setting, never a law. */
export function houseRefusal(code: Refusal['code'], saying: Saying, values: Fill, lawbook: Lawbook, more: Partial<Refusal> = {}): Refusal {
  const message: Message = messages[saying]
  const title = lawbook.settings.get(message.setting)?.title
  const provision = filled(messages.house.zh, { title: title?.zh ?? message.setting }, 'zh')
  return { code, short: shorten(fillText(message.short, values)), because: fillText(message.because, values), provision, ...more }
}

/** A refusal in the words of the rulebook's row. */
export const guardRefusal = (code: Refusal['code'], said: Said, values: Fill, earliest: Day | undefined): Refusal => ({
  code, short: shorten(fillText(said.short, values)), because: fillText(said.because, values),
  ...(said.provision === undefined ? {} : { provision: said.provision }), ...(said.rule === undefined ? {} : { rule: said.rule }),
  ...(said.unblockedBy === undefined ? {} : { unblockedBy: said.unblockedBy }), ...(earliest === undefined ? {} : { earliest }),
})
