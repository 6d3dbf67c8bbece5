import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Text } from '@hengjian/law'
import { unitOf } from '../reading/numbers.ts'
import type { DatasetContract, Field, FieldType, IdentifierKind, Presence, Sensitivity } from './contract.ts'
import { unitInHead, withoutUnit } from './heads.ts'

type WrittenField = { readonly name: string; readonly title: string; readonly type: FieldType } & Partial<{
  readonly presence: Presence; readonly column: boolean; readonly unless: Field['unless']; readonly unit: string; readonly unitFrom: string; readonly identifier: IdentifierKind
  readonly sensitivity: Sensitivity; readonly values: readonly string[]; readonly open: boolean; readonly many: boolean; readonly said: Field['said']
  readonly synonyms: Readonly<Record<string, string>>; readonly aliases: readonly string[]; readonly note: string
}>
type Written = Omit<DatasetContract, 'fields' | 'standard' | 'dirt' | 'mainDate'> & { readonly title: Text; readonly standard?: string; readonly dirt?: readonly string[]; readonly mainDate?: string; readonly fields: readonly WrittenField[] }

/** A unit that large amounts are written in becomes the plain one; every other unit stays what the contract says. */
const plainUnit = (unit: string | undefined): string | null => {
  if (unit === undefined) return null
  const known = unitOf(unit)
  return known !== null && known.factor >= 1000 ? known.unit : unit
}

const fieldOf = (sensitivity: Sensitivity) => (f: WrittenField): Field => ({
  name: f.name, title: f.title, type: f.type, presence: f.presence ?? 'optional', column: f.column ?? (f.presence !== undefined && f.presence !== 'optional'), unless: f.unless ?? null,
  unit: f.unit ?? null, normalUnit: plainUnit(f.unit), unitFrom: f.unitFrom ?? null, identifier: f.identifier ?? null, sensitivity: f.sensitivity ?? sensitivity,
  values: f.values ?? null, open: f.open ?? false, many: f.many ?? false, said: f.said ?? null, synonyms: f.synonyms ?? {}, note: f.note ?? null,
  aliases: [f.title, ...(f.aliases ?? [])].map((head) => ({ head: withoutUnit(head), unit: unitInHead(head) })),
})

/** A contract from the text of its file. Throws on a fault in the file itself, which no user can cause. */
export function contractFrom(text: string, file: string): DatasetContract {
  const written = parse(text) as Written
  const fields = written.fields.map(fieldOf(written.sensitivity))
  const names = new Set(fields.map(({ name }) => name))
  const unknown = [...written.key, ...(written.mainDate === undefined ? [] : [written.mainDate]), ...fields.flatMap(({ unitFrom }) => (unitFrom === null ? [] : [unitFrom]))].filter((name) => !names.has(name))
  if (unknown.length > 0 || names.size !== fields.length) throw new Error(`${file}: ${unknown.length > 0 ? `no field ${unknown.join(', ')}` : 'a field is named twice'}`)
  return { ...written, standard: written.standard ?? null, dirt: written.dirt ?? [], mainDate: written.mainDate ?? null, fields }
}

const folder = path.join(import.meta.dirname, '..', '..', 'datasets')
const one = new Map<string, DatasetContract | null>()

/** The contract of a dataset by its id, or null. */
export function datasetOf(id: string): DatasetContract | null {
  const known = one.get(id)
  if (known !== undefined) return known
  let found: DatasetContract | null = null
  if (/^[a-z0-9_]+$/.test(id)) try { found = contractFrom(readFileSync(path.join(folder, `${id}.yaml`), 'utf8'), id) } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error }
  one.set(id, found)
  return found
}

let all: readonly DatasetContract[] | undefined
/** All contracts, by id. */
export const datasets = (): readonly DatasetContract[] => all ??= readdirSync(folder).filter((file) => file.endsWith('.yaml')).toSorted()
  .flatMap((file) => datasetOf(file.slice(0, -5)) ?? [])
