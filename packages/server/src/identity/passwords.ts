// Passwords as argon2id in the usual PHC text form, so that the parameters of each hash travel with it and can be raised later.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
/** 32 MiB and three passes: above OWASP's floor (19 MiB, two), about 60 ms on an office server. */
const cost = { memory: 32_768, passes: 3, parallelism: 1 } as const
const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,})\$([A-Za-z0-9+/]{22,})$/
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')
/** The same password typed on two keyboards may differ in composition; NFC makes one of them. */
const message = (password: string): Buffer => Buffer.from(password.normalize('NFC'), 'utf8')

/** The hash of a password as PHC text. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const key = await derive('argon2id', { message: message(password), nonce, tagLength: 32, ...cost })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(key)}`
}

/** A hash of the present cost that no password has: what an unknown account is compared with, so that it takes as long as a known one. */
export const nobodysHash = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`

/** Whether a password has this hash. False for a text that is not a hash. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, key] = form.exec(hash) ?? []
  if (nonce === undefined || key === undefined) return false
  const want = Buffer.from(key, 'base64')
  const got = await derive('argon2id', { message: message(password), nonce: Buffer.from(nonce, 'base64'), tagLength: want.length, memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) })
  return timingSafeEqual(got, want)
}
