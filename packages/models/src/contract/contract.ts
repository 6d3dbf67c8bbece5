import type { Day, Text } from '@hengjian/law'

/** How a delivered text is read. `decimal` may carry a unit; `text` is long and never a key. Days are YYYY-MM-DD in Asia/Shanghai. */
export type FieldType = 'string' | 'text' | 'int' | 'decimal' | 'date' | 'datetime' | 'month' | 'bool' | 'enum' | 'geo'

/** What a string identifies; decides how it is normalised and checked (identifiers.ts). An unknown kind is only trimmed. */
export type IdentifierKind = 'cn_id18' | 'uscc18' | 'cn_id18_or_uscc18' | 'court_case_no' | 'proc_case_no' | 'proc_doc_no' | 'police_case_no' | 'admin_doc_no'
  | 'admin_div_gb2260' | 'cause_code' | 'offence_code' | 'lawyer_licence' | 'licence_file_no' | 'vin' | 'asset_id' | 'gbt4754'

/**
 * What a missing value does. `required`: the row is rejected. `expected`: the row is kept and the gap reported. `optional`: nothing.
 * A model must treat null in an expected field as "not known", never as "not so".
 */
export type Presence = 'required' | 'expected' | 'optional'

export type Sensitivity = 'public' | 'internal' | 'personal' | 'sensitive-personal' | 'sealed-minor'

export type Field = {
  readonly name: string
  /** The provider's own words for it, Chinese. */
  readonly title: string
  readonly type: FieldType
  readonly presence: Presence
  /** The column itself must be there, even when single values may be missing. */
  readonly column: boolean
  /** No gap is reported where another field has one of these values (a private person has no credit code). */
  readonly unless: { readonly field: string; readonly is: readonly string[] } | null
  /** Unit of the delivered number, e.g. 万元. Null: none, or named by `unitFrom`. */
  readonly unit: string | null
  /** Unit of the number in the accepted rows: 元, 亩, 吨 … Equal to `unit` when nothing is converted. */
  readonly normalUnit: string | null
  /** Name of the field that gives this number's unit row by row (`quantity` ← `quantity_unit`). */
  readonly unitFrom: string | null
  readonly identifier: IdentifierKind | null
  readonly sensitivity: Sensitivity
  readonly values: readonly string[] | null
  /** An open list: a value outside it is kept and reported. Otherwise the row is rejected. */
  readonly open: boolean
  /** Delivered spelling → value of the list. */
  readonly synonyms: Readonly<Record<string, string>>
  /** A text field that tells the same amount after one of these words: when it tells another, the contradiction is shown and neither is chosen. */
  readonly said: { readonly field: string; readonly after: readonly string[] } | null
  /** Several values in one cell, divided by ；; or 、. */
  readonly many: boolean
  /** Other column heads that mean this field, with the unit that they say. */
  readonly aliases: readonly { readonly head: string; readonly unit: string | null }[]
  readonly note: string | null
}

/**
 * What is agreed with a provider about one dataset.
 *
 * The accepted rows (Parquet, CSV read by a model run) have one column per field under `Field.name`, typed: date → DATE, int → BIGINT,
 * decimal → DOUBLE, bool → BOOLEAN, everything else VARCHAR; missing or unreadable → NULL. Numbers are in `normalUnit`
 * (money in 元, area in 亩, mass in 吨), so `CF_NR_FK` of `admin_penalty` is in 元 although the standard delivers 万元.
 * Beside them: `<field>__raw` (the delivered text) for every field whose values are changed by reading (numbers, dates, identifiers, lists),
 * `_row` (1-based data row of the delivery, BIGINT), `_delivery` (id) and `_reported` (codes of what was reported on the row, joined by ' ').
 *
 * `admin_penalty` carries beyond the 双公示 standard the optional fields
 * `quantity`, `quantity_unit`, `value_amount` (元), `case_open_date`, `inspection_date`, `transfer_note` (what the decision says about a transfer), `source_url`;
 * `admin_penalty_case` has `quantity`, `quantity_unit`, `value_amount`, `transferred_criminal`, `transfer_no` of its own and the optional `facts`.
 */
export type DatasetContract = {
  readonly id: string
  readonly title: Text
  readonly group: string
  readonly provider: string
  /** What one row is, without the words "one row is". */
  readonly grain: Text
  readonly key: readonly string[]
  readonly sensitivity: Sensitivity
  /** How often it is delivered, as agreed. */
  readonly cadence: Text
  readonly purpose: string
  readonly standard: string | null
  /** The day that says when a row happened; coverage and as-of are tested against it. */
  readonly mainDate: string | null
  /** Known dirt, in words. */
  readonly dirt: readonly string[]
  readonly fields: readonly Field[]
}

/** The days that a delivery says it covers; outside them a missing row proves nothing. */
export type Coverage = { readonly from: Day | null; readonly to: Day | null }
