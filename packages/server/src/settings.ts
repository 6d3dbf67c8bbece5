// What the environment says, checked before anything is started; production refuses what would make it weak.
import path from 'node:path'

export type Mode = 'demo' | 'production' | 'test'
export type ServeOptions = {
  readonly port: number
  readonly host: string
  readonly mode: Mode
  readonly dataDir: string
  readonly databaseUrl?: string
  /** A moment with offset that the product takes as now; refused in production. */
  readonly now?: string
  /** At least 32 characters from which the keys of second factors and devices are derived; production must bring it. */
  readonly secret?: string
  /** The address that browsers show; production beyond this machine must bring it, with https. */
  readonly publicUrl?: string
  /** Addresses of the proxies in front. */
  readonly proxies?: readonly string[]
  readonly say: (line: string) => void
}

/** Something in the settings that the administrator has to change; the message says what and how. */
export class SettingsProblem extends Error {}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** Refuses settings that cannot work or would be weak. Throws SettingsProblem. */
export function checkSettings(options: ServeOptions): void {
  const refuse = (what: string): never => { throw new SettingsProblem(what) }
  if (options.publicUrl !== undefined) {
    const url = URL.parse(options.publicUrl)
    if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/') refuse(`HENGJIAN_URL is '${options.publicUrl}'. It must be an address without a path, such as https://hengjian.example.`)
  }
  if (options.secret !== undefined && options.secret.length < 32) refuse('HENGJIAN_SECRET is too short. It must have at least 32 random characters, such as those that `openssl rand -base64 33` prints.')
  if (options.mode !== 'production') return
  if (options.now !== undefined) refuse('HENGJIAN_NOW is set. In production the product lives now; unset it, or start with HENGJIAN_MODE=demo.')
  if (options.secret === undefined) refuse('HENGJIAN_SECRET is missing. In production set it to at least 32 random characters (`openssl rand -base64 33`) and keep it apart from the backups.')
  if (!loopback.has(options.host) || options.publicUrl !== undefined) {
    if (options.publicUrl?.startsWith('https:') !== true) refuse('HENGJIAN_URL must be the https address that browsers show. In production, beyond this machine, signing in without TLS is refused; put a TLS proxy in front and name its address.')
  }
}

/** Options from the environment. Throws SettingsProblem for a value that cannot be read. */
export function settingsFrom(env: NodeJS.ProcessEnv, say: (line: string) => void): ServeOptions {
  const mode = env['HENGJIAN_MODE'] ?? 'demo'
  if (mode !== 'demo' && mode !== 'production') throw new SettingsProblem(`HENGJIAN_MODE is '${mode}'. It can be 'demo' or 'production'.`)
  const port = Number(env['PORT'] || 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new SettingsProblem(`PORT is '${env['PORT']}'. It must be a whole number from 0 to 65535.`)
  const given = (name: string): string | undefined => (env[name] === undefined || env[name] === '' ? undefined : env[name])
  const [databaseUrl, now, secret, publicUrl] = ['DATABASE_URL', 'HENGJIAN_NOW', 'HENGJIAN_SECRET', 'HENGJIAN_URL'].map(given)
  return {
    port, host: given('HOST') ?? '127.0.0.1', mode, dataDir: path.resolve(given('HENGJIAN_DATA') ?? 'data'), proxies: (given('HENGJIAN_PROXIES') ?? '').split(',').map((one) => one.trim()).filter((one) => one !== ''), say,
    ...(databaseUrl === undefined ? {} : { databaseUrl }), ...(now === undefined ? {} : { now }), ...(secret === undefined ? {} : { secret }), ...(publicUrl === undefined ? {} : { publicUrl: publicUrl.replace(/\/$/, '') }),
  }
}
