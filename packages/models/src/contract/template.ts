import { contractOf } from '../checking/check.ts'
import { workbook } from '../reading/workbook.ts'

/** An empty file of a dataset with two rows of heads, titles with units and names; data are pasted below. Throws DataProblem on an unknown dataset. */
export function dataTemplate(dataset: string, format: 'csv' | 'xlsx'): Buffer {
  const { fields, id } = contractOf(dataset)
  const heads = [fields.map(({ title }) => title), fields.map(({ name }) => name)]
  return format === 'xlsx' ? workbook(id, heads) : Buffer.from(`\ufeff${heads.map((row) => row.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')).join('\r\n')}\r\n`)
}
