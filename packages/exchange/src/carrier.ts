// One file for a medium that is carried across an air gap: a first line that counts, then one sealed message a line.
import said from '../messages/refusals.json' with { type: 'json' }
import { sm3 } from './content.ts'
import { fromBytes, toBytes, type Sealed } from './envelope.ts'

export type Carried = { readonly messages: readonly Uint8Array[]; readonly problems: readonly Damage[] }
export type Damage = { readonly line: number; readonly message: { readonly zh: string; readonly en: string } }

const utf8 = new TextEncoder()

/** Packs sealed messages into the bytes of one file. Nothing is secret beyond what each message hides by itself. */
export function pack(messages: readonly Sealed[]): Uint8Array {
  const lines = messages.map((message) => new TextDecoder().decode(toBytes(message)))
  const body = lines.map((line) => `${line}\n`).join('')
  return utf8.encode(`${JSON.stringify({ format: 'hengjian-carrier/1', count: lines.length, sm3: sm3(utf8.encode(body)) })}\n${body}`)
}

/** Reads a carried file. Whole messages are given out even when others are damaged; what is missing or damaged is said by line. */
export function unpack(bytes: Uint8Array): Carried {
  const text = new TextDecoder().decode(bytes)
  const [first = '', ...lines] = text.split('\n')
  const head = manifest(first)
  if (head === null) return { messages: [], problems: [{ line: 1, message: said['not-a-carrier'] }] }
  const carried = lines.filter((line, i) => line !== '' || i < lines.length - 1)
  const problems: Damage[] = []
  const messages = carried.flatMap((line, i) => {
    const raw = utf8.encode(line)
    if (fromBytes(raw) !== null) return [raw]
    problems.push({ line: i + 2, message: said['damaged-line'] })
    return []
  })
  if (carried.length !== head.count) problems.push({ line: carried.length + 2, message: counted(head.count, carried.length) })
  else if (problems.length === 0 && sm3(utf8.encode(text.slice(first.length + 1))) !== head.sm3) problems.push({ line: 1, message: said['order-differs'] })
  return { messages, problems }
}

function manifest(line: string): { readonly count: number; readonly sm3: string } | null {
  try {
    const { format, count, sm3: digest } = JSON.parse(line) as Record<string, unknown>
    return format === 'hengjian-carrier/1' && Number.isSafeInteger(count) && typeof digest === 'string' ? { count: count as number, sm3: digest } : null
  } catch { return null }
}

function counted(packed: number, here: number): Damage['message'] {
  const filled = (text: string): string => text.replace('{packed}', String(packed)).replace('{here}', String(here))
  return { zh: filled(said['count-differs'].zh), en: filled(said['count-differs'].en) }
}
