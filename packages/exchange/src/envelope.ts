import messages from '../messages/refusals.json' with { type: 'json' }
import { decipher, encipher, newContentKey, sm3 } from './content.ts'
import { unwrapKey, verifySm2, wrapKey, type Signer } from './sm2.ts'

/** What is said about a message in the open: who to whom, about which matter, which one in their sequence, and the SM3 of its content. */
export type Header = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly matter: string
  /** Place in the sequence from this sender to this recipient, from 1, without holes. */
  readonly seq: number
  readonly kind: 'message' | 'answer' | 'receipt'
  /** The message that an answer or receipt is about. */
  readonly about: string | null
  /** SM3 of the content. */
  readonly digest: string
  readonly size: number
}

/** A message as it travels: header in the open and signed, content readable by the recipient only. */
export type Sealed = {
  readonly format: 'hengjian-message/1'
  readonly header: Header
  readonly key: string
  readonly iv: string
  readonly body: string
  readonly tag: string
  readonly signature: string
}

/** An organ's public keys, as exchanged beforehand on paper or by certificate. */
export type Peer = { readonly sign: string; readonly wrap: string }
export type Directory = Readonly<Record<string, Peer>>

export type Opened = { readonly ok: true; readonly header: Header; readonly bytes: Uint8Array }
export type Refused = { readonly ok: false; readonly code: 'malformed' | 'unknown-sender' | 'wrong-recipient' | 'bad-signature' | 'unreadable' | 'digest-differs' | 'sequence-reused' | 'id-reused'; readonly message: { readonly zh: string; readonly en: string } }

const utf8 = new TextEncoder()
const headerNames = ['id', 'from', 'to', 'matter', 'seq', 'kind', 'about', 'digest', 'size'] as const
const sealedNames = ['format', 'header', 'key', 'iv', 'body', 'tag', 'signature'] as const

/** The one way to write a header, so that both sides sign and check the same bytes. */
const headerText = (header: Header): string => JSON.stringify(Object.fromEntries(headerNames.map((name) => [name, header[name]])))
const signedBytes = (sealed: Omit<Sealed, 'signature'>): Uint8Array => utf8.encode([sealed.format, headerText(sealed.header), sealed.key, sealed.iv, sealed.body, sealed.tag].join('\n'))

/** Seals content for one recipient: SM4-GCM under a fresh key, the key wrapped by SM2, all of it signed. */
export function seal(draft: Omit<Header, 'digest' | 'size'>, bytes: Uint8Array, keys: { readonly signer: Signer; readonly recipient: Peer }): Sealed {
  const header: Header = { ...draft, digest: sm3(bytes), size: bytes.length }
  const contentKey = newContentKey()
  const { iv, body, tag } = encipher(bytes, contentKey, utf8.encode(headerText(header)))
  const unsigned = {
    format: 'hengjian-message/1' as const, header, key: wrapKey(contentKey, keys.recipient.wrap),
    iv: Buffer.from(iv).toString('hex'), body: Buffer.from(body).toString('base64'), tag: Buffer.from(tag).toString('hex'),
  }
  return { ...unsigned, signature: keys.signer.sign(signedBytes(unsigned)) }
}

/** The bytes of a sealed message: one line of JSON in one fixed form. */
export const toBytes = (sealed: Sealed): Uint8Array => utf8.encode(JSON.stringify({ ...Object.fromEntries(sealedNames.map((name) => [name, sealed[name]])), header: JSON.parse(headerText(sealed.header)) }))

const isHeader = (value: unknown): value is Header => {
  if (typeof value !== 'object' || value === null) return false
  const { id, from, to, matter, seq, kind, about, digest, size } = value as Record<string, unknown>
  return [id, from, to, matter].every((text) => typeof text === 'string' && text !== '') && Number.isSafeInteger(seq) && (seq as number) >= 1 && Number.isSafeInteger(size)
    && ['message', 'answer', 'receipt'].includes(kind as string) && (about === null || typeof about === 'string') && typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest)
}

/** Reads a sealed message; null unless the bytes are exactly the fixed form (so that no stray byte goes unnoticed). */
export function fromBytes(bytes: Uint8Array): Sealed | null {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as Sealed
    if (value.format !== 'hengjian-message/1' || !isHeader(value.header) || ![value.key, value.iv, value.body, value.tag, value.signature].every((text) => typeof text === 'string')) return null
    return Buffer.compare(toBytes(value), bytes) === 0 ? value : null
  } catch { return null }
}

export const refuse = (code: Refused['code']): Refused => ({ ok: false, code, message: messages[code] })

/** Checks and opens a message for `me`: recipient, sender known, signature, key, content, digest, in that order. Changes nothing. */
export function open(bytes: Uint8Array, me: { readonly id: string; readonly unwrap: string }, directory: Directory): Opened | Refused {
  const sealed = fromBytes(bytes)
  if (sealed === null) return refuse('malformed')
  const { header } = sealed
  if (header.to !== me.id) return refuse('wrong-recipient')
  const sender = Object.hasOwn(directory, header.from) ? directory[header.from] : undefined
  if (sender === undefined) return refuse('unknown-sender')
  if (!verifySm2(signedBytes(sealed), sealed.signature, sender.sign)) return refuse('bad-signature')
  const key = unwrapKey(sealed.key, me.unwrap)
  const plain = key === null ? null : decipher({ iv: Buffer.from(sealed.iv, 'hex'), body: Buffer.from(sealed.body, 'base64'), tag: Buffer.from(sealed.tag, 'hex') }, key, utf8.encode(headerText(header)))
  if (plain === null) return refuse('unreadable')
  if (plain.length !== header.size || sm3(plain) !== header.digest) return refuse('digest-differs')
  return { ok: true, header, bytes: plain }
}
