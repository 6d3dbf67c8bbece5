// Attachments: stored by their content, read under the right of a matter.
import { Readable } from 'node:stream'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import { absent, good, refuse } from './answers.ts'
import { notes } from './reading.ts'
import { say } from './say.ts'

/** A type as it may stand in a header; anything else is just bytes. */
const plainType = (type: string | undefined): string | undefined => (type !== undefined && type.length <= 200 && /^[\w.+-]+\/[\w.+-]+(?:\s*;\s*[\w-]+=(?:[\w.+-]+|"[\w .+-]*"))*$/.test(type) ? type : undefined)

export const putFile = ({ store }: Room): Desk['putFile'] => async (who, { name, type, body }) =>
  who.office.endsWith('-admin') ? refuse(who, 'not-your-file', 403) : good({ ...await store.files.put(who.scope, name, Readable.from(body), plainType(type)) })

export const getFile = (room: Room): Desk['getFile'] => {
  const note = notes(room)
  return async (who, { sha256, matter }) => {
    const found = await room.store.files.get(who.scope, sha256, matter)
    if (found === null) return absent(who)
    await note(who, matter, say('reading.file', { name: found.ref.name })[who.language])
    return good({ name: found.ref.name, type: plainType(found.ref.type) ?? 'application/octet-stream', size: found.ref.size, bytes: found.stream })
  }
}
