// M16.1 first form: the page of a paper is measured from the PDF itself, not from what the template meant.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geometry } from './geometry.ts'
import { linesOf, readPdf, type PdfLine, type PdfPage } from './pdf-reading.ts'
import { render } from './render.ts'
import { suggestion } from './sample.ts'

const pagesOf = async (fields: Readonly<Record<string, unknown>>, instrument = 'social-governance-suggestion'): Promise<readonly PdfPage[]> => {
  const made = await render(instrument, { ...suggestion, ...fields }, { format: 'pdf' })
  assert.equal(made.format, 'pdf')
  return readPdf((made as { bytes: Uint8Array }).bytes)
}
const near = (a: number, b: number, tolerance: number, what: string): void => assert.ok(Math.abs(a - b) <= tolerance, `${what}: ${a.toFixed(2)} mm, expected ${b} ± ${tolerance}`)
const pitch = geometry.heightMm / geometry.lines
const han = '检察机关依法履行法律监督职责维护国家利益和社会公共利益促进依法行政'
const long = (length: number): string => han.repeat(Math.ceil(length / han.length)).slice(0, length)
/** Lines of 16 pt text inside the type area; seal, titles and page number have other sizes or places. */
const body = (page: PdfPage): readonly PdfLine[] => linesOf({ ...page, chars: page.chars.filter((char) => Math.abs(char.sizePt - 16) < 0.01 && char.y < geometry.topMm + geometry.heightMm) })
const signatureOn = (page: PdfPage): boolean => body(page).some((line) => line.text === '2026年10月13日' || line.text.endsWith('2026年10月13日'))

test('GB/T 9704: A4, 37 mm above, 28 mm at the binding edge, 26 mm at the other, 22 lines a page', async () => {
  const [, second] = await pagesOf({ facts: long(3000) })
  assert.ok(second !== undefined)
  near(second.widthMm, 210, 0.01, 'width')
  near(second.heightMm, 297, 0.01, 'height')
  const lines = body(second)
  assert.equal(lines.length, 22)
  const em = 16 * 25.4 / 72
  near((lines[0]?.y ?? 0) - 0.88 * em, 37, 0.05, 'upper margin')
  near(Math.min(...lines.map((line) => line.left)), 28, 0.05, 'left margin')
  near(210 - Math.max(...lines.map((line) => line.right)), 26, 0.15, 'right margin')
  for (const [i, line] of lines.entries()) near(line.y, (lines[0]?.y ?? 0) + i * pitch, 0.02, `line ${i + 1}`)
  assert.ok((lines.at(-1)?.y ?? 0) + 0.12 * em <= 297 - 35 + 0.01, 'the last line lies above the lower margin of 35 mm')
})

test('GB/T 9704: a full line holds 28 characters of 3号 (16 pt)', async () => {
  const [, second] = await pagesOf({ facts: long(3000) })
  for (const line of body(second as PdfPage)) {
    assert.equal(line.chars.length, 28)
    const steps = line.chars.slice(1).map((char, i) => char.x - (line.chars[i]?.x ?? 0))
    near(Math.max(...steps), 156 / 28, 0.02, 'widest step')
    near(Math.min(...steps), 156 / 28, 0.02, 'narrowest step')
  }
})

test('everything on the first page stands on the same grid, titles and number too', async () => {
  const [first] = await pagesOf({ facts: long(600) })
  const lines = body(first as PdfPage)
  const zero = 37 + 0.88 * 16 * 25.4 / 72
  for (const line of lines) near((line.y - zero) / pitch, Math.round((line.y - zero) / pitch), 0.01, line.text)
  const title = linesOf({ ...(first as PdfPage), chars: (first as PdfPage).chars.filter((char) => char.sizePt === 22) })
  assert.deepEqual(title.map((line) => line.text), ['呼和浩特市人民检察院', '检察建议书'])
  for (const line of title) near((line.left + line.right) / 2, 28 + 78, 0.6, 'title in the middle')
})

test('page number: 4号, — 1 —, outside, 7 mm below the type area', async () => {
  const pages = await pagesOf({ facts: long(1500) })
  assert.ok(pages.length >= 3)
  pages.forEach((page, i) => {
    const [number] = linesOf({ ...page, chars: page.chars.filter((char) => char.y > 264) })
    assert.equal(number?.text, `— ${i + 1} —`)
    near(number?.chars[0]?.sizePt ?? 0, 14, 0.01, 'size in points')
    const em = 14 * 25.4 / 72
    near((number?.y ?? 0) - 0.38 * em, 297 - 35 + 7, 0.3, 'dash below the type area')
    if (i % 2 === 0) near(number?.right ?? 0, 184 - em, 1, 'odd pages: right, one character in')
    else near(number?.left ?? 0, 28 + em, 1, 'even pages: left, one character in')
  })
})

test('the signature is never alone on a page, whatever the length of the text', async () => {
  let moved = 0
  for (let length = 20; length <= 1200; length += 28) {
    for (const seal of [true, false]) {
      const pages = await pagesOf({ other: `${long(length)}。`, seal })
      const at = pages.findIndex(signatureOn)
      assert.equal(at, pages.length - 1, `${length} characters: the signature is on the last page`)
      const lines = body(pages[at] as PdfPage)
      const date = lines.findIndex((line) => line.text.endsWith('2026年10月13日'))
      assert.ok(date >= 2, `${length} characters: text stands above name and date`)
      near((lines[date]?.y ?? 0) - (lines[date - 1]?.y ?? 0), pitch, 0.05, 'name right above date')
      near((lines[date - 1]?.y ?? 0) - (lines[date - 2]?.y ?? 0), 3 * pitch, 0.05, 'two empty lines between text and name')
      assert.ok((lines[date]?.y ?? 0) < 297 - 35, 'the date stands inside the type area')
      if (date === 3) moved++
    }
  }
  assert.ok(moved > 0, 'some length did push the last lines over together with the signature')
})

test('the date ends four characters from the right, the name is centred over it', async () => {
  const pages = await pagesOf({ seal: true })
  const lines = body(pages.at(-1) as PdfPage)
  const date = lines.at(-1) as PdfLine
  const name = lines.at(-2) as PdfLine
  near(184 - date.right, 4 * 156 / 28, 0.3, 'four characters in')
  near((name.left + name.right) / 2, (date.left + date.right) / 2, 0.3, 'same middle')
})

test('the longest name an organ may have stays inside the type area, in the signature and in the red head', async () => {
  for (const instrument of ['social-governance-suggestion', 'urge-letter']) {
    const pages = await pagesOf({ organ: '某'.repeat(60), about: '某事', earlier: '某文', state: '某状', seal: true }, instrument)
    for (const char of pages.flatMap((page) => page.chars).filter((one) => one.char === '某')) assert.ok(char.x >= 27.9 && char.x + char.advanceMm <= 184.6, `${instrument}: ${char.x.toFixed(1)} mm, ${char.sizePt} pt`)
  }
})

test('a paragraph without any break, attachments and copies keep the rule too', async () => {
  for (const fields of [{ other: long(9000) }, { attachments: ['排口清单', '证据目录'], seal: true }, { copies: ['呼和浩特市人民代表大会常务委员会'], contact: '某某某，0471-0000000' }]) {
    const pages = await pagesOf(fields)
    const at = pages.findIndex(signatureOn)
    assert.ok(body(pages[at] as PdfPage).length >= 3)
  }
})
