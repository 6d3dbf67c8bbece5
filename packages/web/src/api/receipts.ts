import { get } from './client.ts'
import type { Receipt } from './wire.gen.ts'

/** The receipt of an act, with its place in the log once it is sealed into it. */
export const fetchReceipt = (act: string): Promise<Receipt> => get<Receipt>(`/api/acts/${encodeURIComponent(act)}/receipt`)
