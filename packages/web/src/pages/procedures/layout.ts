// Where the graph of a procedure stands on paper: stages from left to right, one lane for each side, duties as bars below. Numbers in pixels at 100 %.
import type { GraphDuty, GraphNode, ProcedureGraph } from '../../api/wire.gen.ts'

export type Lane = GraphNode['lane']
export type Placed = { readonly node: GraphNode; readonly x: number; readonly y: number }
export type Line = { readonly from: string; readonly to: string; readonly kind: 'of' | 'waits'; readonly path: string }
export type Clock = { readonly duty: GraphDuty; readonly x: number; readonly width: number; readonly y: number; /** No act of the graph ends it. */ readonly open: boolean }
export type Layout = {
  readonly width: number
  readonly height: number
  readonly columns: readonly { readonly x: number; readonly width: number; readonly title: ProcedureGraph['stages'][number] }[]
  readonly lanes: readonly { readonly lane: Lane; readonly y: number; readonly height: number }[]
  readonly nodes: readonly Placed[]
  readonly lines: readonly Line[]
  readonly clocks: readonly Clock[]
  readonly clocksAt: number
  /** Acts that no stage and no other act has to come before. */
  readonly anyTime: readonly GraphNode[]
}

export const size = { width: 126, height: 42, gapX: 26, gapY: 10, label: 78, head: 30, pad: 12, row: 26, most: 5 } as const
const lanes: readonly Lane[] = ['procuratorate', 'other', 'congress']

/** Acts that stand outside of the order of things: they wait for nothing and lead to no stage. */
export const isAnyTime = (node: GraphNode, graph: Pick<ProcedureGraph, 'edges'>): boolean => !node.moves && !node.opens && !node.ends && !graph.edges.some(({ to }) => to === node.key)

/** A curve from the right edge of one act to the left edge of another; back in time it goes around below. */
function curve(a: Placed, b: Placed): string {
  const [x1, y1, x2, y2] = [a.x + size.width, a.y + size.height / 2, b.x, b.y + size.height / 2]
  if (a.x === b.x) { const bend = a.x + size.width + 18; return `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${b.x + size.width} ${y2}` }
  if (x2 > x1) { const bend = Math.min(60, (x2 - x1) / 2 + 8); return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}` }
  const low = Math.max(a.y, b.y) + size.height + 16
  return `M${a.x + size.width / 2} ${a.y + size.height}C${a.x + size.width / 2} ${low + 14} ${b.x + size.width / 2} ${low + 14} ${b.x + size.width / 2} ${b.y + size.height}`
}

/** Bars into as few rows as do not touch. */
function rowsOf(bars: readonly { readonly duty: GraphDuty; readonly x: number; readonly width: number; readonly open: boolean }[], top: number): readonly Clock[] {
  const ends: number[] = []
  return bars.toSorted((a, b) => a.x - b.x || a.width - b.width).map((bar) => {
    const free = ends.findIndex((end) => end + 10 <= bar.x)
    const row = free < 0 ? ends.length : free
    ends[row] = bar.x + bar.width
    return { ...bar, y: top + row * size.row }
  })
}

/** The room that the words on a bar need. */
const roomOf = (duty: GraphDuty, say: (duty: GraphDuty) => string): number => [...say(duty)].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 12.2 : 6.8), 34)

export function layoutOf(graph: ProcedureGraph, say: (duty: GraphDuty) => string): Layout {
  const anyTime = graph.nodes.filter((node) => isAnyTime(node, graph))
  const ordered = graph.nodes.filter((node) => !anyTime.includes(node))
  const cell = (lane: Lane, column: number): readonly GraphNode[] => ordered.filter((node) => node.lane === lane && node.column === column)
  const used = lanes.filter((lane) => ordered.some((node) => node.lane === lane))
  const rows = new Map(used.map((lane) => [lane, Math.min(size.most, Math.max(...graph.stages.map((_, i) => cell(lane, i).length)))]))
  let x: number = size.label + size.pad
  const columns = graph.stages.map((title, i) => {
    const subs = Math.max(1, ...used.map((lane) => Math.ceil(cell(lane, i).length / (rows.get(lane) ?? 1))))
    const column = { x, width: subs * size.width + (subs - 1) * size.gapX / 2, title }
    x += column.width + size.gapX
    return column
  })
  let y: number = size.head
  const bands = used.map((lane) => {
    const height = (rows.get(lane) ?? 1) * (size.height + size.gapY) + size.gapY
    const band = { lane, y, height }
    y += height
    return band
  })
  const nodes = bands.flatMap(({ lane, y: top }) => columns.flatMap((column, i) => cell(lane, i).map((node, n): Placed => {
    const most = rows.get(lane) ?? 1
    return { node, x: column.x + Math.floor(n / most) * (size.width + size.gapX / 2), y: top + size.gapY + (n % most) * (size.height + size.gapY) }
  })))
  const at = new Map(nodes.map((placed) => [placed.node.key, placed]))
  const lines = graph.edges.flatMap(({ from, to, kind }): Line[] => { const [a, b] = [at.get(from), at.get(to)]; return a === undefined || b === undefined ? [] : [{ from, to, kind, path: curve(a, b) }] })
  const bars = graph.clocks.map((duty) => {
    const opened = duty.openedBy.flatMap((key) => at.get(key) ?? [])
    const begin = opened.length === 0 ? size.label + size.pad : Math.min(...opened.map((one) => one.x)) + size.width / 2
    const ends = duty.dischargedBy.flatMap((key) => at.get(key) ?? []).map((one) => one.x + size.width / 2).filter((end) => end > begin)
    const room = roomOf(duty, say)
    return { duty, x: begin, width: Math.max(room, ends.length === 0 ? 0 : Math.min(...ends) - begin), open: ends.length === 0 }
  })
  const clocksAt = y + size.pad
  const clocks = rowsOf(bars, clocksAt + 4)
  const bottom = clocks.length === 0 ? y : Math.max(...clocks.map((clock) => clock.y)) + size.row
  return { width: Math.max(x, ...clocks.map((clock) => clock.x + clock.width + size.pad)), height: bottom + size.pad, columns, lanes: bands, nodes, lines, clocks, clocksAt, anyTime }
}

/** A title in at most two lines of so many half-width signs. */
export function lines(title: string, width = 17): readonly string[] {
  const wide = (sign: string): number => (sign.charCodeAt(0) > 0x2e80 ? 2 : 1)
  const out = ['']
  let used = 0
  const pieces = /\p{Script=Han}/u.test(title) ? [...title] : title.split(/(?<= )/)
  for (const piece of pieces) {
    const length = [...piece].reduce((sum, sign) => sum + wide(sign), 0)
    if (used > 0 && used + length > width) {
      if (out.length === 2) { out[1] = `${(out[1] ?? '').trimEnd()}…`; return out }
      out.push('')
      used = 0
    }
    out[out.length - 1] += piece
    used += length
  }
  return out.map((line) => line.trimEnd())
}
