import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ProcedureGraph } from '../../api/wire.gen.ts'
import { singleKeys } from '../../shell/look.ts'
import { useText, useWords } from '../../words/words.ts'
import { layoutOf, lines, size, type Clock, type Placed } from './layout.ts'

/** The graph of a procedure: acts in the column of their stage and the lane of their side, what they wait for, duties as bars below. */
export const Graph = ({ graph, chosen, zoom, onChoose }: { readonly graph: ProcedureGraph; readonly chosen: string | undefined; /** 0 fits the width. */ readonly zoom: number; readonly onChoose: (key: string) => void }) => {
  const { library: { graph: words } } = useWords()
  const text = useText()
  const say = (duty: Clock['duty']): string => `${text(duty.title)}${duty.period === null ? '' : ` ${text(duty.period)}`}`
  const plan = layoutOf(graph, say)
  const frame = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(900)
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 900))
    if (frame.current !== null) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])
  const scale = zoom === 0 ? room / plan.width : zoom
  const wide = plan.width - size.label
  const order = plan.nodes.toSorted((a, b) => a.node.column - b.node.column || a.y - b.y || a.x - b.x)
  useEffect(() => { if (chosen !== undefined) frame.current?.querySelector(`[data-node="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' }) }, [chosen])
  const keys = (event: KeyboardEvent<SVGSVGElement>): void => {
    const key = event.key.toLowerCase()
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' || (singleKeys() && key === 'j') ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' || (singleKeys() && key === 'k') ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const i = order.findIndex(({ node }) => node.key === (document.activeElement as SVGElement | null)?.dataset.node)
    const next = order[Math.max(0, Math.min(order.length - 1, i + step))]
    if (next !== undefined) { frame.current?.querySelector<SVGElement>(`[data-node="${CSS.escape(next.node.key)}"]`)?.focus(); onChoose(next.node.key) }
  }
  const near = new Set(plan.lines.flatMap(({ from, to }) => (from === chosen ? [to] : to === chosen ? [from] : [])))
  const first = chosen ?? order[0]?.node.key
  return (
    <div className='gframe scroll' ref={frame}>
      <div className='gsheet' style={{ width: plan.width * scale }}>
      {/* The names of the lanes stay at the left while the stages move. */}
      <svg aria-hidden='true' className='pgraph gutter' viewBox={`0 0 ${size.label} ${plan.height}`} style={{ width: `${(size.label / plan.width) * 100}%` }}>
        <rect className='ground' width={size.label} height={plan.height} />
        {plan.lanes.map(({ lane, y, height }) => <g key={lane} className={`lane ${lane}`}><rect x='0' y={y} width={size.label} height={height} /><rect x='0' y={y} width='4' height={height} className='edge' />{lines(words.lanes[lane], 11).map((row, i) => <text key={row} x='13' y={y + 22 + i * 16}>{row}</text>)}</g>)}
        <text x='13' y={plan.clocksAt + 18} className='lab'>{words.clocks}</text>
      </svg>
      <svg role='group' aria-label={words.label(text(graph.title))} viewBox={`${size.label} 0 ${wide} ${plan.height}`} className={chosen === undefined ? 'pgraph' : 'pgraph some'} style={{ width: `${(wide / plan.width) * 100}%` }} onKeyDown={keys}>
        <defs>{(['', 'on'] as const).map((id) => <marker key={id} id={`arrow${id}`} viewBox='0 0 8 8' refX='7' refY='4' markerWidth='6' markerHeight='6' orient='auto-start-reverse'><path d='M0 .8 7 4 0 7.2z' className={`tip ${id}`} /></marker>)}</defs>
        {plan.lanes.map(({ lane, y, height }) => <g key={lane} className={`lane ${lane}`}><rect x='0' y={y} width={plan.width} height={height} /></g>)}
        {plan.columns.map(({ x, width, title }, i) => <g key={title.id} className='stage'><text x={x} y='19'>{text(title.title)}</text><path d={`M${x} 26h${width}`} />{i > 0 && <path className='rule' d={`M${x - size.gapX / 2} 30V${plan.clocksAt - size.pad}`} />}</g>)}
        <g aria-hidden='true'>{plan.lines.map(({ from, to, kind, path }) => { const on = from === chosen || to === chosen; return <path key={`${from} ${to}`} className={`line ${kind}${on ? ' on' : ''}`} d={path} markerEnd={`url(#arrow${on ? 'on' : ''})`} /> })}</g>
        {plan.nodes.map((placed) => <Node key={placed.node.key} placed={placed} chosen={placed.node.key === chosen} near={near.has(placed.node.key)} tab={placed.node.key === first} onChoose={onChoose} />)}
        <g className='clocks'>{plan.clocks.map((clock, i) => <Bar key={i} clock={clock} say={say(clock.duty)} on={chosen !== undefined && (clock.duty.openedBy.includes(chosen) || clock.duty.dischargedBy.includes(chosen))} />)}</g>
      </svg>
      </div>
    </div>
  )
}

const Node = ({ placed: { node, x, y }, chosen, near, tab, onChoose }: { readonly placed: Placed; readonly chosen: boolean; readonly near: boolean; readonly tab: boolean; readonly onChoose: (key: string) => void }) => {
  const { library: { graph: words } } = useWords()
  const text = useText()
  const title = text(node.title)
  const rows = lines(title)
  const said = [title, words.lanes[node.lane], node.ends ? words.closes : '', node.opens ? words.opening : ''].filter((part) => part !== '').join('，')
  return (
    <g className={`node ${node.lane}${chosen ? ' on' : ''}${near ? ' near' : ''}${node.ends ? ' ends' : ''}${node.opens ? ' opens' : ''}`} role='button' tabIndex={tab ? 0 : -1} data-node={node.key} aria-label={said} aria-pressed={chosen} transform={`translate(${x} ${y})`} onClick={() => onChoose(node.key)}
      onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onChoose(node.key) } }}>
      <title>{title}</title>
      <rect width={size.width} height={size.height} rx='4' />{node.ends && <rect x='2.5' y='2.5' width={size.width - 5} height={size.height - 5} rx='2.5' className='in' />}
      <rect width='3' height={size.height} rx='1.5' className='edge' />
      {rows.map((row, i) => <text key={i} x='11' y={(rows.length === 1 ? 26 : 18) + i * 16}>{row}</text>)}
      {node.power !== null && <path className='stamp' d={`M${size.width - 14} 5h9v9h-9zM${size.width - 11.5} 9.5h4`}><title>{text(node.power.text)}</title></path>}
    </g>
  )
}

const Bar = ({ clock: { duty, x, y, width, open }, say, on }: { readonly clock: Clock; readonly say: string; readonly on: boolean }) => (
  <g className={`bar ${duty.lane}${on ? ' on' : ''}${duty.weak ? ' weak' : ''}${duty.right ? ' right' : ''}`} transform={`translate(${x} ${y})`}>
    <title>{say}</title>
    <rect width={width} height='20' rx='10' className={open ? 'open' : undefined} /><circle cx='11' cy='10' r='5.5' /><path d='M11 6.8V10l2.2 1.4' /><text x='22' y='14.5'>{say}</text>
  </g>
)
