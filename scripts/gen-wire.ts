// The web may know only the HTTP API: its types are written out from the server's wire contract.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import * as law from '../packages/server/src/http/wire-law.ts'
import * as wire from '../packages/server/src/http/wire.ts'

type Schema = Keywords | boolean
/** The keywords of JSON Schema that the contract uses. */
type Keywords = {
  readonly $ref?: string; readonly const?: unknown; readonly enum?: readonly unknown[]; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[]
  readonly type?: string | readonly string[]; readonly items?: Schema; readonly properties?: Readonly<Record<string, Schema>>; readonly additionalProperties?: Schema; readonly required?: readonly string[]
}
const registry = z.registry<{ id: string }>()
const entries = Object.entries({ ...wire, ...law } as Readonly<Record<string, unknown>>).filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType)
for (const [name, schema] of entries) registry.add(schema, { id: name })
const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => id }) as { schemas: Record<string, Schema> }

const indent = (text: string): string => text.replaceAll('\n', '\n  ')
const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name))

/** One JSON Schema as a TypeScript type. Covers what the contract uses; anything else stops the generation. */
function type(schema: Schema): string {
  if (typeof schema === 'boolean' || Object.keys(schema).length === 0) return 'unknown'
  const s: Keywords = schema
  if (s.$ref) return String(s.$ref)
  if (s.const !== undefined) return JSON.stringify(s.const)
  if (s.enum) return s.enum.map((v) => JSON.stringify(v)).join(' | ')
  const either = s.anyOf ?? s.oneOf
  if (either) return either.map(type).join(' | ')
  if (s.allOf) return s.allOf.map(type).join(' & ')
  if (Array.isArray(s.type)) return s.type.map((one: string) => type({ ...s, type: one })).join(' | ')
  switch (s.type) {
    case 'string': return 'string'
    case 'number': case 'integer': return 'number'
    case 'boolean': return 'boolean'
    case 'null': return 'null'
    case 'array': { const of = type(s.items ?? {}); return /[|&]/.test(of) && !of.startsWith('{') ? `(${of})[]` : `${of}[]` }
    case 'object': {
      if (!s.properties) return `Record<string, ${type(s.additionalProperties ?? {})}>`
      const required = new Set<string>(s.required ?? [])
      const lines = Object.entries(s.properties).map(([name, of]) => `${key(name)}${required.has(name) ? '' : '?'}: ${indent(type(of))}`)
      return `{\n  ${lines.join('\n  ')}\n}`
    }
    default: throw new Error(`wire contract uses a schema that the generator does not know: ${JSON.stringify(schema).slice(0, 200)}`)
  }
}

/** The text of packages/web/src/api/wire.gen.ts. */
export function wireTypes(): string {
  const body = Object.entries(schemas).map(([name, schema]) => `export type ${name} = ${type(schema)}`).join('\n\n')
  return `// Generated from packages/server/src/http/wire.ts by \`npm run gen\`. Do not edit.\n\n${body}\n`
}

export const target = path.join(import.meta.dirname, '../packages/web/src/api/wire.gen.ts')
export const write = (): void => writeFileSync(target, wireTypes())
