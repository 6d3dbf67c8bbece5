// Looking things up in the law from a shell: by words, and a procedure as its graph.
import { parseArgs } from 'node:util'
import { entriesOf, find, graphOf, lawbook, periodZh, type Graph, type GraphNode } from '@hengjian/law'
import { UsageError, type Command, type Io } from './command.ts'
import { known } from './law-problem.ts'

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' }, dot: { type: 'boolean' }, limit: { type: 'string' } } })
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}

async function search(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = options(args)
  const query = positionals.join(' ')
  const limit = Number(values.limit ?? 20)
  if (query.trim() === '') throw new UsageError('which words?')
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError(`--limit: '${values.limit}' is not a number from 1 on`)
  const hits = find(entriesOf(lawbook()), query, limit)
  if (values.json === true) { io.out(`${JSON.stringify({ query, hits }, null, 2)}\n`); return 0 }
  for (const { kind, id, title, note, excerpt } of hits) io.out(`${kind.padEnd(11)}${id.padEnd(42)}${title.zh} (${title.en})  ${note.zh}\n${excerpt === null ? '' : `           ${excerpt}\n`}`)
  if (hits.length === 0) io.err(`nothing in the law has the words '${query}'\n`)
  return hits.length === 0 ? 1 : 0
}

const quote = (text: string): string => `"${text.replaceAll('"', '\\"')}"`
const shapes = { procuratorate: 'box', other: 'box, style=rounded', congress: 'hexagon' } as const

/** The graph in the language of Graphviz: a cluster for each stage, dotted lines to what an act is about, clocks for duties. */
function dot({ id, title, stages, nodes, edges, duties }: Graph): string {
  return [
    `digraph ${quote(id)} {`, `  rankdir=LR; label=${quote(`${title.zh} ${title.en}`)}; node [fontname="Noto Sans CJK SC"];`,
    ...stages.flatMap((stage, i) => [`  subgraph cluster_${i} { label=${quote(stage.title.zh)};`, ...nodes.filter(({ column }) => column === i).map(({ key, title: name, lane, ends }) => `    ${quote(key)} [label=${quote(name.zh)}, shape=${shapes[lane]}${ends ? ', peripheries=2' : ''}];`), '  }']),
    ...edges.map(({ from, to, kind }) => `  ${quote(from)} -> ${quote(to)}${kind === 'of' ? ' [style=dotted]' : ''};`),
    ...duties.flatMap(({ rule, obligation, period, openedBy, dischargedBy }, i) => [
      `  duty_${i} [label=${quote(`${obligation.zh}${period === null ? '' : ` ${periodZh(period)}`}\\n${rule}`)}, shape=note];`, ...openedBy.map((key) => `  ${quote(key)} -> duty_${i} [color=grey];`), ...dischargedBy.map((key) => `  duty_${i} -> ${quote(key)} [color=grey, arrowhead=tee];`),
    ]), '}', '',
  ].join('\n')
}

const line = ({ key, title, lane, decided, ends }: GraphNode): string => `    ${key.padEnd(26)}${title.zh}  [${lane}]${decided === null ? '' : `  ${decided.provision} ${decided.level}`}${ends ? '  ■' : ''}`
function shown({ id, title, stages, nodes, edges, duties }: Graph): string {
  const waits = (key: string): string => { const first = edges.filter(({ to, kind }) => to === key && kind === 'waits').map(({ from }) => from); return first.length === 0 ? '' : `\n      ← ${first.join(', ')}` }
  return [
    `${id}  ${title.zh} (${title.en})`, ...stages.flatMap((stage, i) => ['', `  ${stage.title.zh} (${stage.title.en})`, ...nodes.filter(({ column }) => column === i).map((node) => line(node) + waits(node.key))]),
    '', ...duties.map(({ rule, obligation, period, owedBy, openedBy, dischargedBy }) => `  ◷ ${rule.padEnd(38)}${period === null ? '—' : periodZh(period)}  ${obligation.zh}  [${owedBy}]  ${openedBy.join('|')} → ${dischargedBy.join('|')}`), '',
  ].join('\n')
}

async function graph(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals: [id, ...rest] } = options(args)
  if (id === undefined || rest.length > 0) throw new UsageError(id === undefined ? 'which procedure?' : `one procedure at a time, not also '${rest.join(' ')}'`)
  const book = lawbook()
  const made = graphOf(known(book.procedures, id, 'procedure', 'hj law search'), book)
  io.out(values.json === true ? `${JSON.stringify(made, null, 2)}\n` : values.dot === true ? dot(made) : shown(made))
  return 0
}

export const libraryCommands: readonly Command[] = [
  { words: ['law', 'search'], usage: 'law search WORDS… [--limit N] [--json]', what: 'Finds rules, provisions, procedures, instruments, powers and words; 第21条, 二十一条 and 21 are one article.', run: search },
  { words: ['law', 'graph'], usage: 'law graph PROCEDURE [--dot] [--json]', what: 'Shows a kind of matter as its graph: acts by stage, what they wait for, the duties between them.', run: graph },
]
