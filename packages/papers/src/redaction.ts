import type { Text } from '@hengjian/law'
import { say } from './messages.ts'
import { words } from './words.ts'

/** One place that a text should hide before it is published, and what would stand there. Offsets are UTF-16 indices into the text. */
export type Hidden = { readonly from: number; readonly to: number; readonly kind: 'person' | 'id-number' | 'phone' | 'bank-card' | 'plate' | 'email'; readonly was: string; readonly becomes: string }

/** A proposal only: a person confirms or strikes each item before anything is published. */
export type Redaction = { readonly text: string; readonly hidden: readonly Hidden[]; readonly note: Text }

const patterns: readonly { readonly kind: Exclude<Hidden['kind'], 'person'>; readonly of: RegExp; readonly becomes: (was: string) => string }[] = [
  { kind: 'id-number', of: /(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/gu, becomes: (was) => `${was.slice(0, 6)}${'*'.repeat(8)}${'*'.repeat(4)}` },
  { kind: 'phone', of: /(?<![0-9A-Za-z.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z])/gu, becomes: (was) => `${was.slice(0, 3)}${'*'.repeat(8)}` },
  { kind: 'phone', of: /(?<![0-9A-Za-z.])0\d{2,3}-\d{7,8}(?![0-9A-Za-z])/gu, becomes: (was) => `${was.split('-')[0] ?? ''}-********` },
  { kind: 'bank-card', of: /(?<![0-9A-Za-z.])62\d{14,17}(?![0-9A-Za-z])/gu, becomes: (was) => `${was.slice(0, 4)}${'*'.repeat(was.length - 4)}` },
  { kind: 'plate', of: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/gu, becomes: (was) => `${was.slice(0, 2)}*****` },
  { kind: 'email', of: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, becomes: () => '***' },
]

/** What a person's name becomes: the surname and 某, 某某 for a given name of two characters. */
function anonymous(name: string): string {
  const chars = [...name]
  const surname = chars.length > 2 && words.compoundSurnames.includes(chars.slice(0, 2).join('')) ? 2 : 1
  return `${chars.slice(0, surname).join('')}${'某'.repeat(Math.max(1, Math.min(2, chars.length - surname)))}`
}

/** Every place in `text` that names a person of `persons` in full or carries a number that leads to one; longest first, none overlapping. */
export function findPersonal(text: string, persons: readonly string[] = []): readonly Hidden[] {
  const found: Hidden[] = []
  const taken = (from: number, to: number): boolean => found.some((one) => from < one.to && to > one.from)
  const add = (one: Hidden): void => { if (!taken(one.from, one.to)) found.push(one) }
  for (const { kind, of, becomes } of patterns) for (const match of text.matchAll(of)) add({ kind, from: match.index, to: match.index + match[0].length, was: match[0], becomes: becomes(match[0]) })
  for (const name of persons.filter((one) => [...one].length >= 2 && !one.includes('某')).toSorted((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) add({ kind: 'person', from: at, to: at + name.length, was: name, becomes: anonymous(name) })
  }
  return found.toSorted((a, b) => a.from - b.from)
}

/** Proposes a text for publication: names of known persons become 某, numbers are masked. Whoever publishes confirms it. */
export function proposeRedaction(text: string, persons: readonly string[] = []): Redaction {
  const hidden = findPersonal(text, persons)
  let at = 0
  let out = ''
  for (const one of hidden) { out += text.slice(at, one.from) + one.becomes; at = one.to }
  return { text: out + text.slice(at), hidden, note: say('redactionNote', { count: hidden.length }) }
}
