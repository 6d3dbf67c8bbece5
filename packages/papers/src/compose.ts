import { isEmpty, type AnswerValue, type DemandValue } from './fields.ts'
import { withPlaceholders } from './glyphs.ts'
import { inWords, ordinal } from './numbering.ts'
import type { PaperFields } from './paper.ts'
import type { Block, Cell, Mark, Sheet, Span } from './sheet.ts'
import { words } from './words.ts'
import type { BodyEntry, Pieces, Template } from './template.ts'

const timePhrase = /(?<!\d)\d{1,2}月\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:以前|以来|前|后)?|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:至(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)?(?:以前|以来|前|后)?/gu
const endsSentence = /[。！？；：]["”』）)]?$/u

/** A field's text, one line only: what stood on several lines is joined. */
const line = (value: unknown): string => withPlaceholders(String(value)).replace(/\s*[\r\n\u2028\u2029]+\s*/g, '').trim()
const paragraphs = (text: string): readonly string[] => withPlaceholders(text).split(/\r\n|[\r\n\u2028\u2029]+/).map((part) => part.trim()).filter((part) => part !== '')

/** A whole sentence stands by itself; anything else is put into the template's sentence. */
const isSentence = (value: string, phrase: string): boolean => endsSentence.test(value) || /[\r\n]/.test(value) || (words.starters[phrase.slice(0, 2)] ?? []).some((word) => value.startsWith(word))

/** Marks what is data inside running text: the addressee's name and points in time. */
function marked(text: string, party: string): readonly Span[] {
  const spans: Span[] = []
  const plain = (part: string): void => {
    let from = 0
    for (const match of part.matchAll(timePhrase)) {
      if (match.index > from) spans.push({ t: part.slice(from, match.index) })
      spans.push({ t: match[0], m: 'time' })
      from = match.index + match[0].length
    }
    if (from < part.length) spans.push({ t: part.slice(from) })
  }
  if (party.length < 4) plain(text)
  else text.split(party).forEach((part, i) => { if (i > 0) spans.push({ t: party, m: 'party' }); plain(part) })
  return spans
}

const cleanEnd = (text: string): string => text.replace(/[。；，,;.\s]+$/u, '')

class Composer {
  readonly #template: Template
  readonly #fields: PaperFields
  readonly #party: string

  constructor(template: Template, fields: PaperFields) {
    this.#template = template
    this.#fields = fields
    this.#party = this.has('to') ? line(fields['to']) : ''
  }

  has(name: string): boolean { return !isEmpty(this.#fields[name]) }
  #required(name: string): boolean { return this.#template.fields.find((field) => field.name === name)?.required === true }
  #label(name: string): string { return this.#template.fields.find((field) => field.name === name)?.label.zh ?? name }
  blank(name: string): Span { return { t: this.#template.words.blank.replace('{label}', this.#label(name)), m: 'blank' } }
  text(name: string): string { return this.has(name) ? line(this.#fields[name]) : '' }
  day(name: string): string { return this.has(name) ? inWords(String(this.#fields[name])) : '' }
  list(name: string): readonly string[] { return this.has(name) ? (this.#fields[name] as readonly unknown[]).map(line).filter((one) => one !== '') : [] }
  value(name: string, mark?: Mark): Span { return this.has(name) ? { t: this.text(name), ...(mark === undefined ? {} : { m: mark }) } : this.blank(name) }
  title(): string { return this.has('title') ? this.text('title') : this.#template.titleAbout === undefined ? this.#template.title : this.#template.titleAbout.replace(/\{(\w+)\}/, (_, name: string) => (this.has(name) ? this.text(name) : this.blank(name).t)) }

  /** A template's paragraph with its fields put in; several when a field has several. Nothing when its optional fields are empty. */
  #paragraphs(pattern: string, end: string = '。'): readonly Block[] {
    const names = [...pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
    if (names.length > 0 && names.every((name) => !this.has(name) && !this.#required(name))) return []
    const out: Span[][] = [[]]
    for (const part of pattern.split(/(\{\w+\})/)) {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      const at = out.at(-1) as Span[]
      if (name === undefined) at.push({ t: /[前内]$/u.test(at.at(-1)?.t ?? '') ? part.replace(/^内/u, '') : part })
      else if (!this.has(name)) at.push(this.blank(name))
      else paragraphs(String(this.#fields[name])).forEach((text, i) => { if (i === 0) at.push(...marked(text, this.#party)); else out.push([...marked(text, this.#party)]) })
    }
    return out.map((spans) => ({ kind: 'paragraph', spans: closed(spans.filter((span) => span.t !== ''), end) }))
  }

  #pieces(pieces: Pieces, values: Readonly<Record<string, string | undefined>>, mark: Mark): readonly Span[] {
    return Object.entries(pieces).flatMap(([name, pattern]): readonly Span[] => {
      if (!pattern.includes('{')) return name === 'end' ? [{ t: pattern }] : []
      if (/\{(\w+)\}/.exec(pattern) === null || [...pattern.matchAll(/\{(\w+)\}/g)].some((match) => isEmpty(values[match[1] ?? '']))) return []
      return pattern.split(/(\{\w+\})/).filter((part) => part !== '').map((part) => {
        const field = /^\{(\w+)\}$/.exec(part)?.[1]
        return field === undefined ? { t: part } : { t: values[field] ?? '', m: field === 'by' || field === 'plannedBy' ? 'time' : mark }
      })
    })
  }

  #demands(name: string, pieces: Pieces): readonly Block[] {
    if (!this.has(name)) return this.#required(name) ? [{ kind: 'paragraph', spans: [this.blank(name)] }] : []
    return (this.#fields[name] as readonly DemandValue[]).map((demand, i) => {
      const full = !isEmpty(demand.standard) && !isEmpty(demand.by)
      const values = { text: cleanEnd(line(demand.text)), standard: isEmpty(demand.standard) ? undefined : cleanEnd(line(demand.standard)), by: isEmpty(demand.by) ? undefined : inWords(String(demand.by)) }
      return { kind: 'paragraph', spans: joinTime([{ t: `${ordinal(i + 1)}、`, f: 'hei' }, ...this.#pieces(pieces, values, full ? 'demand' : 'bad')]) }
    })
  }

  #answers(name: string): readonly Block[] {
    if (!this.has(name)) return [{ kind: 'paragraph', spans: [this.blank(name)] }]
    const { answer, answerStates } = this.#template
    return (this.#fields[name] as readonly AnswerValue[]).map((one) => {
      const values = { state: answerStates?.[one.state] ?? one.state, text: cleanEnd(line(one.text)), plannedBy: isEmpty(one.plannedBy) ? undefined : inWords(String(one.plannedBy)) }
      return { kind: 'paragraph', spans: joinTime([{ t: `${ordinal(one.demand)}、`, f: 'hei' }, ...this.#pieces(answer ?? {}, values, 'demand')]) }
    })
  }

  #entry(entry: BodyEntry): readonly Block[] {
    if (typeof entry === 'string') return this.#paragraphs(entry)
    if ('phrase' in entry) {
      const first = /\{(\w+)\}/.exec(entry.phrase)?.[1] ?? ''
      return this.has(first) && isSentence(String(this.#fields[first]).trim(), entry.phrase) ? this.#paragraphs(entry.sentence, entry.end) : this.#paragraphs(entry.phrase)
    }
    if ('heading' in entry) return entry.with !== undefined && !this.has(entry.with) ? [] : [{ kind: 'paragraph', spans: [{ t: entry.heading, f: 'hei' }] }]
    if ('demands' in entry) { const { demands, ...pieces } = entry; return this.#demands(demands, pieces) }
    if ('answers' in entry) return this.#answers(entry.answers)
    return this.has(entry.rows) ? [{ kind: 'table', head: this.#template.words.columns, rows: (this.#fields[entry.rows] as readonly (readonly string[])[]).map((row) => row.map(line)) }] : []
  }

  blocks(): readonly Block[] { return this.#template.body.flatMap((entry) => this.#entry(entry)) }

  form(): readonly (readonly Cell[])[] {
    const cell = (name: string): Cell => {
      const kind = this.#template.fields.find((field) => field.name === name)?.kind
      const spans: readonly Span[] = !this.has(name) ? (this.#required(name) ? [this.blank(name)] : []) : kind === 'day' ? [{ t: this.day(name), m: 'time' }] : marked(this.text(name), this.#party)
      return { label: this.#label(name), spans }
    }
    return (this.#template.form ?? []).map((row) => (typeof row === 'string' ? [cell(row)] : row.map(cell)))
  }
}

/** A paragraph that its writer left without an end gets one. */
const closed = (spans: readonly Span[], end: string): readonly Span[] => { const last = spans.at(-1); return last === undefined || last.m === 'blank' || /[。！？；：…，、][”』）)]?$/u.test(last.t) ? spans : [...spans, { t: end }] }

/** A word such as 前 that follows a date belongs to it. */
const joinTime = (spans: readonly Span[]): readonly Span[] => spans.reduce<readonly Span[]>((all, span) => {
  const last = all.at(-1)
  return last?.m === 'time' && span.m === undefined && span.t.startsWith('前') ? [...all.slice(0, -1), { ...last, t: `${last.t}前` }, { t: span.t.slice(1) }] : [...all, span]
}, [])

/** Puts fields into a template. Missing fields become blanks to be filled; whether that is allowed is the caller's question. */
export function compose(template: Template, fields: PaperFields): Sheet {
  const at = new Composer(template, fields)
  const { words } = template
  const [year = 1970, month = 1, day = 1] = at.has('date') ? String(fields['date']).split('-').map(Number) : []
  const copies = at.list('copies')
  return {
    style: template.style,
    organ: at.value('organ').t,
    title: at.title(),
    docNo: at.has('docNo') ? { t: at.text('docNo') } : { t: words.noNumber.replace('{year}', String(year)), m: 'blank' },
    signer: at.has('signer') ? `${words.signer}${at.text('signer')}` : null,
    to: words.to.split('{to}').flatMap((part, i) => [...(i > 0 ? [at.value('to', 'party')] : []), ...(part === '' ? [] : [{ t: part }])]),
    blocks: at.blocks(),
    form: at.form(),
    attachments: { lead: words.attachment, items: at.list('attachments') },
    signature: { organ: at.value('organ').t, date: at.has('date') ? at.day('date') : at.blank('date').t, seal: fields['seal'] === true },
    contact: at.has('contact') ? words.contact.replace('{contact}', () => at.text('contact')) : null,
    copies: copies.length === 0 ? null : `${words.copies}${copies.join('，')}。`,
    day: { year, month, day },
  }
}
