// The whole product for a journey: a database of its own in a temporary folder, the demonstration city, a free port. Real everywhere.
import { serve } from '@hengjian/server'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Product = { readonly url: string; readonly close: () => Promise<void> }

/** `now` fixes the moment that the product takes as now (an instant with offset); without it the city lives today. */
export async function startProduct(now?: string): Promise<Product> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hengjian-journey-'))
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true })
  try {
    const product = await serve({ port: 0, host: '127.0.0.1', mode: 'demo', dataDir, ...(now === undefined ? {} : { now }), say: () => undefined })
    return { url: product.url.replace(/\/$/, ''), close: async () => { await product.close(); remove() } }
  } catch (error) {
    remove()
    throw error
  }
}
