// Scratch folders and files for the tests of this package.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DataProblem } from '../problem.ts'
import { checkDelivery, type CheckInput, type CheckResult } from './check.ts'

/** A folder that is gone after the work, whatever happened. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hj-models-'))
  try { return await work(folder) } finally { rmSync(folder, { recursive: true, force: true }) }
}

/** Checks one file of the given bytes. */
export const checkBytes = (dataset: string, name: string, bytes: string | Buffer, more: Partial<CheckInput> = {}): Promise<CheckResult> => inFolder(async (folder) => {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return checkDelivery({ dataset, files: [file], workDir: path.join(folder, 'work'), ...more })
})

/** The problem that a check ends with; fails when it ends well or in any other way. */
export async function problemOf(work: Promise<unknown>): Promise<DataProblem> {
  try { await work } catch (error) {
    if (error instanceof DataProblem) return error
    throw error
  }
  throw new Error('no problem')
}

/** code, field, count, outcome of each reason: what tests compare. */
export const reasonsOf = ({ reasons }: CheckResult): readonly string[] => reasons.map(({ code, field, count, outcome }) => `${code} ${field ?? '-'} ${count} ${outcome}`).toSorted()
