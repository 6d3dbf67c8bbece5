// Every screen of every role as people meet it: it opens without an error, nothing is cut, faint or nameless, in light, dark, large type
// and English; lists work by keyboard; the worklist is light enough for an old office computer.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, pageOptions } from './browser.ts'
import { startProduct, type Product } from './product.ts'
import { faultsOf } from './readable.ts'

let product: Product
let browser: Browser
before(async () => { [product, browser] = await Promise.all([startProduct(), launchBrowser()]) })
after(async () => { await browser?.close(); await product?.close() })

type Look = Readonly<Record<string, string>>
type Opened = { readonly context: BrowserContext; readonly page: Page; readonly errors: string[] }

/** A fresh browser profile whose person likes `look`, with what went wrong in it collected. */
async function open(look: Look, size: readonly [number, number]): Promise<Opened> {
  const context = await browser.newContext({ ...pageOptions, viewport: { width: size[0], height: size[1] } })
  await context.addInitScript((kept: string) => { if (localStorage.getItem('hengjian.look') === null) localStorage.setItem('hengjian.look', kept) }, JSON.stringify(look))
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
  page.on('response', (response) => { if (response.status() >= 500) errors.push(`${response.status()} ${response.url()}`) })
  return { context, page, errors }
}

/** Signs in with the demonstration account of an office, by the button that a visitor presses. */
async function enter(page: Page, office: string): Promise<void> {
  await page.goto(`${product.url}/sign-in`, { waitUntil: 'networkidle' })
  await page.locator(`[data-office="${office}"]`).first().click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  if (new URL(page.url()).pathname === '/identity') await page.locator('[data-enter]').click()
  await page.waitForSelector('#main')
  await page.waitForLoadState('networkidle')
}

const looks: readonly { readonly name: string; readonly look: Look; readonly size: readonly [number, number] }[] = [
  { name: 'light, 1366', look: {}, size: [1366, 768] }, { name: 'light, 1920', look: {}, size: [1920, 1080] }, { name: 'dark', look: { theme: 'dark' }, size: [1366, 768] },
  { name: 'large type', look: { size: 'large' }, size: [1366, 768] }, { name: 'English', look: { language: 'en' }, size: [1366, 768] }, { name: 'a phone', look: {}, size: [390, 844] },
]

for (const office of ['prosecutor', 'chief', 'liaison', 'congress', 'analyst']) {
  for (const { name, look, size } of looks) {
    test(`every page in the navigation of ${office} can be read (${name})`, async () => {
      const { context, page, errors } = await open(look, size)
      try {
        await enter(page, office)
        const pages = await page.locator('nav.side a.nav').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
        assert.ok(pages.length > 0, 'no navigation')
        const faults: string[] = []
        for (const one of pages) {
          await page.goto(product.url + one, { waitUntil: 'networkidle' })
          if (await page.locator('#main h1').count() === 0) faults.push(`${one}: no heading`)
          faults.push(...(await faultsOf(page)).map((fault) => `${one}: ${fault}`))
        }
        assert.deepEqual([...errors, ...faults], [])
      } finally { await context.close() }
    })
  }
}

test('the door can be read and says plainly what is wrong', async () => {
  const { context, page, errors } = await open({}, [1366, 768])
  try {
    await page.goto(`${product.url}/work`, { waitUntil: 'networkidle' })
    assert.equal(new URL(page.url()).pathname, '/sign-in')
    assert.deepEqual(await faultsOf(page), [])
    await page.locator('[name=account]').fill('nobody')
    await page.locator('[name=password]').fill('wrong')
    await page.keyboard.press('Enter')
    const said = await page.locator('.notice.red').innerText()
    assert.match(said, /\p{Script=Han}/u)
    assert.doesNotMatch(said, /系统异常|Error|undefined|at .*:\d+/)
    assert.deepEqual(errors, [])
  } finally { await context.close() }
})

test('the worklist by keyboard: J and K move, W explains, E acts, G S goes, Esc returns the focus', async () => {
  const { context, page } = await open({}, [1366, 768])
  try {
    await enter(page, 'prosecutor')
    await page.goto(`${product.url}/work`, { waitUntil: 'networkidle' })
    const at = (): Promise<string | undefined> => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.row)
    const rows = await page.locator('[data-row]').evaluateAll((list) => list.map((row) => (row as HTMLElement).dataset.row))
    assert.ok(rows.length >= 3, 'the demonstration city has no duties')
    assert.equal(await at(), rows[0])
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    assert.equal(await at(), rows[2])
    await page.keyboard.press('k')
    assert.equal(await at(), rows[1])
    await page.keyboard.press('w')
    await page.waitForURL(/\/why\//)
    await page.waitForSelector('.ledger li')
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.waitForURL(/\/matters$/)
    await page.keyboard.press('Control+k')
    await page.waitForSelector('[role=combobox]')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('[role=combobox]') === null && document.activeElement !== document.body)
  } finally { await context.close() }
})

test('a date opens its whole explanation, and the last line repeats the light', async () => {
  const { context, page } = await open({}, [1366, 768])
  try {
    await enter(page, 'prosecutor')
    await page.goto(`${product.url}/work`, { waitUntil: 'networkidle' })
    await page.locator('[data-why]').first().click()
    await page.waitForSelector('.ledger li')
    const lines = await page.locator('.ledger').first().locator('li').allInnerTexts()
    assert.ok(lines.length >= 3, lines.join(' | '))
    const due = /\d{2}-\d{2}/.exec(await page.locator('.snt .light').first().innerText())?.[0]
    if (due !== undefined) assert.ok(lines.at(-1)?.includes(due), `${due} is not in ${lines.at(-1)}`)
    assert.deepEqual(await faultsOf(page), [])
  } finally { await context.close() }
})

test('what a person chose stays with the person, on this machine', async () => {
  const { context, page } = await open({}, [1366, 768])
  try {
    await enter(page, 'prosecutor')
    await page.locator('.top .ib').last().click()
    await page.locator('[data-look="size-large"]').click()
    await page.keyboard.press('Escape')
    await page.reload({ waitUntil: 'networkidle' })
    assert.equal(await page.evaluate(() => document.documentElement.dataset.size), 'large')
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '18px')
  } finally { await context.close() }
})

test('the worklist weighs at most 350 KB of script over the wire, cold', async () => {
  const { context, page } = await open({}, [1366, 768])
  try {
    await enter(page, 'prosecutor')
    const cold = await context.newPage()
    const session = await context.newCDPSession(cold)
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    await cold.goto(`${product.url}/work`, { waitUntil: 'networkidle' })
    const bytes = await cold.evaluate(() => performance.getEntriesByType('resource').filter((one) => new URL(one.name).pathname.endsWith('.js')).reduce((sum, one) => sum + (one as PerformanceResourceTiming).encodedBodySize, 0))
    assert.ok(bytes > 20_000, 'nothing was measured')
    assert.ok(bytes <= 350 * 1024, `${Math.round(bytes / 1024)} KB`)
  } finally { await context.close() }
})
