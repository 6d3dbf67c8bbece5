/** Why a value has no canonical form: a lone surrogate, a NUL (the database keeps none), a number that JSON has no sign for, too deep, or something that is not JSON. */
export class NotCanonical extends Error {
  readonly at: string
  readonly fault: 'surrogate' | 'nul' | 'number' | 'depth' | 'kind'
  constructor(at: string, fault: NotCanonical['fault']) {
    super(`${at}: ${fault}`)
    this.at = at
    this.fault = fault
  }
}

const deepest = 64

function text(value: string, at: string): string {
  if (!value.isWellFormed()) throw new NotCanonical(at, 'surrogate')
  if (value.includes('\u0000')) throw new NotCanonical(at, 'nul')
  return JSON.stringify(value)
}

function write(value: unknown, at: string, depth: number): string {
  if (depth > deepest) throw new NotCanonical(at, 'depth')
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string': return text(value, at)
    case 'boolean': return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(at, 'number')
      return JSON.stringify(value)
    case 'object': {
      if (Array.isArray(value)) return `[${value.map((one, i) => write(one === undefined ? null : one, `${at}[${i}]`, depth + 1)).join(',')}]`
      const all = value as Readonly<Record<string, unknown>>
      // Order of UTF-16 code units, which is what sort() does without a comparison.
      return `{${Object.keys(all).filter((key) => all[key] !== undefined).sort().map((key) => `${text(key, at)}:${write(all[key], at === '' ? key : `${at}.${key}`, depth + 1)}`).join(',')}}`
    }
    default: throw new NotCanonical(at, 'kind')
  }
}

/**
 * The one spelling of a JSON value (RFC 8785): keys sorted, no spaces, numbers as ECMAScript writes them. Members that are `undefined` are left out.
 * Throws NotCanonical, naming the place, for what two programs might spell in two ways.
 */
export const canonical = (value: unknown): string => write(value, '', 0)
