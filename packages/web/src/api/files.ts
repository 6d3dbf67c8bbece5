import { send } from './client.ts'
import type { FileRef } from './wire.gen.ts'

/** Where a stored file is fetched; the matter tells the server under which right it is read. */
export const fileUrl = (file: FileRef, matter: string): string => `/api/files/${file.sha256}?${new URLSearchParams({ matter, name: file.name })}`

export type Uploaded = { readonly ok: true; readonly file: FileRef } | { readonly ok: false; readonly problem: string }

/** Stores one file by its content; the fingerprint in the answer is the server's own computation over what it received. */
export const uploadFile = async (file: File, onProgress: (percent: number) => void): Promise<Uploaded> => {
  onProgress(0)
  const sent = await send<FileRef>('POST', `/api/files?${new URLSearchParams({ name: file.name })}`, file, {}, (done) => onProgress(Math.round((done / Math.max(1, file.size)) * 100)))
  return sent.ok ? { ok: true, file: sent.value } : { ok: false, problem: sent.problem.detail }
}
