// `npm run look -- http://127.0.0.1:8080/work …`: signs in and takes pictures at three sizes into .tmp/look.
//   --as OFFICE|ACCOUNT   who looks (default: prosecutor; `nobody` does not sign in)   --theme dark   --size large   --lang en
//   --only 1366|1920|390  one size   --click SELECTOR  press something first   --name NAME  of the files
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser, pageOptions } from '../journeys/browser.ts'

type Demo = { readonly account: string; readonly password: string; readonly code: string | null; readonly office: string }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { as: { type: 'string', default: 'prosecutor' }, theme: { type: 'string' }, size: { type: 'string' }, lang: { type: 'string' }, only: { type: 'string' }, click: { type: 'string', multiple: true }, name: { type: 'string' } },
})
if (positionals.length === 0) {
  process.stderr.write('Name at least one address, e.g. npm run look -- http://127.0.0.1:8080/work\n')
  process.exit(2)
}
const folder = path.join(path.dirname(import.meta.dirname), '.tmp/look')
mkdirSync(folder, { recursive: true })
const sizes = [[1366, 768], [1920, 1080], [390, 844]].filter(([width]) => values.only === undefined || values.only === String(width)) as [number, number][]
const look = JSON.stringify({ ...(values.theme === undefined ? {} : { theme: values.theme }), ...(values.size === undefined ? {} : { size: values.size }), ...(values.lang === undefined ? {} : { language: values.lang }) })

const browser = await launchBrowser()
try {
  for (const [width, height] of sizes) {
    const context = await browser.newContext({ ...pageOptions, viewport: { width, height } })
    await context.addInitScript((kept: string) => { if (localStorage.getItem('hengjian.look') === null) localStorage.setItem('hengjian.look', kept) }, look)
    const page = await context.newPage()
    page.on('pageerror', (error) => process.stderr.write(`${page.url()}: ${error.message}\n`))
    page.on('console', (line) => { if (line.type() === 'error') process.stderr.write(`${page.url()}: ${line.text()}\n`) })
    for (const address of positionals) {
      const url = new URL(address)
      if (values.as !== 'nobody' && (await context.cookies(url.origin)).length === 0) {
        await page.goto(`${url.origin}/sign-in`)
        const accounts = await page.evaluate(async () => { const got = await (await fetch('/api/demo/accounts')).json() as { items?: unknown[] }; return (got.items ?? got) as Demo[] })
        const who = accounts.find((one) => one.account === values.as) ?? accounts.find((one) => one.office === values.as)
        if (who === undefined) throw new Error(`No demonstration account ${values.as}; there are ${accounts.map((one) => `${one.account} (${one.office})`).join(', ')}`)
        const status = await page.evaluate(async (one) => (await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account: one.account, password: one.password, ...(one.code === null ? {} : { code: one.code }) }) })).status, who)
        if (status >= 400) throw new Error(`Signing in as ${who.account} was answered with ${status}`)
      }
      await page.goto(address, { waitUntil: 'networkidle' })
      await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
      await page.evaluate(() => document.fonts.ready)
      for (const selector of values.click ?? []) { await page.locator(selector).first().click(); await page.waitForLoadState('networkidle') }
      await page.evaluate(() => document.fonts.ready)
      const file = path.join(folder, `${values.name ?? (url.pathname.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-|-$/g, '') || 'home')}${values.theme === undefined ? '' : `-${values.theme}`}${values.size === undefined ? '' : `-${values.size}`}${values.lang === undefined ? '' : `-${values.lang}`}-${width}.png`)
      await page.screenshot({ path: file, fullPage: width < 1000 })
      process.stdout.write(`${file}\n`)
    }
    await context.close()
  }
} finally {
  await browser.close()
}
