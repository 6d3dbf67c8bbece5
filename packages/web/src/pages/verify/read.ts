import type { Receipt } from '../../api/wire.gen.ts'

const isText = (value: unknown): value is string => typeof value === 'string'
const isHex = (value: unknown): value is string => isText(value) && /^([0-9a-f]{2})*$/i.test(value)

/** A receipt out of a file's text, or null for anything else. Only the shape is looked at here; whether it is true is verified afterwards. */
export const readReceipt = (text: string): Receipt | null => {
  let value: Partial<Receipt> | null
  try { value = JSON.parse(text) as Partial<Receipt> | null } catch { return null }
  if (value === null || typeof value !== 'object' || value.format !== 'hengjian-receipt/1') return null
  if (![value.act, value.matter, value.recordedAt].every(isText) || ![value.sha256, value.sm3].every(isHex) || !Number.isInteger(value.n)) return null
  if (!isText(value.bytes) || !/^[A-Za-z0-9+/]*={0,2}$/.test(value.bytes) || Number.isNaN(Date.parse(value.recordedAt ?? ''))) return null
  const leaf = value.leaf
  if (leaf === undefined) return null
  if (leaf !== null && !(Number.isInteger(leaf.index) && Number.isInteger(leaf.size) && leaf.index >= 0 && isHex(leaf.hash) && isHex(leaf.root) && Array.isArray(leaf.path) && leaf.path.every(isHex))) return null
  return value as Receipt
}
