// No two acts in one place, everything inside the paper, every line between acts that are drawn (M: graph of each procedure from its data).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphOf, lawbook } from '@hengjian/law'
import type { ProcedureGraph } from '../../api/wire.gen.ts'
import { layoutOf, lines, size } from './layout.ts'

const none = { zh: '', en: '' }
const graphs = [...lawbook().procedures.values()].map((procedure): ProcedureGraph => {
  const graph = graphOf(procedure, lawbook())
  return { ...graph, area: '', articles: [], mission: [], acts: 0, duties: 0, governedBy: '', subjects: [], line: [], stages: [...graph.stages], edges: [...graph.edges],
    nodes: graph.nodes.map((node) => ({ ...node, who: none, power: null, instruments: [], needs: [], form: [], begins: [] })), clocks: graph.duties.map((duty) => ({ ...duty, title: none, lane: duty.owedBy, period: null, chip: none, openedBy: [...duty.openedBy], dischargedBy: [...duty.dischargedBy], weak: false })) }
})

test('every procedure of the rulebook is drawn without acts on top of one another', () => {
  assert.ok(graphs.length >= 3)
  for (const graph of graphs) {
    const { nodes, anyTime, width, height, lines: edges, clocks } = layoutOf(graph, ({ obligation }) => obligation.zh)
    assert.equal(nodes.length + anyTime.length, graph.nodes.length, graph.id)
    for (const [i, a] of nodes.entries()) {
      assert.ok(a.x >= size.label && a.x + size.width <= width && a.y >= size.head && a.y + size.height <= height, `${graph.id} ${a.node.key}`)
      for (const b of nodes.slice(i + 1)) assert.ok(Math.abs(a.x - b.x) >= size.width || Math.abs(a.y - b.y) >= size.height, `${graph.id}: ${a.node.key} on ${b.node.key}`)
    }
    for (const [i, a] of clocks.entries()) for (const b of clocks.slice(i + 1)) assert.ok(a.y !== b.y || a.x + a.width <= b.x || b.x + b.width <= a.x, `${graph.id}: ${a.duty.rule} on ${b.duty.rule}`)
    const drawn = new Set(nodes.map(({ node }) => node.key))
    for (const { from, to } of edges) assert.ok(drawn.has(from) && drawn.has(to), `${from} ${to}`)
  }
})

test('a title breaks into two lines and is cut with an ellipsis', () => {
  assert.deepEqual(lines('立案'), ['立案'])
  assert.deepEqual(lines('报请上一级人民检察院备案'), ['报请上一级人民检', '察院备案'])
  assert.equal(lines('一二三四五六七八九十一二三四五六七八九十').at(-1)?.endsWith('…'), true)
})
