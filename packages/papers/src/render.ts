import { setImmediate as turn } from 'node:timers/promises'
import { compose } from './compose.ts'
import { toDocx } from './docx.ts'
import { faultsOf } from './fields.ts'
import { geometry } from './geometry.ts'
import { say } from './messages.ts'
import { toOfd } from './ofd.ts'
import { PaperProblem, type FieldFault, type PaperField, type PaperFields, type Rendered, type RenderOptions } from './paper.ts'
import { templateOf, templates } from './template.ts'
import { toPdf, toSvg } from './typeset.ts'

/** Instruments that have a template, with the word that the paper bears as its title. */
export const paperInstruments = (): readonly { readonly id: string; readonly title: string }[] => [...templates().values()].map(({ instrument, title }) => ({ id: instrument, title }))

/** The fields of an instrument's template, the shared ones first. */
export const paperFields = (instrument: string): readonly PaperField[] => templateOf(instrument).fields

/** What stands in the way of making this paper: missing, malformed or unknown fields. Empty: nothing. */
export const fieldFaults = (instrument: string, fields: PaperFields): readonly FieldFault[] => faultsOf(templateOf(instrument), fields)

/**
 * Makes one official paper. PDF is PDF/A-2b and byte for byte the same for the same fields; SVG is one document a page for the
 * editor; DOCX is for offices that go on in a word processor; OFD is experimental. Unknown fields are passed over (`fieldFaults` tells them).
 * @throws PaperProblem for an instrument without template and, unless blanks are allowed, for missing fields; malformed ones are always refused.
 */
export async function render(instrument: string, fields: PaperFields, options: RenderOptions): Promise<Rendered> {
  const template = templateOf(instrument)
  const blanks = (options.missing ?? (options.proof === true ? 'blank' : 'refuse')) === 'blank'
  const faults = faultsOf(template, fields).filter(({ code }) => code !== 'unknown' && !(blanks && (code === 'missing' || code === 'no-glyph')))
  if (faults.length > 0) throw new PaperProblem('paper.fields', say('fieldFaults', { count: faults.length, fields: faults.map(({ field }) => field).join(', ') }), { faults })
  const sheet = compose(template, fields)
  // Typst's documents are freed between turns of the event loop; without one, a loop of papers would keep them all. Others get their turn, too.
  await turn()
  const proof = options.proof === true
  switch (options.format) {
    case 'svg': return { format: 'svg', pages: toSvg(sheet, template.words, { proof, label: false }), geometry }
    case 'pdf': return { format: 'pdf', ...toPdf(sheet, template.words, { proof, label: proof }), type: 'application/pdf', geometry }
    case 'docx': return { format: 'docx', bytes: await toDocx(sheet, template.words), pages: null, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', geometry }
    case 'ofd': return { format: 'ofd', ...toOfd(sheet, template.words), type: 'application/ofd', geometry }
  }
}
