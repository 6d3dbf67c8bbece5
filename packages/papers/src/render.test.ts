// M16.2 first form: one set of fields, four forms of the same paper, always the same bytes, never a word of markup.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { test } from 'node:test'
import { fontFolders } from './fonts.ts'
import { PaperProblem, type PaperFields } from './paper.ts'
import { linesOf, readPdf } from './pdf-reading.ts'
import { fieldFaults, paperFields, paperInstruments, render } from './render.ts'
import { suggestion } from './sample.ts'
import { useFaces } from './typeset.ts'

const pdf = async (fields: PaperFields, instrument = 'social-governance-suggestion'): Promise<Uint8Array> => {
  const made = await render(instrument, fields, { format: 'pdf' })
  return made.format === 'svg' ? new Uint8Array() : made.bytes
}
const textOf = (bytes: Uint8Array): string => readPdf(bytes).flatMap((page) => linesOf(page).map((line) => line.text)).join('')
const solid = (text: string): string => text.replace(/[\s\u00a0\u200b]/g, '')

test('the same fields give the same bytes, in any order of papers and fields', async () => {
  const first = await pdf(suggestion)
  await pdf({ ...suggestion, facts: '另一件。' })
  const again = await pdf(Object.fromEntries(Object.entries(suggestion).toReversed()))
  assert.deepEqual(Buffer.compare(first, again), 0)
  assert.notEqual(Buffer.compare(first, await pdf({ ...suggestion, date: '2026-10-14' })), 0)
})

test('PDF/A-2b: the identification is in the file, all fonts are embedded', async () => {
  const text = Buffer.from(await pdf(suggestion)).toString('latin1')
  assert.match(text, /<pdfaid:part>2<\/pdfaid:part>/)
  assert.match(text, /<pdfaid:conformance>B<\/pdfaid:conformance>/)
  assert.equal([...text.matchAll(/\/FontFile[23]? \d+ 0 R/g)].length, [...text.matchAll(/\/Type \/FontDescriptor/g)].length)
})

test('characters of names that FandolFang lacks come from Noto Serif SC, one by one, none as an empty box', async () => {
  const names = '骉堃喆镕昇赟祎玥珺㐂'
  const [page] = readPdf(await pdf({ ...suggestion, facts: `涉案企业字号为${names}。` }))
  const chars = page?.chars ?? []
  for (const name of names) {
    const at = chars.find((char) => char.char === name)
    assert.ok(at !== undefined, `${name} is on the page`)
    assert.match(at.font, /NotoSerifSC|FandolFang/)
  }
  assert.ok(chars.some((char) => char.char === '骉' && char.font.startsWith('NotoSerifSC')))
  assert.ok(chars.every((char) => char.char !== '\u0000'), 'no missing glyph')
})

test('an office adds its own licensed faces by folder; they come before the shipped ones and can be taken away again', async () => {
  const before = await pdf(suggestion)
  useFaces({ folders: [], fang: 'FandolKai' })
  const added = readPdf(await pdf(suggestion))
  assert.ok(added[0]?.chars.some((char) => char.font.startsWith('FandolKai')))
  assert.ok(added[0]?.chars.filter((char) => char.sizePt === 16).every((char) => !char.font.startsWith('FandolFang')))
  useFaces({ folders: [] })
  assert.equal(Buffer.compare(before, await pdf(suggestion)), 0)
})

test('a face of the machine that bears the name of a shipped one changes nothing', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'papers-home-'))
  try {
    const [from, to] = ['FandolHei', 'FandolKai']
    const utf16 = (text: string): string => [...text].map((char) => `\u0000${char}`).join('')
    const fake = readFileSync(path.join(fontFolders[0] ?? '', 'FandolHei-Regular.otf')).toString('latin1').replaceAll(from, to).replaceAll(utf16(from), utf16(to))
    mkdirSync(path.join(home, '.fonts'))
    writeFileSync(path.join(home, '.fonts', 'fake.otf'), Buffer.from(fake, 'latin1'))
    const fields = { ...suggestion, about: '某事', signer: '某某某', subject: '某局', earlier: '某文', state: '某状' }
    const script = `import { render } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))}; const made = await render('congress-report', ${JSON.stringify(fields)}, { format: 'pdf' }); process.stdout.write(Buffer.from(made.bytes).toString('base64'))`
    const there = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, HOME: home }, encoding: 'utf8', maxBuffer: 1e8 })
    const here = Buffer.from(await pdf(fields, 'congress-report'))
    assert.ok(here.includes('FandolKai'))
    assert.ok(here.toString('base64') === there, 'the same bytes with and without the other face')
  } finally { rmSync(home, { recursive: true, force: true }) }
})

test('text is text: nothing in a field is read as markup or code', async () => {
  const hostile = ['#set page(width: 10mm)', '#panic("x")', '$ x^2 $', '*bold* _it_ `raw`', '@ref <label>', '= heading', '- list', '/ term: x', '#import "/etc/passwd"', '#read("shared.yaml")', '\\u{41} \\ \\n', '// comment', '/* c */', '~ -- --- ...', '{{to}} {facts} ${facts} $& $1', '<script>alert(1)</script>', '"); drop', '[#sys.inputs]', '`​`']
  for (const evil of hostile) {
    const text = textOf(await pdf({ ...suggestion, facts: `前${evil}后。`, to: `某${evil}局`, demands: [{ no: 1, text: evil }], attachments: [evil], docNo: evil }))
    assert.ok(solid(text).includes(solid(`前${evil}后。`)), `${evil} stands on the paper as typed`)
    assert.ok(solid(text).includes(solid(`某${evil}局：`)))
  }
})

test('any text at all makes a paper, in one piece, on the same type area (60 random texts)', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 40 }), async (facts, title) => {
    const fields = { ...suggestion, facts: `文${facts}`, source: `文${title}` }
    const made = await render('social-governance-suggestion', fields, { format: 'pdf', missing: 'blank' })
    assert.ok(made.format === 'pdf' && readPdf(made.bytes).every((page) => page.chars.every((char) => char.char !== '\u0000')))
    const faults = fieldFaults('social-governance-suggestion', fields)
    if (faults.length > 0) await assert.rejects(pdf(fields), PaperProblem)
    else await pdf(fields)
    const drawn = await render('social-governance-suggestion', fields, { format: 'svg', proof: true })
    assert.equal(drawn.format === 'svg' && drawn.pages.length >= 1 && drawn.pages.every((page) => page.startsWith('<svg ') && page.endsWith('</svg>')), true)
  }), { numRuns: 60, endOnFailure: true })
})

test('10,000 characters without a break fill pages of 22 lines and nothing is lost', async () => {
  const text = '查'.repeat(10_000)
  const count = async (facts: string): Promise<number> => readPdf(await pdf({ ...suggestion, facts })).flatMap((page) => page.chars).filter((char) => char.char === '查').length
  assert.equal(await count(`${text}。`), 10_000 + await count('略。'))
})

test('a character that no shipped face has is named and refused; a proof shows 〓 in its place', async () => {
  const fields = { ...suggestion, facts: '当事人😀经营。' }
  await assert.rejects(pdf(fields), (error: unknown) => error instanceof PaperProblem && error.faults[0]?.code === 'no-glyph' && (error.faults[0]?.message.zh ?? '').includes('U+1F600'))
  const made = await render('social-governance-suggestion', fields, { format: 'pdf', proof: true })
  assert.match(made.format === 'pdf' ? textOf(made.bytes) : '', /当事人〓经营/)
})

test('SVG pages carry outlines only: no text, no script, no address', async () => {
  const made = await render('social-governance-suggestion', suggestion, { format: 'svg', proof: true })
  assert.equal(made.format, 'svg')
  const pages = made.format === 'svg' ? made.pages : []
  assert.ok(pages.length >= 1)
  for (const page of pages) {
    assert.doesNotMatch(page, /<text|<script|<image|<foreignObject|onload=|(?:href|src)="(?!#)/i)
    const used = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    const known = new Set([...page.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1]))
    assert.ok(used.length > 20 && used.every((id) => known.has(id as string)), 'every glyph has its outline in the page')
    assert.ok(page.length < 700_000)
  }
})

test('a proof tints what is data and shows what is missing; the final paper does neither', async () => {
  const fields = { ...suggestion, finding: '', demands: [{ no: 1, text: '完善机制' }] }
  const proof = await render('social-governance-suggestion', fields, { format: 'svg', proof: true })
  const page = proof.format === 'svg' ? proof.pages.join('') : ''
  for (const tint of ['#dfeaf8', '#fdeecb', '#fbe3b3', '#fff6dd', '#e0b4b4']) assert.ok(page.includes(tint), tint)
  const final = await render('social-governance-suggestion', suggestion, { format: 'svg' })
  assert.doesNotMatch(final.format === 'svg' ? final.pages.join('') : '', /#dfeaf8|#fdeecb|#ece3f9|#e0b4b4/)
})

test('a missing field is refused with its name and its reason, unless blanks are asked for', async () => {
  await assert.rejects(render('pil-suggestion', { ...suggestion, basis: ' ' }, { format: 'pdf' }), (error: unknown) => {
    assert.ok(error instanceof PaperProblem)
    assert.equal(error.code, 'paper.fields')
    assert.deepEqual(error.faults.map(({ field, code }) => [field, code]), [['basis', 'missing']])
    assert.match(error.faults[0]?.message.zh ?? '', /提出检察建议的法律依据/)
    return true
  })
  assert.match(textOf(await (async () => { const made = await render('pil-suggestion', { ...suggestion, basis: '' }, { format: 'pdf', missing: 'blank' }); return made.format === 'svg' ? new Uint8Array() : made.bytes })()), /〔待填：法律依据〕/)
})

test('malformed fields are refused even on a proof: 2026-02-30, a number for a text, a demand without text', async () => {
  for (const [field, value, code] of [['date', '2026-02-30', 'not-a-day'], ['facts', 12, 'wrong-kind'], ['demands', [{ no: 1 }], 'wrong-kind'], ['facts', '字'.repeat(20_001), 'too-long']] as const) {
    await assert.rejects(render('social-governance-suggestion', { ...suggestion, [field]: value }, { format: 'svg', proof: true }), (error: unknown) => error instanceof PaperProblem && error.faults[0]?.field === field && error.faults[0]?.code === code)
  }
})

test('an unknown instrument is named with the near ones; an unknown field with the near one', async () => {
  await assert.rejects(render('pil-sugestion', suggestion, { format: 'pdf' }), (error: unknown) => error instanceof PaperProblem && error.code === 'paper.unknown-instrument' && error.near[0] === 'pil-suggestion')
  const [fault] = fieldFaults('pil-suggestion', { ...suggestion, replyperiod: 'x' })
  assert.equal(fault?.code, 'unknown')
  assert.match(fault?.message.en ?? '', /replyPeriod/)
})

test('every template makes a paper with all fields and with only the required ones', async () => {
  const value = (name: string, kind: string): unknown => suggestion[name] ?? ({ text: name === 'title' ? undefined : `甲${name}`, 'long-text': `第一段${name}。\n第二段。`, day: '2026-10-20', texts: ['甲', '乙'], demands: suggestion['demands'], answers: [{ demand: 1, state: 'done', text: '已办' }, { demand: 2, state: 'planned', text: '在办', plannedBy: '2026-12-01' }], rows: [['一', '甲', '乙']], 'yes-no': true } as Readonly<Record<string, unknown>>)[kind]
  assert.ok(paperInstruments().length >= 20)
  for (const { id, title } of paperInstruments()) {
    for (const all of [true, false]) {
      const fields = Object.fromEntries(paperFields(id).filter((field) => all || field.required === true).map((field) => [field.name, value(field.name, field.kind)]))
      assert.deepEqual(fieldFaults(id, fields), [], id)
      const text = textOf(await pdf(fields, id))
      assert.doesNotMatch(text, /[{}]|待填|undefined/, `${id}: ${text}`)
      if (!/关于/.test(text)) assert.ok(text.includes(title), id)
      for (const format of ['docx', 'ofd'] as const) {
        const made = await render(id, fields, { format })
        const files = unzipSync(made.format === 'svg' ? new Uint8Array() : made.bytes)
        const body = strFromU8(files[format === 'docx' ? 'word/document.xml' : 'Doc_0/Pages/Page_0/Content.xml'] ?? new Uint8Array())
        assert.ok(body.replace(/<[^>]+>/g, '').includes('呼和浩特市交通运输局'), `${id} ${format}`)
      }
    }
  }
})

test('DOCX: the page, the grid of lines and characters, the faces', async () => {
  const made = await render('social-governance-suggestion', suggestion, { format: 'docx' })
  const xml = strFromU8(unzipSync(made.format === 'svg' ? new Uint8Array() : made.bytes)['word/document.xml'] ?? new Uint8Array())
  assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"/)
  assert.match(xml, /w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  assert.match(xml, /<w:docGrid w:type="linesAndChars" w:linePitch="580" w:charSpace="-\d+"\/>/)
  assert.match(xml, /w:eastAsia="仿宋"/)
  assert.match(xml, /w:line="580" w:lineRule="exact"/)
})

test('OFD (experimental): well-formed parts, the same bytes for the same fields, hostile text escaped', async () => {
  const fields = { ...suggestion, facts: '<a href="x">&\u0001"</a>' }
  const made = await render('social-governance-suggestion', fields, { format: 'ofd' })
  const again = await render('social-governance-suggestion', fields, { format: 'ofd' })
  const bytes = made.format === 'svg' ? new Uint8Array() : made.bytes
  assert.deepEqual(Buffer.compare(bytes, again.format === 'svg' ? new Uint8Array() : again.bytes), 0)
  const content = strFromU8(unzipSync(bytes)['Doc_0/Pages/Page_0/Content.xml'] ?? new Uint8Array())
  assert.match(content, /&#60;a/)
  assert.doesNotMatch(content, /\u0001/)
})
