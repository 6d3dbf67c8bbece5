// The demonstration's own data: organs, persons, texts, matters (packages/server/seed). All persons and matters are invented.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Text } from '@hengjian/law'

export type OrganSpec = { readonly id: string; readonly role?: string; readonly level: string; readonly division?: string; readonly superior: string | null; readonly zh: string; readonly short: string; readonly en: string }
export type Division = { readonly id: string; readonly code: string; readonly full: string; readonly short: string; readonly en: string; readonly kind: 'district' | 'banner' }
type ByKind = string | Readonly<Record<Division['kind'], string>>
export type Kind = { readonly id: string; readonly role: string; readonly superior: string | null; readonly zh: ByKind; readonly short: ByKind; readonly en: string }
export type PostSpec = { readonly organ: string; readonly office: string; readonly department?: string; readonly title?: Text; readonly clearance?: 'sealed' }
export type PersonSpec = { readonly id: string; readonly name: string; readonly account: string; readonly what: Text; readonly posts: readonly PostSpec[] }

/** States of answers or findings by demand, other demands after a review, whose act it is, whether the day is counted from today or from the last usual act. */
export type More = {
  readonly a?: Readonly<Record<number, 'done' | 'partly' | 'planned' | 'disagreed'>>; readonly f?: Readonly<Record<number, 'done' | 'partly' | 'not-done' | 'unverifiable'>>; readonly d?: readonly string[]
  readonly by?: string; readonly today?: boolean; readonly last?: boolean; readonly reason?: string
  /** Whom the act addresses, and what stands in its form, where the common texts do not say it. */
  readonly to?: readonly string[]; readonly form?: Readonly<Record<string, unknown>>
}
export type StepSpec = readonly [days: number, key: string, more?: More]
export type MatterSpec = {
  readonly id: string
  /** Procedure, title, owner, subject, labels. */
  readonly p: string; readonly t: string; readonly o: string; readonly s: string; readonly l: readonly string[]
  readonly sealed?: boolean
  readonly at?: { readonly ago: number } | { readonly due: number } | { readonly last: number }
  /** `own`: the matter does not take the usual course of a paper; `then` holds all of its acts, their days counted back from today. */
  readonly course?: 'own'
  /** The last act of the usual course. */
  readonly until?: string
  readonly facts?: string; readonly finding?: string
  /** Demands: what | standard | days | how it is verified. */
  readonly d?: readonly string[]
  readonly then?: readonly StepSpec[]
}
type Texts = Readonly<Record<string, string | Readonly<Record<string, string>>>>

const read = <T>(file: string): T => parse(readFileSync(path.join(import.meta.dirname, '../../seed', file), 'utf8')) as T

export const organData = () => read<{ readonly divisions: readonly Division[]; readonly everywhere: readonly Kind[]; readonly organs: readonly OrganSpec[] }>('organs.yaml')
export const peopleData = () => read<{ readonly titles: Readonly<Record<string, Text>>; readonly departments: Readonly<Record<string, Text>>; readonly persons: readonly PersonSpec[]; readonly names: readonly string[] }>('people.yaml')
export const textData = () => read<Texts>('texts.yaml')
export const matterData = () => read<{ readonly courses: Readonly<Record<string, readonly StepSpec[]>>; readonly replies: Readonly<Record<string, string>>; readonly matters: readonly MatterSpec[] }>('matters.yaml')
