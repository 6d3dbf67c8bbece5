import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A secret of the installation, kept in `dataDir/secrets/<name>` with mode 0600; made on first use. Safe when two processes start at once. */
export function secret(dataDir: string, name: string, make: () => string = () => randomBytes(24).toString('base64url')): string {
  const folder = path.join(dataDir, 'secrets')
  const file = path.join(folder, name)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const mine = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
    writeFileSync(mine, make(), { mode: 0o600, flush: true })
    // A link succeeds for one of two; the other reads what the first wrote.
    try { linkSync(mine, file) } catch (error) { if (!existsSync(file)) throw error } finally { rmSync(mine, { force: true }) }
    chmodSync(file, 0o600)
  }
  return readFileSync(file, 'utf8').trim()
}
