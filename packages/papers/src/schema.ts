import type { FieldKind, PaperFields } from './paper.ts'
import { templateOf } from './template.ts'

const day = { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const text = { type: 'string' }

function shape(kind: FieldKind): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'text': case 'long-text': return text
    case 'day': return day
    case 'texts': return { type: 'array', items: text }
    case 'demands': return { type: 'array', items: { type: 'object', required: ['no', 'text'], properties: { no: { type: 'integer', minimum: 1 }, text, standard: text, by: day, verifiedHow: text } } }
    case 'answers': return { type: 'array', items: { type: 'object', required: ['demand', 'state', 'text'], properties: { demand: { type: 'integer', minimum: 1 }, state: { enum: ['done', 'partly', 'planned', 'disagreed'] }, text, plannedBy: day } } }
    case 'rows': return { type: 'array', items: { type: 'array', items: text, minItems: 3, maxItems: 3 } }
    case 'yes-no': return { type: 'boolean' }
  }
}

/** The JSON Schema (2020-12) of an instrument's fields, with the labels of the paper and the required elements of the law. */
export function fieldsSchema(instrument: string): Readonly<Record<string, unknown>> {
  const { fields, title } = templateOf(instrument)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema', title: `${title} (${instrument})`, type: 'object', additionalProperties: false,
    required: fields.filter((field) => field.required === true).map((field) => field.name),
    properties: Object.fromEntries(fields.map((field) => [field.name, {
      ...shape(field.kind), title: field.label.zh, description: [field.label.en, ...(field.elements === undefined ? [] : [`required element: ${field.elements.join('；')}`]), ...(field.why === undefined ? [] : [`${field.why.zh} / ${field.why.en}`])].join('; '),
      ...(field.kind === 'text' || field.kind === 'long-text' ? { maxLength: field.longest ?? 20_000 } : {}),
    }])),
  }
}

/** Fields as people write them in a file: a field may be called by its name, by its label or by the required element it fulfils; a list of plain sentences is a list of demands. */
export function readFields(instrument: string, written: PaperFields): PaperFields {
  const { fields } = templateOf(instrument)
  return Object.fromEntries(Object.entries(written).map(([name, value]) => {
    const field = fields.find((one) => one.name === name) ?? fields.find((one) => one.label.zh === name) ?? fields.find((one) => one.required === true && one.elements?.includes(name)) ?? fields.find((one) => one.elements?.includes(name))
    if (field === undefined) return [name, value]
    if (field.kind === 'demands' && Array.isArray(value)) return [field.name, value.map((one: unknown, i) => (typeof one === 'string' ? { no: i + 1, text: one } : typeof one === 'object' && one !== null && !('no' in one) ? { no: i + 1, ...one } : one))]
    if (field.kind === 'texts' && typeof value === 'string') return [field.name, [value]]
    return [field.name, value]
  }))
}
