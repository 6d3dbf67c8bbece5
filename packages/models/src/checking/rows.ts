import type { Day } from '@hengjian/law'
import type { Coverage, DatasetContract, Field } from '../contract/contract.ts'
import type { Column, Columns } from '../contract/heads.ts'
import type { Row } from '../reading/rows.ts'
import { isNothing, trimmed } from '../reading/words.ts'
import { agrees, amountsAfter } from './amounts.ts'
import { cellReader, type CellReader } from './cell.ts'
import { digest, quickDigest } from './digest.ts'
import { columnProfile, type ProfileRow } from './profile.ts'
import { reason, tally, type Outcome, type ReasonGroup } from './tally.ts'

export type Fault = { readonly code: string; readonly field: Field | null; readonly outcome: Outcome; readonly value: string; readonly expected: string }
/** Where checked rows go: normalised values in the order of the contract's fields, and the faults of a row. */
export type Sink = { readonly keep: (row: Row, values: readonly (string | null)[], raws: readonly string[], reported: readonly Fault[]) => void; readonly fault: (row: Row, faults: readonly Fault[]) => void }

/** Fields whose delivered text is kept beside the value, because reading may change it. */
export const keepsRaw = (field: Field, contract: DatasetContract): boolean =>
  field.identifier !== null || !['string', 'text', 'geo'].includes(field.type) || contract.fields.some(({ unitFrom }) => unitFrom === field.name)

type Slot = { readonly field: Field; readonly at: number; readonly unitAt: number; readonly read: CellReader | null; readonly giver: number; readonly index: number }

/** What is counted while rows pass. */
export type Counts = { readonly rows: number; readonly accepted: number; readonly rejected: number; readonly reported: number; readonly reasons: readonly ReasonGroup[]; readonly profile: readonly ProfileRow[]; readonly duplicatesUnchecked: boolean }

const mostKeys = 12_000_000

/** The rules of one delivery. `take` checks rows in order and hands each to the sink; every row is kept or rejected with a reason. */
export function rowChecker(contract: DatasetContract, columns: Columns, options: { readonly asOf: Day | null; readonly coverage: Coverage }) {
  const { fields } = contract
  const indexOf = new Map(fields.map((field, i) => [field.name, i]))
  const slotsOf = ({ columns: given }: Columns): readonly Slot[] => {
    const columnOf = new Map<Field, Column>(given.map((column) => [column.field, column]))
    return fields.map((field, index) => {
      const column = columnOf.get(field)
      const unit = field.unitFrom === null ? undefined : columnOf.get(fields[indexOf.get(field.unitFrom) ?? -1] ?? field)
      // A unit's own column is filled by the number that it belongs to.
      const giver = fields.findIndex(({ unitFrom }) => unitFrom === field.name)
      return { field, index, at: column?.at ?? -1, unitAt: unit === undefined || unit.field === field ? -1 : unit.at, read: column === undefined ? null : cellReader(column), giver }
    })
  }
  // A key field that the file does not have is left out of the key: published lists have no code of the deciding organ.
  const keyOf = (all: readonly Slot[]): readonly number[] => contract.key.map((name) => indexOf.get(name) ?? -1).filter((i) => (all[i]?.at ?? -1) >= 0)
  let slots = slotsOf(columns)
  let key = keyOf(slots)
  // Amounts that a text field tells too, by the index of both.
  const told = fields.flatMap((amount, index) => (amount.said === null ? [] : [{ index, amount, text: indexOf.get(amount.said.field) ?? -1, after: amount.said.after }]))
  const main = contract.mainDate === null ? -1 : indexOf.get(contract.mainDate) ?? -1
  const reasons = tally()
  const profiles = fields.map(columnProfile)
  const seen = new Map<number, number>()
  const rowDigests: number[] = []
  const rowNumbers: number[] = []
  let [rows, accepted, rejected, reported, duplicatesUnchecked] = [0, 0, 0, 0, false]
  // One row's values at a time: the sink takes what it needs before the next.
  const values: (string | null)[] = fields.map(() => null)
  const raws: string[] = fields.map(() => '')
  const outcomes = new Map<string, Outcome>()
  // A value that cannot be read rejects the row only where the contract wants one.
  const soft = new Set(['not-a-date', 'not-a-month', 'not-a-number', 'not-finite', 'not-whole', 'not-yes-no', 'not-in-list', 'unit-other'])
  const outcomeOf = (code: string): Outcome => { let found = outcomes.get(code); if (found === undefined) outcomes.set(code, found = reason(code).outcome); return found }
  const nothing: readonly Fault[] = []

  function read(row: Row): Fault[] | null {
    let faults: Fault[] | null = null
    let units: Map<number, string | null> | null = null
    const add = (code: string, field: Field | null, value: string, expected: string, outcome = outcomeOf(code)): void => { (faults ??= []).push({ code, field, outcome, value, expected }) }
    for (const slot of slots) {
      const { field, index, at } = slot
      const raw = at < 0 ? '' : row.cells[at] ?? ''
      raws[index] = raw
      if (slot.giver >= 0 && slot.at >= 0) { const text = trimmed(raw); values[index] = isNothing(text) ? null : text; continue }
      if (slot.read === null) { values[index] = null; continue }
      if (row.spoilt !== null) {
        // Fifteen digits are enough for a quantity or an amount, not for the name of a person or a thing.
        const spoilt = row.spoilt.find((one) => one.at === at)
        if (spoilt !== undefined && (spoilt.code === 'formula-error' || field.type === 'string' || field.type === 'text' || field.identifier !== null)) { values[index] = null; add(spoilt.code, field, raw, ''); continue }
      }
      const cell = slot.read(raw, slot.unitAt < 0 ? '' : row.cells[slot.unitAt] ?? '')
      if (cell.unit !== undefined) (units ??= new Map()).set(index, cell.unit)
      values[index] = cell.value
      if (cell.code !== null) add(cell.code, field, raw, cell.expected, field.presence === 'optional' && soft.has(cell.code) ? 'reported' : outcomeOf(cell.code))
      else if (cell.value === null && field.presence !== 'optional' && !(field.unless !== null && field.unless.is.includes(values[indexOf.get(field.unless.field) ?? -1] ?? ''))) add('missing', field, raw, field.title, field.presence === 'required' ? 'rejected' : 'reported')
    }
    // The unit column takes the unit that its number was turned into.
    if (units !== null) for (const slot of slots) if (slot.giver >= 0) {
      const unit = units.get(slot.giver)
      if (unit !== undefined) values[slot.index] = unit
    }
    for (const { index, amount, text, after } of told) {
      const value = values[index] ?? null
      const sentence = values[text] ?? ''
      const found = value === null || sentence === '' ? [] : amountsAfter(sentence, after)
      if (value !== null && found.length > 0 && !agrees(Number(value), found)) add('amount-differs', amount, row.cells[slots[index]?.at ?? -1] ?? '', found.join(' / '))
    }
    const day = main < 0 ? null : values[main] ?? null
    if (day !== null) {
      const field = fields[main] ?? null
      if (options.asOf !== null && day.slice(0, 10) > options.asOf) add('date-in-future', field, day, `≤ ${options.asOf}`)
      const { from, to } = options.coverage
      if ((from !== null && day < from) || (to !== null && day.slice(0, 10) > to)) add('outside-coverage', field, day, `${from ?? ''}..${to ?? ''}`)
    }
    return faults
  }

  /** The same row again, or the same key with other contents. */
  function repeated(row: Row): Fault | null {
    if (seen.size >= mostKeys) { duplicatesUnchecked = true; return null }
    const whole = quickDigest(row.cells)
    const keyed = key.length > 0 && key.every((i) => values[i] !== null)
    const id = keyed ? digest(...key.map((i) => values[i] ?? '')) : digest(...row.cells)
    const first = seen.get(id)
    if (first === undefined) {
      seen.set(id, rowDigests.length)
      rowDigests.push(whole)
      rowNumbers.push(row.n)
      return null
    }
    const same = rowDigests[first] === whole
    const code = same ? 'duplicate-row' : 'key-conflict'
    return { code, field: fields[key[0] ?? 0] ?? null, outcome: outcomeOf(code), value: key.map((i) => values[i] ?? '').join(' / '), expected: `= ${rowNumbers[first] ?? '?'}` }
  }

  return {
    /** The next file of the delivery has its columns elsewhere. */
    heads(next: Columns): void { slots = slotsOf(next); key = keyOf(slots) },
    take(batch: readonly Row[], sink: Sink): void {
      for (const row of batch) {
        rows++
        let faults: readonly Fault[] = nothing
        if (row.fault !== null) faults = [{ code: row.fault.code, field: null, outcome: outcomeOf(row.fault.code), value: row.cells.join(' | '), expected: row.fault.expected }]
        else if (row.cells.every((cell) => cell === '' || isNothing(trimmed(cell)))) faults = [{ code: 'blank-row', field: null, outcome: 'rejected', value: '', expected: '' }]
        else {
          const found = read(row)
          const again = repeated(row)
          if (again !== null) faults = found === null ? [again] : [...found, again]
          else if (found !== null) faults = found
        }
        for (const { code, field, outcome, value, expected } of faults) reasons.add(code, field, outcome, row.n, row.line, value, expected)
        if (faults.length > 0) sink.fault(row, faults)
        if (faults.some(({ outcome }) => outcome === 'rejected')) { rejected++; continue }
        accepted++
        if (faults.length > 0) reported++
        for (let i = 0; i < profiles.length; i++) { const value = values[i]; if (value !== null && value !== undefined) profiles[i]?.take(value) }
        sink.keep(row, values, raws, faults)
      }
    },
    sums: (): { readonly rows: number; readonly accepted: number; readonly rejected: number } => ({ rows, accepted, rejected }),
    counts: (): Counts => ({ rows, accepted, rejected, reported, reasons: reasons.groups(), profile: profiles.map((profile) => profile.row()), duplicatesUnchecked }),
  }
}
