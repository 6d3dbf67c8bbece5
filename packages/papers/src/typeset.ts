// Typst in this process: one compiler with the product's own fonts, made at the first paper and kept.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import path from 'node:path'
import { fontFolders } from './fonts.ts'
import { geometry } from './geometry.ts'
import { say } from './messages.ts'
import { PaperProblem } from './paper.ts'
import type { Sheet } from './sheet.ts'
import { splitPages } from './svg.ts'
import { templatesFolder, type SharedWords } from './template.ts'

let compiler: NodeCompiler | undefined
let made = 0

let faces: AddedFaces = { folders: [] }

/** Faces that an office has a licence for (方正小标宋, 仿宋_GB2312 …): folders of font files, and the family names to put before the shipped ones. */
export type AddedFaces = { readonly folders: readonly string[]; readonly fang?: string; readonly hei?: string; readonly kai?: string; readonly title?: string }

/** Sets added faces from the next paper on. The same fields then give other bytes than without them. */
export function useFaces(added: AddedFaces): void { release(); faces = added }

const ready = (): NodeCompiler => (compiler ??= NodeCompiler.create({ workspace: templatesFolder, fontArgs: [{ fontPaths: [...fontFolders, ...faces.folders] }] }))
const named = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name])

export type Proof = { readonly proof: boolean; readonly label: boolean }

/** What the page template reads: the sheet, the type area, the words of the form. */
export const pageInput = (sheet: Sheet, words: SharedWords, { proof, label }: Proof): string => JSON.stringify({
  ...sheet, geometry, proof, page: words.page, faces: { fang: named(faces.fang), hei: named(faces.hei), kai: named(faces.kai), title: named(faces.title) },
  label: label ? words.frame.replace('{top}', String(geometry.topMm)).replace('{left}', String(geometry.leftMm)).replace('{width}', String(geometry.widthMm)).replace('{height}', String(geometry.heightMm)) : null,
})

/** Named by its path, not passed as text: Typst keeps every text it was ever given. */
export const pageFile = path.join(templatesFolder, 'page.typ')

function compile(sheet: Sheet, words: SharedWords, proof: Proof) {
  const result = ready().compile({ mainFilePath: pageFile, inputs: { sheet: pageInput(sheet, words, proof) } })
  const document = result.result
  if (document === null) {
    const error = result.takeError()
    const said = error === null ? '' : JSON.stringify(ready().fetchDiagnostics(error))
    throw new PaperProblem('paper.template', say('template', { said }))
  }
  return document
}

/** Typst memoises without bound; old results leave after ten papers, so memory stays flat and the fonts stay warm. */
const after = (): void => { if (++made % 4 === 0) ready().evictCache(10) }

/** PDF/A-2b. The same sheet gives the same bytes: the only time in it is the day of signing. */
export function toPdf(sheet: Sheet, words: SharedWords, proof: Proof): { readonly bytes: Uint8Array; readonly pages: number } {
  const document = compile(sheet, words, proof)
  const bytes = ready().pdf(document, { pdfStandard: 'a-2b', creationTimestamp: Date.UTC(sheet.day.year, sheet.day.month - 1, sheet.day.day) / 1000 })
  after()
  return { bytes: new Uint8Array(bytes), pages: document.numOfPages }
}

/** One SVG a page, glyphs as outlines. */
export function toSvg(sheet: Sheet, words: SharedWords, proof: Proof): readonly string[] {
  const document = compile(sheet, words, proof)
  const pages = splitPages(ready().plainSvg(document), document.numOfPages)
  after()
  if (pages === null) throw new PaperProblem('paper.template', say('drawing'))
  return pages
}

/** Frees the compiler and all it remembers. */
export function release(): void { compiler?.evictCache(0); compiler = undefined }
