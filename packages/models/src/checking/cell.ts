import type { Column } from '../contract/heads.ts'
import { readIdentifier } from '../identifiers/read.ts'
import { meantDay, readDay } from '../reading/days.ts'
import { readNumber, times, unitOf } from '../reading/numbers.ts'
import { isNothing, trimmed, words } from '../reading/words.ts'

/** A cell read: the normalised text (null when there is none) and, when something is wrong, the code of messages/*.yaml with what was expected. */
export type CellRead = { readonly value: string | null; readonly code: string | null; readonly expected: string; readonly unit?: string | null }
export type CellReader = (text: string, unitText: string) => CellRead

const none: CellRead = { value: null, code: null, expected: '' }
const good = (value: string): CellRead => ({ value, code: null, expected: '' })
const bad = (code: string, expected: string, value: string | null = null): CellRead => ({ value, code, expected })
const numeral = (value: number): string => (Number.isInteger(value) && Math.abs(value) < 1e21 ? String(value) : String(value))

/** Keeps what was read of repeated cells: days, lists and organs repeat a lot. */
function remembering(read: (text: string) => CellRead): CellReader {
  const kept = new Map<string, CellRead>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const fresh = read(text)
    // A copy as the key: the piece of the file would keep its whole block in memory.
    if (kept.size < 20_000) kept.set(Buffer.from(text).toString(), fresh)
    return fresh
  }
}

const readDate = (text: string): CellRead => {
  const found = readDay(text)
  if (typeof found !== 'string') return good(found.day)
  switch (found) {
    case 'no-such-day': return bad(found, 'YYYY-MM-DD')
    case 'date-run-together': { const meant = meantDay(text); return bad(found, meant === null ? 'YYYY-MM-DD' : `${meant}?`) }
    case 'date-incomplete': case 'date-serial': case 'not-a-date': return bad(found, 'YYYY-MM-DD')
  }
}
const readDateTime = (text: string): CellRead => {
  const found = readDay(text)
  return typeof found === 'string' ? readDate(text) : good(found.time === null ? found.day : `${found.day} ${found.time}`)
}
const readMonth = (text: string): CellRead => {
  const found = new RegExp(`^(\\d{4})(?:[-/.]|${words.year})?(0?[1-9]|1[0-2])${words.month}?$`).exec(text.normalize('NFKC').replace(/\s+/g, ''))
  return found === null ? bad('not-a-month', 'YYYY-MM') : good(`${found[1]}-${(found[2] ?? '').padStart(2, '0')}`)
}
const readYesNo = (text: string): CellRead => {
  const word = text.normalize('NFKC').toLowerCase()
  return words.yes.includes(word) ? good('true') : words.no.includes(word) ? good('false') : bad('not-yes-no', `${words.yes[0]} / ${words.no[0]}`)
}

/** A number with the unit of its head, of its neighbour or of the cell itself; turned into the contract's plain unit by whole decimal steps. */
function numberReader({ field, unit: headUnit }: Column): CellReader {
  const target = field.normalUnit
  const money = target === words.money.yuan[0]
  return (text, unitText) => {
    const found = readNumber(text)
    if (found === 'amount-contradiction') return bad(found, text)
    if (typeof found === 'string') return bad(found, target ?? '1')
    const neighbour = field.unitFrom === null ? null : trimmed(unitText).replace(/[(（][^()（）]*[)）]$/u, '')
    const given = found.inWords && money ? words.money.yuan[0] ?? null : found.unit ?? headUnit ?? (neighbour === null || isNothing(neighbour) ? field.unit : neighbour)
    const soft = found.approximate || (neighbour !== null && neighbour !== trimmed(unitText))
    if (field.type === 'int' && (!Number.isInteger(found.value) || given !== field.unit && given !== null && field.unit !== null)) return bad('not-whole', '1')
    if (given === null) return field.unitFrom === null ? { value: numeral(found.value), code: soft ? 'approximate' : null, expected: '' } : { value: numeral(found.value), code: 'unit-missing', expected: '', unit: null }
    const known = unitOf(given)
    if (field.unitFrom === null) {
      if (given === field.unit && given === target) return { value: numeral(found.value), code: soft ? 'approximate' : null, expected: '' }
      const base = target === null ? null : unitOf(target)
      if (known === null || base === null || known.unit !== base.unit) return bad('unit-other', target ?? '')
      return { value: numeral(times(found.value, known.factor / base.factor)), code: soft ? 'approximate' : null, expected: '' }
    }
    if (known === null) return { value: numeral(found.value), code: 'unit-unknown', expected: Object.keys(words.units).slice(0, 4).join(' / '), unit: given }
    return { value: numeral(times(found.value, known.factor)), code: soft ? 'approximate' : null, expected: '', unit: known.unit }
  }
}

const dividers = /[;；、,，|]/

function listReader({ field }: Column): CellReader {
  const values = new Set(field.values ?? [])
  const open = field.open ? 'not-in-list-open' : 'not-in-list'
  const shown = (field.values ?? []).slice(0, 8).join(' / ')
  const one = (text: string): string | null => {
    const plain = text.normalize('NFKC').trim()
    return values.has(text) ? text : values.has(plain) ? plain : Object.hasOwn(field.synonyms, text) ? field.synonyms[text] ?? null : null
  }
  return remembering((text) => {
    const whole = one(text)
    if (whole !== null) return good(whole)
    if (!field.many) return bad(open, shown, field.open ? text : null)
    const parts = text.split(dividers).map((part) => part.trim()).filter((part) => part !== '')
    const read = parts.map(one)
    return read.every((part) => part !== null) ? good([...new Set(read)].join(';')) : bad(open, shown, field.open ? parts.map((part, i) => read[i] ?? part).join(';') : null)
  })
}

// A text may hold tabs and line ends; other control signs are the traces of a broken export.
// oxlint-disable-next-line no-control-regex -- the control signs are what is looked for
const control = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/

const readText: CellReader = (text) => (control.test(text) ? bad('broken-text', '', text) : good(text))

function bodyReader(column: Column): CellReader {
  const { field } = column
  const { identifier } = field
  if (identifier !== null) return (text) => {
    const { value, fault, expected } = readIdentifier(identifier, text)
    return fault === null ? good(value ?? '') : bad(fault, expected, value)
  }
  switch (field.type) {
    case 'int': case 'decimal': return numberReader(column)
    case 'date': return remembering(readDate)
    case 'datetime': return readDateTime
    case 'month': return remembering(readMonth)
    case 'bool': return remembering(readYesNo)
    case 'enum': return listReader(column)
    case 'string': case 'text': case 'geo': return readText
  }
}

/** The reader of one column: trims, knows the cells that say nothing, then reads by type and identifier. */
export function cellReader(column: Column): CellReader {
  const body = bodyReader(column)
  return (raw, unitText) => {
    const text = trimmed(raw)
    return isNothing(text) ? none : body(text, unitText)
  }
}
