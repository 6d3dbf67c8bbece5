// A real Chromium for journeys and screenshots, without anything from the system's package manager: the one of the registry package is
// unpacked once for each checkout into .tmp, with the libraries and the font that it ships for machines that have none.
// CHROMIUM_PATH uses an installed one instead.
import { inflate } from '@sparticuz/chromium'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'

const root = path.dirname(import.meta.dirname)
const packed = path.join(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
const unpacked = path.join(root, '.tmp/chromium')
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none']

/** The package's own fonts.conf looks where its authors unpack; a browser that finds no font at all ends with the first character. */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path.join(unpacked, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${path.join(unpacked, 'fonts/cache')}</cachedir></fontconfig>
`

/** Unpacks beside the final place and renames, so that two runs at once never see half a browser. */
async function unpack(): Promise<void> {
  if (existsSync(path.join(unpacked, 'chromium'))) return
  const staging = `${unpacked}-${process.pid}`
  mkdirSync(staging, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = staging
  try {
    for (const archive of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br']) await inflate(path.join(packed, archive))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try { renameSync(staging, unpacked) } catch (cause) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(path.join(unpacked, 'chromium'))) throw cause
  }
}

/** The font list of the package names places of a cloud function; here it names where the font was unpacked, and the machine's own. */
function fonts(): string {
  const folder = path.join(root, '.tmp/fontconfig')
  mkdirSync(folder, { recursive: true })
  const places = [path.join(unpacked, 'fonts/fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  writeFileSync(path.join(folder, 'fonts.conf'), `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n${places.map((place) => `  <dir>${place}</dir>\n`).join('')}  <cachedir>${folder}/cache</cachedir>\n</fontconfig>\n`)
  return folder
}

/** The caller closes it. Pages get legal time and Chinese by default; `reducedMotion` keeps pictures still. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH
  if (own !== undefined && own !== '') return chromium.launch({ executablePath: own, args: flags })
  await unpack()
  writeFileSync(path.join(unpacked, 'fonts/fonts.conf'), fontsConf)
  const libraries = [path.join(unpacked, 'al2023/lib'), process.env.LD_LIBRARY_PATH ?? ''].filter((one) => one !== '').join(':')
  return chromium.launch({ executablePath: path.join(unpacked, 'chromium'), args: flags, env: { ...process.env as Record<string, string>, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts() } })
}

/** What every page of a test is opened with. */
export const pageOptions = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const
