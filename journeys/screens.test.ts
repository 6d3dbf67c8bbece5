// Every screen of every role as people meet it: it opens without an error, nothing is cut, faint or nameless, in light, dark, large type
// and English; lists work by keyboard; the worklist is light enough for an old office computer.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { enter, open as openFor, type Look, type Person } from './person.ts'
import { startProduct, type Product } from './product.ts'
import { faultsOf } from './readable.ts'

let product: Product
let browser: Browser
before(async () => { [product, browser] = await Promise.all([startProduct(), launchBrowser()]) })
after(async () => { await browser?.close(); await product?.close() })

const open = (look: Look, size?: readonly [number, number]): Promise<Person> => openFor(browser, product.url, look, size)

type Size = readonly [width: number, height: number]
const looks: readonly { readonly name: string; readonly look: Look; readonly sizes: readonly Size[] }[] = [
  { name: 'light: an office screen, a large one, a phone', look: {}, sizes: [[1366, 768], [1920, 1080], [390, 844]] }, { name: 'dark', look: { theme: 'dark' }, sizes: [[1366, 768]] },
  { name: 'large type', look: { size: 'large' }, sizes: [[1366, 768]] }, { name: 'English', look: { language: 'en' }, sizes: [[1366, 768]] },
]

/** Everything that a reader of the open page would stumble over, in every size. */
async function stumbles({ page }: Person, address: string, sizes: readonly Size[]): Promise<readonly string[]> {
  const found: string[] = await page.locator('#main h1').count() === 0 ? [`${address}: no heading`] : []
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    found.push(...(await faultsOf(page)).map((fault) => `${address} (${width}): ${fault}`))
  }
  return found
}

for (const office of ['prosecutor', 'chief', 'liaison', 'congress', 'analyst']) {
  // The chief and the analyst see pages that the prosecutor has too; once more in plain light is enough.
  for (const { name, look, sizes } of office === 'chief' || office === 'analyst' ? looks.slice(0, 1) : looks) {
    test(`every page in the navigation of ${office} can be read (${name})`, async () => {
      const person = await open(look)
      try {
        await enter(person, { office })
        const pages = await person.page.locator('nav.side a.nav').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
        assert.ok(pages.length > 0, 'no navigation')
        const faults: string[] = []
        for (const one of pages) {
          await person.page.setViewportSize({ width: 1366, height: 768 })
          await person.goTo(one)
          faults.push(...await stumbles(person, one, sizes))
        }
        assert.deepEqual([...person.errors, ...faults], [])
      } finally { await person.leave() }
    })
  }
}

test('the door can be read and says plainly what is wrong', async () => {
  const person = await open({})
  const { page, errors } = person
  try {
    await person.goTo('/work')
    assert.equal(new URL(page.url()).pathname, '/sign-in')
    assert.deepEqual(await faultsOf(page), [])
    await page.locator('[name=account]').fill('nobody')
    await page.locator('[name=password]').fill('wrong')
    await page.keyboard.press('Enter')
    const said = await page.locator('.notice.red').innerText()
    assert.match(said, /\p{Script=Han}/u)
    assert.doesNotMatch(said, /系统异常|Error|undefined|at .*:\d+/)
    assert.deepEqual(errors, [])
  } finally { await person.leave() }
})

test('the worklist by keyboard: J and K move, W explains, E acts, G S goes, Esc returns the focus', async () => {
  const person = await open({})
  const { page } = person
  try {
    await enter(person, { office: 'prosecutor' })
    await person.goTo('/work')
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
  } finally { await person.leave() }
})

test('a date opens its whole explanation, and the last line repeats the light', async () => {
  const person = await open({})
  const { page } = person
  try {
    await enter(person, { office: 'prosecutor' })
    await person.goTo('/work')
    await page.locator('[data-why]').first().click()
    await page.waitForSelector('.ledger li')
    const lines = await page.locator('.ledger').first().locator('li').allInnerTexts()
    assert.ok(lines.length >= 3, lines.join(' | '))
    const due = /\d{2}-\d{2}/.exec(await page.locator('.snt .light').first().innerText())?.[0]
    if (due !== undefined) assert.ok(lines.at(-1)?.includes(due), `${due} is not in ${lines.at(-1)}`)
    assert.deepEqual(await faultsOf(page), [])
  } finally { await person.leave() }
})

test('what a person chose stays with the person, on this machine', async () => {
  const person = await open({})
  const { page } = person
  try {
    await enter(person, { office: 'prosecutor' })
    await page.locator('.top .ib').last().click()
    await page.locator('[data-look="size-large"]').click()
    await page.keyboard.press('Escape')
    await page.reload({ waitUntil: 'networkidle' })
    assert.equal(await page.evaluate(() => document.documentElement.dataset.size), 'large')
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '18px')
  } finally { await person.leave() }
})

test('the worklist weighs at most 350 KB of script over the wire, cold', async () => {
  const person = await open({})
  try {
    await enter(person, { office: 'prosecutor' })
    const cold = await person.context.newPage()
    const session = await person.context.newCDPSession(cold)
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    await cold.goto(`${product.url}/work`, { waitUntil: 'networkidle' })
    const bytes = await cold.evaluate(() => performance.getEntriesByType('resource').filter((one) => new URL(one.name).pathname.endsWith('.js')).reduce((sum, one) => sum + (one as PerformanceResourceTiming).encodedBodySize, 0))
    assert.ok(bytes > 20_000, 'nothing was measured')
    assert.ok(bytes <= 350 * 1024, `${Math.round(bytes / 1024)} KB`)
  } finally { await person.leave() }
})
