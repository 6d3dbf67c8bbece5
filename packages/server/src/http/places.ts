// Forms of what stands in an address.
import { z } from 'zod'

/** An id of ours, of the law or of the catalogue; also a duty's ('rule@7/organ'). */
export const Id = z.string().min(1).max(200).regex(/^[\p{L}\p{N}][\p{L}\p{N}@/._:~-]*$/u)
export const Cursor = z.string().min(1).max(500).optional()
export const Limit = z.string().regex(/^\d{1,4}$/).transform(Number).refine((limit) => limit >= 1 && limit <= 500).optional()
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A file's own name, without a path. */
export const FileName = z.string().min(1).max(255).regex(/^[^/\\:*?"<>|\p{C}]+$/u).refine((name) => !/^\.+$/.test(name))
