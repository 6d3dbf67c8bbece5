// The OpenAPI 3.1 document, read off the doors: what is described is what is mounted.
import { z } from 'zod'
import type { Door } from './door.ts'
import * as law from './wire-law.ts'
import * as wire from './wire.ts'

type Json = Readonly<Record<string, unknown>>
const ref = (id: string): Json => ({ $ref: `#/components/schemas/${id}` })
const pathOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}')
/** A stable name for an operation: 'POST /api/matters/:id/acts' → 'postMattersIdActs'. */
const nameOf = ({ method, path }: Door): string => method.toLowerCase() + path.slice(4).split(/[/.:]+/).filter((part) => part !== '').map((part) => part[0]?.toUpperCase() + part.slice(1)).join('')

const header = (name: string, required: boolean, description: string): Json => ({ name, in: 'header', required, schema: { type: 'string' }, description })

/** Parameters of one place from the members of an object schema. */
function parameters(place: 'path' | 'query', schema: z.ZodType): readonly Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, of]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: of }))
}

export function openApi(doors: readonly Door[], version: string): Json {
  const registry = z.registry<{ id: string }>()
  const idOf = new Map<z.ZodType, string>()
  const register = (schema: z.ZodType, id: string): string => {
    const known = idOf.get(schema)
    if (known !== undefined) return known
    registry.add(schema, { id })
    idOf.set(schema, id)
    return id
  }
  for (const [name, schema] of Object.entries({ ...wire, ...law })) if (schema instanceof z.ZodType) register(schema, name)
  const paths: Record<string, Record<string, Json>> = {}
  for (const door of doors) {
    const name = nameOf(door)
    const answer = door.answer === null ? null : register(door.answer, `${name}Answer`)
    const body = door.body === null || door.body === 'bytes' ? null : register(door.body, `${name}Body`)
    const problem = { description: 'RFC 9457 problem', content: { 'application/problem+json': { schema: ref('Problem') } } }
    ;(paths[pathOf(door.path)] ??= {})[door.method.toLowerCase()] = {
      operationId: name, summary: door.what, tags: [door.tag],
      ...(door.open ? { security: [] } : {}),
      parameters: [
        ...parameters('path', door.params), ...parameters('query', door.query),
        ...(door.write === null || door.open ? [] : [header('x-csrf-token', true, 'The token in the answer to signing in.')]),
        ...(door.write === null || door.write === 'free' ? [] : [header('idempotency-key', true, 'The same key twice is the same act once.')]),
        ...(door.write === 'act' ? [header('if-match', true, 'The version of the matter that was seen, in quotes.')] : []),
      ],
      ...(door.body === null ? {} : { requestBody: { required: true, content: body === null ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : { 'application/json': { schema: ref(body) } } } }),
      responses: {
        [answer === null && door.answerType === undefined ? 204 : door.status]: { description: door.what, ...(answer === null ? door.answerType === undefined ? {} : { content: { [door.answerType]: { schema: { type: 'string' } } } } : { content: { 'application/json': { schema: ref(answer) } } }) },
        default: problem,
      },
    }
  }
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}`, unrepresentable: 'any' }) as { schemas: Record<string, Json> }
  return {
    openapi: '3.1.0', info: { title: 'Hengjian 衡鉴', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } }, paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema' && name !== '$id'))])),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'hj_session' } },
    },
    security: [{ session: [] }],
  }
}
