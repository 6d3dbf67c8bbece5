// The graph of each procedure is read off its data: every act once, every edge between acts, every duty at its acts (issue 3: law library).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphOf } from './graph.ts'
import { lawbook } from './lawbook.ts'

const book = lawbook()
test('every procedure: acts once, edges between them, columns among its stages', () => {
  for (const procedure of book.procedures.values()) {
    const { nodes, edges, duties } = graphOf(procedure, book)
    const keys = new Set(nodes.map(({ key }) => key))
    assert.equal(keys.size, procedure.acts.length, procedure.id)
    for (const { from, to } of edges) assert.ok(keys.has(from) && keys.has(to) && from !== to, `${procedure.id}: ${from} → ${to}`)
    for (const { column, key } of nodes) assert.ok(column >= 0 && column < procedure.stages.length, `${procedure.id} ${key}`)
    for (const { openedBy, dischargedBy, rule } of duties) assert.ok(openedBy.length > 0 && [...openedBy, ...dischargedBy].every((key) => keys.has(key)), `${procedure.id} ${rule}`)
    assert.ok(nodes.some(({ ends }) => ends), `${procedure.id} never ends`)
  }
})
test('public interest: the reply is owed by the other organ from the service until the reply, for two months', () => {
  const procedure = book.procedures.get('administrative-public-interest')
  assert.ok(procedure)
  const { duties, edges, nodes } = graphOf(procedure, book)
  const reply = duties.find(({ rule }) => rule === 'pil-suggestion-reply')
  assert.ok(reply)
  assert.deepEqual([reply.owedBy, reply.period?.amount, reply.period?.unit, reply.dischargedBy.includes('reply')], ['other', 2, 'months', true])
  assert.ok(reply.openedBy.includes('serve') || reply.openedBy.includes('acknowledge'))
  assert.ok(edges.some(({ from, to, kind }) => from === 'accept' && to === 'file' && kind === 'waits'))
  assert.equal(nodes.find(({ key }) => key === 'file')?.decided?.level, 'chief-prosecutor')
})
