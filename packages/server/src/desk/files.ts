// Attachments: stored by their content, read under the right of a matter.
import { Readable } from 'node:stream'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import { absent, good } from './answers.ts'
import { notes } from './reading.ts'
import { say } from './say.ts'

export const putFile = ({ store }: Room): Desk['putFile'] => async (who, { name, type, body }) => good({ ...await store.files.put(who.scope, name, Readable.from(body), type) })

export const getFile = (room: Room): Desk['getFile'] => {
  const note = notes(room)
  return async (who, { sha256, matter }) => {
    const found = await room.store.files.get(who.scope, sha256, matter)
    if (found === null) return absent(who)
    await note(who, matter, say('reading.file', { name: found.ref.name })[who.language])
    return good({ name: found.ref.name, type: found.ref.type, size: found.ref.size, bytes: found.stream })
  }
}
