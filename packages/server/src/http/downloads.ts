import type { FastifyReply } from 'fastify'
import { Readable } from 'node:stream'
import type { Answer, Download } from '../desk/desk.ts'
import { sendProblem } from './mount.ts'

/** What a browser may show by itself; everything else is only ever kept as a file. */
const shown = /^(application\/pdf|image\/(png|jpeg|gif|webp)|text\/plain)\b/
const ascii = (name: string): string => name.normalize('NFKD').replaceAll(/[^\w. -]/g, '_')

/** Sends bytes under a name of any script (RFC 6266); content from others never runs in our origin. */
export function sendDownload(reply: FastifyReply, answer: Answer<Download>, keep: boolean): undefined {
  if (!answer.ok) { sendProblem(reply, answer.problem); return undefined }
  const { name, type, size, bytes } = answer.value
  const inline = !keep && shown.test(type)
  void reply.type(inline || /^text\/csv|^application\/(vnd|ofd)/.test(type) ? type : 'application/octet-stream')
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename="${ascii(name)}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
  if (size !== null) void reply.header('content-length', size)
  void reply.send(bytes instanceof Uint8Array ? Buffer.from(bytes) : Readable.from(bytes))
  return undefined
}
