// The law library as a person walks through it: search, rule, its wordings, its procedure as a graph, an open matter under it; then a supposition
// about a date, which writes nothing. By keyboard where the library promises it. Every page of the library can be read in every look (issue 3).
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
const open = (look: Look = {}, size?: readonly [number, number]): Promise<Person> => openFor(browser, product.url, look, size)

test('from a word to the open matter: search, rule, wordings, graph, matter', async () => {
  const person = await open()
  const { page, errors } = person
  try {
    await enter(person, { office: 'prosecutor' })
    await person.goTo('/rules')
    await page.keyboard.press('/')
    await page.keyboard.type('公益诉讼 21条 回复')
    await page.waitForFunction(() => document.querySelector('[data-row]')?.getAttribute('data-row') === 'pil-suggestion-reply')
    assert.ok(await page.locator('mark.hit').count() > 0, 'what was looked for is not pointed out')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/rules\/rule\/pil-suggestion-reply$/)
    await page.waitForSelector('.wordings')
    assert.ok(await page.locator('.wordings th[scope=col]').count() >= 3, 'the older wordings are not beside the present one')
    assert.ok(await page.locator('.wordings ins').count() > 0, 'what is new in a wording is not marked')
    assert.match(await page.locator('.prov .lawtext').first().innerText(), /两个月/)
    const count = Number(await page.locator('[data-count]').getAttribute('data-count'))
    assert.ok(count > 0, 'no open matter under the rule')
    const matter = await page.locator('.omat li a').first().getAttribute('href')
    await page.locator('.use h3 a').first().click()
    await page.waitForURL(/\/rules\/procedures\/administrative-public-interest/)
    const acts = page.locator('svg .node')
    await acts.first().waitFor()
    assert.ok(await acts.count() > 10)
    await page.locator('svg .node[tabindex="0"]').focus()
    await page.keyboard.press('j')
    await page.waitForURL(/node=/)
    assert.equal(await page.locator('svg .node.on').count(), 1)
    await page.locator('svg .node[data-node=serve]').click()
    assert.ok(await page.locator('svg .line.on').count() > 0, 'the lines of the chosen act do not stand out')
    assert.ok(await page.locator('.actv .clk li').count() > 0, 'the duties that service opens are not told')
    await page.locator('.pph .seg button').nth(1).click()
    await page.waitForSelector('.alist [data-row=serve].sel')
    await page.goBack()
    await page.locator('.omat li a').first().click()
    await page.waitForURL(/\/matters\//)
    assert.ok(matter !== null && matter.startsWith('/matters/'))
    assert.deepEqual(errors, [])
  } finally { await person.leave() }
})

test('another organ counts only its own matters under the same rule', async () => {
  const counts: number[] = []
  for (const account of ['prosecutor', 'liaison-market']) {
    const person = await open()
    try {
      await enter(person, { account })
      await person.goTo('/rules/rule/pil-suggestion-reply')
      counts.push(Number(await person.page.locator('[data-count]').getAttribute('data-count')))
    } finally { await person.leave() }
  }
  const [ours = 0, theirs = 0] = counts
  assert.ok(theirs >= 1 && theirs < ours, `${theirs} of ${ours}`)
})

test('a supposition moves the date on the page and nowhere else; the explanation is there as data', async () => {
  const person = await open()
  const { page } = person
  try {
    await enter(person, { office: 'prosecutor' })
    await person.goTo('/rules/rule/pil-suggestion-reply')
    const matter = await page.locator('.omat li a').first().getAttribute('href')
    await person.goTo(`${matter ?? ''}`)
    const why = await page.evaluate(async (id) => { const whole = await (await fetch(`/api/matters/${id}`)).json() as { duties: { id: string; rule: string }[] }; return whole.duties.find(({ rule }) => rule === 'pil-suggestion-reply')?.id ?? '' }, (matter ?? '').split('/')[2]?.split('?')[0] ?? '')
    await person.goTo(`/matters/${(matter ?? '').split('/')[2]?.split('?')[0] ?? ''}/why/${encodeURIComponent(why)}`)
    const due = await page.locator('.ledger li.end .v').first().innerText()
    assert.ok(await page.locator('.lawx mark').count() > 0)
    assert.ok((await page.locator('.lawx mark').first().innerText()).length < 80, 'the whole provision is marked, not its sentence')
    await page.locator('.wi summary').click()
    await page.locator('.wi form select').last().selectOption('1-months')
    await page.locator('.wi form .btn.p').click()
    await page.waitForSelector('[data-supposed]')
    assert.notEqual((await page.locator('[data-supposed] > p b').innerText()).slice(0, 5), due.slice(0, 5))
    assert.equal(await page.locator('.led .ledger li.end .v').first().innerText(), due)
    const data = await page.evaluate(async (address) => (await fetch(address)).json() as Promise<{ duty: { explained: { steps: unknown[] } } }>, await page.locator('a[download$=".json"]').getAttribute('href') ?? '')
    assert.ok(data.duty.explained.steps.length > 3)
  } finally { await person.leave() }
})

const pages = ['/rules?q=督促', '/rules?by=organ', '/rules/rule/pil-suggestion-reply', '/rules/rule/civil-trial-illegality-reply', '/rules/procedures', '/rules/procedures/administrative-public-interest?node=serve', '/rules/procedures/forward-linkage?view=list', '/rules/instruments', '/rules/powers', '/rules/glossary', '/rules/settings', '/rules/unverified', '/rules/texts']
const looks: readonly { readonly name: string; readonly look: Look; readonly sizes: readonly (readonly [number, number])[] }[] = [
  { name: 'light', look: {}, sizes: [[1366, 768], [1920, 1080], [390, 844]] }, { name: 'dark', look: { theme: 'dark' }, sizes: [[1366, 768]] }, { name: 'large type', look: { size: 'large' }, sizes: [[1366, 768]] }, { name: 'English', look: { language: 'en' }, sizes: [[1366, 768]] },
]
for (const { name, look, sizes } of looks) {
  test(`every page of the library can be read (${name})`, async () => {
    const person = await open(look)
    const { page } = person
    try {
      await enter(person, { office: 'prosecutor' })
      const faults: string[] = []
      for (const address of pages) {
        await person.goTo(address)
        for (const [width, height] of sizes) {
          await page.setViewportSize({ width, height })
          faults.push(...(await faultsOf(page)).map((fault) => `${address} (${width}): ${fault}`))
        }
      }
      assert.deepEqual([...person.errors, ...faults], [])
    } finally { await person.leave() }
  })
}
