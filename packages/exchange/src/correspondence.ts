import { open, refuse, type Directory, type Header, type Refused } from './envelope.ts'

/** What one organ has received and sent, by partner. Plain data: kept by the caller, changed only by the functions here. */
export type Correspondence = {
  readonly me: string
  readonly received: Readonly<Record<string, readonly Entry[]>>
  readonly sent: Readonly<Record<string, readonly Sent[]>>
}
export type Entry = { readonly id: string; readonly seq: number; readonly digest: string; readonly matter: string; readonly kind: Header['kind']; readonly about: string | null }
/** `delivered` once a receipt for exactly this digest came back; `answered` once an answer did. */
export type Sent = Entry & { readonly state: 'sent' | 'delivered' | 'answered' }

export type Accepted = {
  readonly ok: true
  readonly correspondence: Correspondence
  readonly header: Header
  readonly bytes: Uint8Array
  /** The very message was here before: nothing changed, its effects must not be repeated. */
  readonly again: boolean
  /** Sequence numbers of this sender that have not arrived yet. */
  readonly gaps: readonly number[]
}

export const empty = (me: string): Correspondence => ({ me, received: {}, sent: {} })

/** The numbers missing below the highest one that has come from `from`. */
export function gaps(correspondence: Correspondence, from: string): readonly number[] {
  const seen = new Set((correspondence.received[from] ?? []).map((entry) => entry.seq))
  return Array.from({ length: Math.max(0, ...seen) }, (_, i) => i + 1).filter((seq) => !seen.has(seq))
}

/** The place of the next message to `to`. */
export const nextSeq = (correspondence: Correspondence, to: string): number => (correspondence.sent[to] ?? []).reduce((top, entry) => Math.max(top, entry.seq), 0) + 1

const entryOf = ({ id, seq, digest, matter, kind, about }: Header): Entry => ({ id, seq, digest, matter, kind, about })

/** Notes a message as sent. A place or id that is already taken by another message is a fault of the caller. */
export function send(correspondence: Correspondence, header: Header): Correspondence {
  const before = correspondence.sent[header.to] ?? []
  if (before.some((entry) => entry.id === header.id && entry.digest === header.digest && entry.seq === header.seq)) return correspondence
  if (header.from !== correspondence.me || header.seq !== nextSeq(correspondence, header.to) || before.some((entry) => entry.id === header.id)) throw new RangeError(`message ${header.id} does not continue the sequence to ${header.to}`)
  return { ...correspondence, sent: { ...correspondence.sent, [header.to]: [...before, { ...entryOf(header), state: 'sent' }] } }
}

/** The content of a receipt: the digest of the message that it acknowledges. */
export const receiptContent = (acknowledged: Header): Uint8Array => new TextEncoder().encode(acknowledged.digest)

const after = (sent: Sent, header: Header, content: Uint8Array): Sent => {
  if (header.about !== sent.id) return sent
  switch (header.kind) {
    case 'answer': return { ...sent, state: 'answered' }
    case 'receipt': return sent.state === 'sent' && new TextDecoder().decode(content) === sent.digest ? { ...sent, state: 'delivered' } : sent
    case 'message': return sent
  }
}

/** Takes a message in, once: a second copy is recognised, a different message under the same id or place is refused, holes are told. */
export function accept(correspondence: Correspondence, bytes: Uint8Array, unwrap: string, directory: Directory): Accepted | Refused {
  const opened = open(bytes, { id: correspondence.me, unwrap }, directory)
  if (!opened.ok) return opened
  const { header } = opened
  const before = correspondence.received[header.from] ?? []
  const same = (entry: Entry): boolean => entry.digest === header.digest && entry.seq === header.seq && entry.id === header.id && entry.matter === header.matter && entry.kind === header.kind && entry.about === header.about
  if (before.some(same)) return { ok: true, correspondence, header, bytes: opened.bytes, again: true, gaps: gaps(correspondence, header.from) }
  if (before.some((entry) => entry.id === header.id)) return refuse('id-reused')
  if (before.some((entry) => entry.seq === header.seq)) return refuse('sequence-reused')
  const next: Correspondence = {
    me: correspondence.me,
    received: { ...correspondence.received, [header.from]: [...before, entryOf(header)] },
    sent: header.about === null ? correspondence.sent : { ...correspondence.sent, [header.from]: (correspondence.sent[header.from] ?? []).map((sent) => after(sent, header, opened.bytes)) },
  }
  return { ok: true, correspondence: next, header, bytes: opened.bytes, again: false, gaps: gaps(next, header.from) }
}
