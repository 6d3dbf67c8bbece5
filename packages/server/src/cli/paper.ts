import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { fieldFaults, fieldsSchema, paperInstruments, PaperProblem, readFields, render, type PaperFields } from '@hengjian/papers'
import { CommandProblem, UsageError, type Command, type Io } from './command.ts'

const formats = { '.pdf': 'pdf', '.docx': 'docx', '.ofd': 'ofd' } as const
const largestFile = 5 * 1024 * 1024

const problem = (code: string, title: string, detail: string, more: Readonly<Record<string, unknown>> = {}): CommandProblem => new CommandProblem({ type: 'about:blank', title, status: 422, code, detail, ...more })
const both = (text: { readonly zh: string; readonly en: string }): string => `${text.zh} (${text.en})`

/** The fields of a JSON or YAML file; a problem that names line and column when it cannot be read. */
function fieldsOf(file: string): PaperFields {
  let text: string
  try {
    if (statSync(file).size > largestFile) throw problem('paper.fields-file', 'Fields file too large', `${file} is larger than 5 MB; fields of a paper are text`)
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    if (error instanceof CommandProblem) throw error
    throw problem('paper.fields-file', 'Fields file cannot be read', error instanceof TypeError ? `${file} is not UTF-8 text; save it as UTF-8` : `${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    const value: unknown = parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as PaperFields
  } catch (error) {
    const at = (error as { linePos?: readonly { line: number; col: number }[] }).linePos?.[0]
    throw problem('paper.fields-file', 'Fields file is not JSON or YAML', `${file}${at === undefined ? '' : `, line ${at.line}, column ${at.col}`}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`, at === undefined ? {} : { line: at.line, column: at.col })
  }
  throw problem('paper.fields-file', 'Fields file holds no fields', `${file} must hold one object of fields by name; 'hj paper fields INSTRUMENT' prints its schema`)
}

/** Runs what may meet a PaperProblem and tells it as a problem document. */
async function told<T>(work: () => T | Promise<T>): Promise<T> {
  try { return await work() } catch (error) {
    if (!(error instanceof PaperProblem)) throw error
    throw problem(error.code, error.code === 'paper.unknown-instrument' ? 'No such instrument' : 'Paper not made', both(error.text), {
      ...(error.near.length > 0 ? { near: error.near } : {}), ...(error.faults.length > 0 ? { errors: error.faults.map(({ field, code, message }) => ({ field, code, message: both(message) })) } : {}),
    })
  }
}

/** All or nothing: the file appears under its name only when it is whole. */
function write(out: string, bytes: Uint8Array): void {
  let folder: string | undefined
  try {
    folder = mkdtempSync(path.join(path.dirname(out), '.hj-'))
    const whole = path.join(folder, 'paper')
    writeFileSync(whole, bytes)
    renameSync(whole, out)
  } catch (error) {
    throw problem('paper.out', 'Paper not written', `${out}: ${error instanceof Error ? error.message : String(error)}`)
  } finally { if (folder !== undefined) rmSync(folder, { recursive: true, force: true }) }
}

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { fields: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' }, proof: { type: 'boolean' } } })
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}

async function schema(instrument: string | undefined, io: Io): Promise<number> {
  if (instrument === undefined) throw new UsageError('which instrument?')
  io.out(`${JSON.stringify(await told(() => fieldsSchema(instrument)), null, 2)}\n`)
  return 0
}

async function renderOne(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = options(args)
  const [instrument, ...rest] = positionals
  if (instrument === undefined || rest.length > 0) throw new UsageError(instrument === undefined ? 'which instrument?' : `one instrument at a time, not also '${rest.join(' ')}'`)
  if (values.fields === '?' || values.fields === 'help') return schema(instrument, io)
  if (values.fields === undefined || values.out === undefined) throw new UsageError(`--${values.fields === undefined ? 'fields' : 'out'} is missing`)
  const extension = path.extname(values.out).toLowerCase()
  if (!Object.hasOwn(formats, extension)) throw new UsageError(`--out must end in .pdf, .docx or .ofd, not '${extension || values.out}'`)
  const format = formats[extension as keyof typeof formats]
  const source = path.resolve(io.cwd, values.fields)
  const out = path.resolve(io.cwd, values.out)
  const made = await told(async () => {
    const fields = readFields(instrument, fieldsOf(source))
    const faults = fieldFaults(instrument, fields)
    // A field that no template knows would silently be left out of an official paper.
    if (faults.some(({ code }) => code === 'unknown')) throw problem('paper.fields', 'Fields that the paper does not have', faults.map(({ message }) => both(message)).join('; '), { errors: faults.map(({ field, code, message }) => ({ field, code, message: both(message) })) })
    return render(instrument, fields, { format, ...(values.proof === true ? { proof: true } : {}) })
  })
  if (made.format === 'svg') throw new UsageError('--out must end in .pdf, .docx or .ofd')
  write(out, made.bytes)
  const result = { instrument, out, format, pages: made.pages, bytes: made.bytes.length, sha256: createHash('sha256').update(made.bytes).digest('hex'), ...(format === 'ofd' ? { experimental: true } : {}) }
  if (values.json === true) io.out(`${JSON.stringify(result, null, 2)}\n`)
  else io.out(`${out}  ${made.pages === null ? '' : `${made.pages} pages, `}${made.bytes.length} bytes\nsha256 ${result.sha256}\n${format === 'ofd' ? 'OFD is experimental: no open reader was at hand to prove it. The record copy is the PDF.\n' : ''}`)
  return 0
}

export const commands: readonly Command[] = [
  { words: ['paper', 'render'], usage: 'paper render INSTRUMENT --fields FILE --out FILE.pdf|.docx|.ofd [--proof] [--json]', what: 'Makes one official paper from a JSON or YAML file of fields (--fields ? prints their schema).', run: renderOne },
  { words: ['paper', 'fields'], usage: 'paper fields INSTRUMENT', what: 'Prints the JSON Schema of an instrument’s fields.', run: async (args, io) => schema(options(args).positionals[0], io) },
  {
    words: ['paper', 'list'], usage: 'paper list [--json]', what: 'Lists the instruments that have a template.',
    run: async (args, io) => {
      const all = paperInstruments()
      io.out(options(args).values.json === true ? `${JSON.stringify(all, null, 2)}\n` : all.map(({ id, title }) => `${id.padEnd(38)}${title}\n`).join(''))
      return 0
    },
  },
]
