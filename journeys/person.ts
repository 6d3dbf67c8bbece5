// A person at the browser: presses what people press, by the marks that the pages carry for it, and waits for what people wait for.
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { pageOptions } from './browser.ts'

export type Look = Readonly<Record<string, string>>
export type Person = {
  readonly context: BrowserContext
  readonly page: Page
  /** Scripts that failed and answers of 500 and above. */
  readonly errors: readonly string[]
  readonly goTo: (address: string) => Promise<void>
  readonly leave: () => Promise<void>
}

/** A fresh browser profile whose person likes `look`. */
export async function open(browser: Browser, url: string, look: Look = {}, size: readonly [number, number] = [1366, 768]): Promise<Person> {
  const context = await browser.newContext({ ...pageOptions, acceptDownloads: true, viewport: { width: size[0], height: size[1] } })
  await context.addInitScript((kept: string) => { if (localStorage.getItem('hengjian.look') === null) localStorage.setItem('hengjian.look', kept) }, JSON.stringify(look))
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
  page.on('response', (response) => { if (response.status() >= 500) errors.push(`${response.status()} ${response.url()}`) })
  return { context, page, errors, goTo: async (address) => { await page.goto(url + address); await settled(page) }, leave: () => context.close() }
}

/** Everything that was asked for has come, and nothing says that it is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
}

/** Signs in by the button that a visitor presses: the first demonstration account of an office, or the one that is named. */
export async function enter(person: Person, who: { readonly office: string } | { readonly account: string }): Promise<void> {
  const { page } = person
  await person.goTo('/sign-in')
  await page.locator('office' in who ? `[data-office="${who.office}"]` : `[data-demo="${who.account}"]`).first().click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  if (new URL(page.url()).pathname === '/identity') await page.locator('[data-enter]').click()
  await page.waitForSelector('#main')
  await settled(page)
}

/** The form of an act that is open: fills it, records it, answers the one question, waits for the receipt, closes it. */
export async function record(page: Page, fill: (form: Locator) => Promise<void> = async () => undefined): Promise<void> {
  const form = page.locator('.drawer')
  await form.waitFor()
  await fill(form)
  await form.locator('[data-record]').click()
  await form.locator('[data-confirm],[aria-invalid=true]').first().waitFor()
  if (await form.locator('[data-confirm]').count() === 0) throw new Error(`something required is empty: ${await form.innerText()}`)
  await form.locator('[data-confirm]').click()
  await form.locator('[data-recorded],.refused,.clash').first().waitFor()
  if (await form.locator('[data-recorded]').count() === 0) throw new Error(await form.innerText())
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await settled(page)
}

/** Does a permitted act of the open matter. */
export async function act(page: Page, key: string, fill?: (form: Locator) => Promise<void>): Promise<void> {
  await page.locator(`button[data-act="${key}"]`).first().click()
  await record(page, fill)
}

/** What the page says of an act that is not permitted now: the whole reason with the provision and the earliest day. */
export async function reason(page: Page, key: string): Promise<string> {
  const row = page.locator(`li.no[data-act="${key}"]`)
  await row.locator('button').click()
  return row.locator('.because').innerText()
}

export const field = (form: Locator, name: string): Locator => form.locator(`[data-field="${name}"]`)
export const text = (form: Locator, name: string): Locator => field(form, name).locator('input,textarea').first()

/** Chooses an organ of a field of addressees, among the boxes or from the list. */
export async function addressee(form: Locator, name: string, label: string): Promise<void> {
  const box = field(form, name).locator('label').filter({ hasText: label })
  if (await box.count() > 0) { if (!await box.locator('input').isChecked()) await box.click() } else await field(form, name).locator('[data-add-organ]').selectOption({ label })
}

/** Chooses by its words, among the buttons or from the list. */
export async function choose(form: Locator, name: string, label: string): Promise<void> {
  const list = field(form, name).locator('select')
  if (await list.count() > 0) await list.selectOption({ label })
  else await field(form, name).locator('label').filter({ hasText: label }).first().click()
}
