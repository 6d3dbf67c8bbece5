import { sm2 } from 'sm-crypto-v2'

/** The user id that GM/T 0009 fixes for signatures without an agreed one; part of what is hashed, so both sides must use it. */
export const standardUserId = '1234567812345678'

/** Signs and checks bytes with one key. Signatures are the 64 bytes r‖s in lower-case hex; keys the uncompressed point (04…) in lower-case hex. */
export type Signer = {
  readonly algorithm: 'sm2-sm3'
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array) => string
  /** False for every malformed signature; never throws. */
  readonly verify: (bytes: Uint8Array, signature: string) => boolean
}

export type KeyPair = { readonly privateKey: string; readonly publicKey: string }

const isPrivateKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
const isPublicKey = (text: string): boolean => {
  if (!/^04[0-9a-f]{128}$/.test(text)) return false
  try { return sm2.verifyPublicKey(text) } catch { return false }
}

/** A key that is no key: which, and in what form it is expected. The text of a private key never appears in it. */
export class KeyProblem extends Error {
  readonly code = 'exchange.key'
}

/** A fresh SM2 key pair from the machine's random source. */
export function newKeyPair(): KeyPair {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  return { privateKey, publicKey }
}

/** The public key that belongs to a private one. */
export function publicKeyOf(privateKey: string): string {
  if (!isPrivateKey(privateKey)) throw new KeyProblem('an SM2 private key is 64 lower-case hexadecimal digits')
  return sm2.getPublicKeyFromPrivateKey(privateKey)
}

/** Checks a signature r‖s over `bytes` (SM3 with the standard user id). */
export function verifySm2(bytes: Uint8Array, signature: string, publicKey: string, userId: string = standardUserId): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature) || !isPublicKey(publicKey)) return false
  try { return sm2.doVerifySignature(bytes, signature, publicKey, { hash: true, userId }) } catch { return false }
}

/** A signer over one SM2 key pair; refuses a pair whose halves do not belong together, so that no head is signed that nobody can check. */
export function sm2Signer(pair: KeyPair): Signer {
  if (publicKeyOf(pair.privateKey) !== pair.publicKey) throw new KeyProblem('the public key does not belong to the private key')
  return {
    algorithm: 'sm2-sm3',
    publicKey: pair.publicKey,
    sign: (bytes) => sm2.doSignature(bytes, pair.privateKey, { hash: true, publicKey: pair.publicKey, userId: standardUserId }),
    verify: (bytes, signature) => verifySm2(bytes, signature, pair.publicKey),
  }
}

/** Wraps a content key for one recipient (SM2 encryption, C1C3C2), in lower-case hex. */
export function wrapKey(key: Uint8Array, publicKey: string): string {
  if (!isPublicKey(publicKey)) throw new KeyProblem('the recipient’s key is not a point of the SM2 curve')
  return sm2.doEncrypt(key, publicKey, 1)
}

/** Opens a wrapped content key; null when it was not wrapped for this key or was changed. */
export function unwrapKey(wrapped: string, privateKey: string): Uint8Array | null {
  try {
    const key = sm2.doDecrypt(wrapped, privateKey, 1, { output: 'array' })
    return key.length === 16 ? key : null
  } catch { return null }
}
