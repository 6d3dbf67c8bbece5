import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import type { Instant } from '@hengjian/law'
import { secret } from '../database/secrets.ts'

export type LogKey = { readonly publicKey: Buffer; sign(note: string): Buffer }
export type Note = { readonly size: number; readonly root: string; readonly at: Instant }

/** DER in front of the 32 bytes of an Ed25519 public key (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex')
const rawOf = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(spki.length)

/** The key of this installation's log, in `dataDir/secrets/log-key` (0600). */
export function logKey(dataDir: string): LogKey {
  const key = createPrivateKey(secret(dataDir, 'log-key', () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()))
  return { publicKey: rawOf(key), sign: (note) => sign(null, Buffer.from(note, 'utf8'), key) }
}

/** The text that is signed: what it is, how many acts, the root, when. Four lines, each ended by a line feed. */
export const noteOf = ({ size, root, at }: Note): string => `hengjian-log/1\n${size}\n${root}\n${at}\n`

/** What a signed text says; null when it is not exactly one of ours. */
export function readNote(note: string): Note | null {
  const match = /^hengjian-log\/1\n(0|[1-9]\d{0,15})\n([0-9a-f]{64})\n(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00)\n$/.exec(note)
  return match === null ? null : { size: Number(match[1]), root: match[2] ?? '', at: match[3] as Instant }
}

/** False also for a key or signature that is none. */
export function signedBy(note: string, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  try { return verify(null, Buffer.from(note, 'utf8'), createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' }), signature) } catch { return false }
}

/** Short name of a key for people to compare: the first 16 hexadecimal digits of its SHA-256. */
export const fingerprint = (publicKey: Uint8Array): string => createHash('sha256').update(publicKey).digest('hex').slice(0, 16)
