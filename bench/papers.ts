// Papers a second against the same source compiled by raw Typst, alternating in one run; memory over 500 papers; what a preview costs.
// Every paper's paragraphs differ (identical ones would come from the typesetter's cache). Prints the check that both sides made the same pages.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checksWhileWriting, render, type CheckContext } from '../packages/papers/src/index.ts'
import { compose } from '../packages/papers/src/compose.ts'
import { fontFolders } from '../packages/papers/src/fonts.ts'
import { suggestion } from '../packages/papers/src/sample.ts'
import { templateOf, templatesFolder } from '../packages/papers/src/template.ts'
import { pageInput } from '../packages/papers/src/typeset.ts'

const [papers, rounds] = [100, 3]
const instrument = 'social-governance-suggestion'
const words = ['排口', '车辆', '台账', '企业', '监管', '报警', '处置', '检查', '整改', '线索', '移送', '期限', '证据', '事实', '规定', '职责', '公益', '损害', '治理', '回复']
let seed = 20261124
const random = (n: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n }
const sentence = (length: number): string => `${Array.from({ length }, () => words[random(words.length)]).join('')}。`
const fieldsOf = (i: number) => ({ ...suggestion, docNo: `呼检建〔2026〕${i}号`, seal: true, facts: Array.from({ length: 6 }, () => sentence(70)).join('\n'), other: Array.from({ length: 5 }, () => sentence(60)).join('\n') })

const from = performance.now()
const first = await render(instrument, fieldsOf(0), { format: 'pdf' })
const firstMs = performance.now() - from

const raw = NodeCompiler.create({ workspace: templatesFolder, fontArgs: [{ fontPaths: [...fontFolders] }] })
const source = readFileSync(path.join(templatesFolder, 'page.typ'), 'utf8')
const template = templateOf(instrument)
const rawPdf = (sheet: string): { readonly pages: number; readonly bytes: number } => {
  const { result } = raw.compile({ mainFileContent: source, inputs: { sheet } })
  if (result === null) throw new Error('raw Typst did not compile')
  const bytes = raw.pdf(result, { pdfStandard: 'a-2b', creationTimestamp: 1790000000 }).length
  raw.evictCache(10)
  return { pages: result.numOfPages, bytes }
}
const timed = async (work: (i: number) => Promise<void> | void, count: number): Promise<readonly number[]> => {
  const times: number[] = []
  for (let i = 0; i < count; i++) { const at = performance.now(); await work(i); times.push(performance.now() - at) }
  return times.toSorted((a, b) => a - b)
}
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
const show = (name: string, all: readonly number[]): void => console.log(`${name.padEnd(34)} ${(all.length / sum(all) * 1000).toFixed(1).padStart(7)}/s   p50 ${(all[all.length >> 1] ?? 0).toFixed(1)} ms   p99 ${(all[Math.floor(all.length * 0.99)] ?? 0).toFixed(1)} ms`)

const ratios: number[] = []
for (let round = 0; round < rounds; round++) {
  let [ours, theirs] = [0, 0]
  const product = await timed(async (i) => { const made = await render(instrument, fieldsOf(round * 1000 + i), { format: 'pdf' }); ours += made.format === 'pdf' ? made.pages ?? 0 : 0 }, papers)
  const sheets = Array.from({ length: papers }, (_, i) => pageInput(compose(template, fieldsOf(round * 1000 + 500 + i)), template.words, { proof: false, label: false }))
  const floor = await timed((i) => { theirs += rawPdf(sheets[i] ?? '').pages }, papers)
  show('product: fields → PDF/A-2b', product)
  show('floor: raw Typst, same source', floor)
  ratios.push(sum(floor) / sum(product))
  if (Math.abs(ours - theirs) > papers * 0.1) throw new Error(`pages differ: ${ours} and ${theirs}`)
  console.log(`  pages a paper ${(ours / papers).toFixed(2)} and ${(theirs / papers).toFixed(2)}`)
}
console.log(`product against floor (speed)       ${ratios.map((ratio) => ratio.toFixed(2)).join('  ')}   goal ≥ 0.5`)
console.log(`first paper                         ${firstMs.toFixed(0)} ms   goal ≤ 300   (${first.format === 'pdf' ? first.bytes.length : 0} bytes)`)

show('preview: fields → SVG proof', await timed(async (i) => { await render(instrument, fieldsOf(9000 + i), { format: 'svg', proof: true }) }, 50))
const context: CheckContext = { instrument: null, sources: [], signedOn: '2026-10-13' as CheckContext['signedOn'] }
show('checks while writing', await timed((i) => { checksWhileWriting(instrument, fieldsOf(i), context) }, 50))
show('DOCX', await timed(async (i) => { await render(instrument, fieldsOf(i), { format: 'docx' }) }, 30))
show('OFD (experimental)', await timed(async (i) => { await render(instrument, fieldsOf(i), { format: 'ofd' }) }, 30))

const memory: number[] = []
for (let i = 0; i <= 500; i++) {
  await render(instrument, fieldsOf(20_000 + i), { format: 'pdf' })
  if (i % 100 === 0) memory.push(Math.round(process.memoryUsage().rss / 1e6))
}
console.log(`resident memory, MB, every 100 papers over 500: ${memory.join(' ')}`)
