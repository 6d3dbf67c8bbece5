// SM3 and SM4-GCM by the runtime's own OpenSSL; SM2 lives in sm2.ts because the runtime signs with an empty user id.
import { createCipheriv, createDecipheriv, createHash, randomBytes, type CipherGCM, type DecipherGCM } from 'node:crypto'

/** SM3 (GB/T 32905) of bytes, lower-case hex. */
export const sm3 = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex')

export type Enciphered = { readonly iv: Uint8Array; readonly body: Uint8Array; readonly tag: Uint8Array }

/** A fresh SM4 key (128 bits). */
export const newContentKey = (): Uint8Array => new Uint8Array(randomBytes(16))

/** SM4-GCM (RFC 8998). `bound` is authenticated but not hidden. A key is used for one message only; the 96-bit nonce is random unless given. */
export function encipher(bytes: Uint8Array, key: Uint8Array, bound: Uint8Array, iv: Uint8Array = randomBytes(12)): Enciphered {
  const cipher = createCipheriv('sm4-gcm', key, iv) as CipherGCM
  cipher.setAAD(bound)
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return { iv, body, tag: cipher.getAuthTag() }
}

/** The plain bytes, or null when key, nonce, body, tag or bound bytes are not those that were enciphered. */
export function decipher({ iv, body, tag }: Enciphered, key: Uint8Array, bound: Uint8Array): Uint8Array | null {
  if (iv.length !== 12 || tag.length !== 16) return null
  try {
    const decipherer = createDecipheriv('sm4-gcm', key, iv) as DecipherGCM
    decipherer.setAAD(bound)
    decipherer.setAuthTag(tag)
    return Buffer.concat([decipherer.update(body), decipherer.final()])
  } catch { return null }
}
