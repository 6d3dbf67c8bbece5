// The second factor of staff: RFC 6238 codes of six digits each thirty seconds, as every authenticator app makes them.
import { generateSecret, generateSync } from 'otplib'
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const period = 30

export const newSecret = (): string => generateSecret()
/** The time step of a moment in milliseconds since 1970. */
export const stepOf = (millis: number): number => Math.floor(millis / 1000 / period)
/** The code of a step. */
export const codeOf = (secret: string, step: number): string => generateSync({ secret, epoch: step * period, period })

/** The step within `from…to` whose code this is, or null. Every step is computed, so that time tells nothing. */
export function stepOfCode(secret: string, code: string, from: number, to: number): number | null {
  let found: number | null = null
  const given = Buffer.from(code.padEnd(6).slice(0, 6))
  for (let step = from; step <= to; step++) if (timingSafeEqual(Buffer.from(codeOf(secret, step)), given)) found ??= step
  return found
}

/** 32 bytes from the installation's secret, for one use only. */
export const keyFor = (use: string, secret: string): Buffer => createHash('sha256').update(`hengjian ${use}\0`).update(secret).digest()

/** A second-factor secret as it is kept: AES-256-GCM under a key of the installation, bound to its account. */
export function sealSecret(key: Buffer, account: string, secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(account))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return `v1.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`
}

/** The secret of what `sealSecret` kept; null when it is not of this key and account. */
export function openSecret(key: Buffer, account: string, kept: string): string | null {
  const bytes = Buffer.from(kept.slice(3), 'base64url')
  if (!kept.startsWith('v1.') || bytes.length < 29) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(account)).setAuthTag(bytes.subarray(-16))
  try { return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8') } catch { return null }
}
