// The main job in a real browser, by everybody whose job it is: a delivered file becomes clues, a clue a matter, the matter a paper that is
// answered demand by demand, verified and closed; silence climbs the ladder to the standing committee.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { act, addressee, choose, enter, field, open, reason, record, settled, text, type Person } from './person.ts'
import { startProduct, type Product } from './product.ts'
import { demandsOf, suggestionForm } from './suggestion.ts'

const root = path.dirname(import.meta.dirname)
let product: Product
let browser: Browser
let folder: string
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hj-clue-'))
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
})
after(async () => { await browser?.close(); await product?.close(); rmSync(folder, { recursive: true, force: true }) })

const people = new Map<string, Person>()
const failures: string[] = []
/** Everybody has a browser of their own and stays signed in. */
async function as(account: string): Promise<Person> {
  const known = people.get(account)
  if (known !== undefined) return known
  const person = await open(browser, product.url)
  await enter(person, { account })
  people.set(account, person)
  return person
}
after(async () => { for (const person of people.values()) await person.leave() })

let matter = ''
const at = async (account: string, address = `/matters/${matter}`): Promise<Page> => {
  const person = await as(account)
  await person.goTo(address)
  return person.page
}

test('M5.9: the analyst delivers a file, sees every row kept, rejected or reported with its reason, and takes it in', async () => {
  const page = await at('analyst', '/deliveries?dataset=admin_penalty')
  // A row without a counterpart is no penalty on anybody: it is kept out, with the place and the reason.
  const [head, ...rows] = readFileSync(path.join(root, 'samples/admin_penalty/others.csv'), 'utf8').trimEnd().split('\n')
  const file = path.join(folder, '补充处罚.csv')
  writeFileSync(file, `${[head, ...rows, rows[0]?.replace(/^[^,]*/, '')].join('\n')}\n`)
  await page.locator('[data-upload]').setInputFiles(file)
  await page.locator('.upr').filter({ hasText: '补充处罚.csv' }).locator('[data-state=waiting]').waitFor()
  await settled(page)
  const counts = await page.locator('.cnts b').allInnerTexts()
  assert.deepEqual(counts.slice(1, 3), ['5', '1'], counts.join(' | '))
  const said = await page.locator('.hdesk').innerText()
  assert.match(said, /处罚决定日期|CF_JDRQ/)
  await page.locator('[data-accept]').click()
  await page.locator('[data-decided=accepted]').waitFor()
})

test('M5.9, M9.1: the model runs over what was taken in; its funnel, its clues, and the data gaps apart', async () => {
  const page = await at('analyst', '/models/penalty-not-transferred-as-crime')
  await page.locator('[data-run]').click()
  await page.waitForFunction(() => (document.querySelector('[data-run]') as HTMLButtonElement | null)?.disabled === false)
  await settled(page)
  assert.ok(await page.locator('.fst .v').filter({ hasText: /\d/ }).count() >= 3, 'no funnel')
  const clues = await page.locator('tr[data-clue]').allInnerTexts()
  for (const value of ['65.2', '1 870 838', '2 844 809']) assert.ok(clues.some((row) => row.replaceAll(/[\u2009\u202f\u00a0,]/g, ' ').includes(value)), `${value} is not among\n${clues.join('\n')}`)
  const desk = await at('prosecutor', '/clues')
  await desk.locator('[data-tab=undecidable]').click()
  await settled(desk)
  const gaps = await desk.locator('tr[data-clue]').allInnerTexts()
  assert.ok(gaps.length > 0 && gaps.every((row) => row.includes('—')), gaps.join('\n'))
  assert.equal(await desk.locator('[data-decide=adopt]').count(), 0, 'a data gap can be adopted')
})

test('M5.9, M16.1: the prosecutor adopts the clue with its rows and its limit before the eyes, and examines', async () => {
  const page = await at('prosecutor', '/clues')
  await page.locator('tr[data-clue]').filter({ hasText: '衡南' }).first().click()
  await settled(page)
  const evidence = await page.locator('aside').innerText()
  assert.match(evidence, /249/)
  assert.match(evidence, /法释〔2016〕25号|第三条/)
  await page.locator('[data-decide=adopt]').click()
  await page.locator('[data-procedure]').selectOption('forward-linkage')
  await page.locator('[data-confirm-decision]').click()
  await page.locator('[data-confirm-decision]').waitFor({ state: 'detached' }).catch(async () => { throw new Error(await page.locator('.decide').innerText()) })
  await settled(page)
  await page.locator('[data-tab=adopted]').click()
  await settled(page)
  await page.locator('tr[data-clue]').filter({ hasText: '衡南' }).first().click()
  await page.locator('[data-go-matter]').click()
  await page.waitForURL(/\/matters\/[0-9a-f-]{36}/)
  await settled(page)
  matter = /\/matters\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  assert.match(await reason(page, 'draft'), /调查核实[\s\S]*检察建议/)
  await act(page, 'inquire', async (form) => {
    await field(form, 'method').locator('label').first().click()
    await text(form, 'findings').fill('调取处罚卷宗：价值达到追诉标准，没有移送记录。')
  })
  await act(page, 'request-files', async (form) => {
    await addressee(form, 'to', '市自然资源局')
    await text(form, 'files').fill('处罚案件全卷')
  })
})

test('M1.1: the suggestion is written beside its page; checks say what is missing; it is submitted', async () => {
  const page = await at('prosecutor')
  await page.locator('button[data-act=draft]').click()
  await page.waitForURL(/\/write\/draft/)
  await page.locator('.a4 img').first().waitFor()
  await addressee(page.locator('.fm'), 'to', '市自然资源局')
  for (const [name, value] of Object.entries(suggestionForm().form ?? {})) await text(page.locator('.fm'), name).fill(String(value))
  for (const demand of demandsOf()) {
    await page.locator('[data-add-demand]').click()
    const item = page.locator('.dmd').nth(demand.no - 1)
    await item.locator('textarea[data-main]').fill(demand.text)
    const [standard, , how] = await item.locator('.sub input').all()
    await standard?.fill(demand.standard ?? '')
    await how?.fill(demand.verifiedHow ?? '')
  }
  await settled(page)
  const picture = await page.locator('.a4 img').first().getAttribute('src')
  assert.ok((picture ?? '').startsWith('data:image/svg+xml'))
  assert.ok(await page.locator('.edesk > :last-child').innerText().then((said) => /义务|回复/.test(said)), 'the duties that this paper creates are not shown')
  await page.locator('[data-save-draft]').click()
  await page.locator('header [data-act=submit]').click()
  await record(page)
})

test('M16.1: head and chief decide, nobody else: the lock says why; the paper gets its number and is a PDF', async () => {
  const own = await at('prosecutor')
  assert.match(await reason(own, 'approve'), /检察长[\s\S]*《/)
  assert.match(await reason(await at('chief'), 'approve'), /部门负责人/)
  await act(await at('department-head'), 'endorse')
  await act(await at('chief'), 'approve')
  const clerk = await at('case-management')
  await act(clerk, 'issue', async (form) => { await text(form, 'docNo').fill('呼检建〔2026〕903号') })
  await clerk.locator('.o-tabs [role=tab]').nth(1).click()
  const [download] = await Promise.all([clerk.waitForEvent('download'), clerk.locator('.o-tabs a[download]').first().click()])
  assert.equal(readFileSync(await download.path()).subarray(0, 5).toString(), '%PDF-')
  await act(clerk, 'serve', async (form) => {
    await addressee(form, 'to', '市自然资源局')
    await field(form, 'channel').locator('label').first().click()
  })
})

test('M16.1: the liaison officer signs for it, and only then the clock runs; the page explains the date step by step', async () => {
  const page = await at('liaison-land', `/liaison/${matter}`)
  assert.equal(await page.locator('.duebox .big').count(), 0, 'the clock runs before the signature')
  await page.locator('.duebox [data-act=acknowledge]').click()
  await record(page)
  await page.locator('.duebox a.why').click()
  await page.waitForURL(/\/why\//)
  await page.waitForSelector('.ledger li')
  const ledger = await page.locator('.ledger').first().locator('li').allInnerTexts()
  assert.ok(ledger.length >= 3 && /两个月|2 个月/.test(ledger.join('')), ledger.join(' | '))
})

test('M16.2: every demand is answered by itself with evidence; the prosecutor verifies each and the matter is closed', async () => {
  const page = await at('liaison-land', `/liaison/${matter}`)
  const evidence = path.join(folder, '接收回执.txt')
  writeFileSync(evidence, '公安机关接收回执（示例）')
  const answer = async (no: number, said: string, file?: string): Promise<void> => {
    const head = page.locator(`.rq button[data-demand="${no}"]`)
    if (await head.getAttribute('aria-expanded') !== 'true') await head.click()
    await page.locator(`[data-answer="${no}"]`).fill(said)
    if (file !== undefined) {
      await page.locator('.rq.on input[type=file]').setInputFiles(file)
      await page.locator('.rq.on .fp').first().waitFor()
    }
  }
  await answer(1, '已移送公安机关并抄送检察院。', evidence)
  await page.locator('[data-submit-answers]').click()
  await page.locator('[data-replied]').waitFor()
  await settled(page)
  await answer(2, '自查完毕，表已报送。')
  await page.locator('[data-submit-answers]').click()
  await page.locator('[data-replied]').waitFor()
  const prosecutor = await at('prosecutor')
  await act(prosecutor, 'verify', async (form) => {
    for (const no of [1, 2]) {
      const item = form.locator(`.dval[data-demand="${no}"]`)
      await item.locator('.rads label').first().click()
      await item.locator('textarea').fill('核对属实。')
    }
  })
  const closer = await prosecutor.locator('button[data-act=close]').count() > 0 ? prosecutor : await at('department-head')
  await act(closer, 'close', async (form) => { await choose(form, 'reason', '已全部落实') })
  assert.match(await (await at('prosecutor')).locator('.mdesk').innerText(), /已办结|办结|属实/)
})

test('the receipt of the closing is saved, checked by the page that checks receipts, and by the command line', async () => {
  const page = await at('prosecutor')
  const last = await page.evaluate(async (id) => { const m = await (await fetch(`/api/matters/${id}`)).json() as { acts: { n: number }[] }; return m.acts.at(-1)?.n ?? 0 }, matter)
  await (await as('prosecutor')).goTo(`/matters/${matter}?act=${last}`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.drawer .rcp .lnk').nth(1).click()])
  const file = path.join(folder, 'receipt.json')
  await download.saveAs(file)
  await (await as('prosecutor')).goTo('/verify')
  await page.locator('[data-receipts]').setInputFiles(file)
  await page.locator('[data-verified=good]').waitFor()
  const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, 'packages/server/src/cli/main.ts'), 'record', 'verify', '--receipt', file], { cwd: folder, encoding: 'utf8' })
  assert.equal(done.status, 0, done.stdout + done.stderr)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"bytes": "(.)(.)/, '"bytes": "$2$1'))
  await page.locator('[data-receipts]').setInputFiles(file)
  await page.locator('[data-verified=bad], .vone .notice.red').first().waitFor()
})

/** The matter with this title, found as people find it. */
async function find(account: string, title: string): Promise<Page> {
  const page = await at(account, `/matters?q=${encodeURIComponent(title)}`)
  await page.getByText(title).first().click()
  await page.waitForURL(/\/matters\/[0-9a-f-]{36}/)
  await settled(page)
  matter = /\/matters\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  return page
}

test('M16.2: an objection is raised at the liaison desk and reviewed: upheld with reasons', async () => {
  const prosecutor = await find('prosecutor', '加强外卖行业电动自行车号牌管理')
  assert.match(await reason(prosecutor, 'urge'), /最早|earliest/)
  const liaison = await at('liaison-police', `/liaison/${matter}`)
  await liaison.locator('[data-act=object]').click()
  await record(liaison, async (form) => {
    await text(form, 'ground').fill('路面查处已由上级统一部署。')
    await form.locator('.dval[data-demand="2"] .rads label').last().click()
    await form.locator('.dval[data-demand="2"] textarea').fill('与上级部署重复。')
  })
  await act(await at('prosecutor'), 'recheck', async (form) => { await text(form, 'findings').fill('上级部署不涉及配送车辆。') })
  await act(await at('chief'), 'review-uphold', async (form) => { await text(form, 'reason').fill('两项工作内容不同。') })
  await at('liaison-police', `/liaison/${matter}`)
  assert.match(await liaison.locator('aside').first().innerText(), /维持|不成立/)
})

test('M16.3, M17.1: silence: urge, superior, congress, each when its time has come; the committee sees it and asks', async () => {
  const title = '督促整治网络餐饮无证经营'
  const letter = async (form: Parameters<typeof text>[0]): Promise<void> => {
    for (const [name, said] of Object.entries({ about: '督促落实检察建议', earlier: '检察建议书已送达签收。', state: '要求均未回复。', basis: '《人民检察院公益诉讼办案规则》', subject: '被建议单位' })) if (await field(form, name).count() > 0) await text(form, name).fill(said)
  }
  /** The day that a refusal names, and the product moved to it: everybody signs in anew. */
  const onTheDayOf = async (step: string): Promise<void> => {
    const day = (await reason(await at('chief'), step)).match(/\d{4}-\d{2}-\d{2}/g)?.at(-1) ?? ''
    assert.notEqual(day, '', `no day is named for ${step}`)
    const silent = matter
    for (const person of people.values()) {
      failures.push(...person.errors)
      await person.leave()
    }
    people.clear()
    await product.moveTo(`${day}T10:00:00+08:00`)
    matter = silent
  }
  // Five days late: urged now, the superior not before the urging has had its time, the congress not before the superior.
  await find('prosecutor', title)
  assert.match(await reason(await at('chief'), 'notify-superior'), /督促/)
  await act(await at('prosecutor'), 'urge', letter)
  await onTheDayOf('notify-superior')
  assert.match(await reason(await at('chief'), 'report-congress'), /通报/)
  await act(await at('chief'), 'notify-superior', letter)
  await onTheDayOf('report-congress')
  await act(await at('chief'), 'report-congress', letter)
  const congress = await at('congress', '/ladder')
  const card = congress.locator('[data-rung=congress] a.kc').filter({ hasText: title })
  if (await card.count() === 0) await congress.locator('[data-rung=congress] button.lnk:visible').first().click()
  await card.first().click()
  await congress.waitForURL(/\/matters\//)
  await settled(congress)
  await act(congress, 'congress-acknowledge', async (form) => { await text(form, 'signer').fill('周文澜') })
  await act(congress, 'congress-inquire', async (form) => {
    await addressee(form, 'to', '市市场监管局')
    await text(form, 'question').fill('为什么没有回复？')
  })
})

test('nothing failed behind the pages', () => { assert.deepEqual([...failures, ...[...people.values()].flatMap(({ errors }) => errors)], []) })
