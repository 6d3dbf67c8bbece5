import { Link } from '@tanstack/react-router'
import type { GraphDuty, GraphNode, ProcedureGraph } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { LawChip } from '../../parts/LawChip.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'

/** One act: who does it, who decides, on which form, what comes first and why, which duties it opens and ends. */
export const ActView = ({ graph, node, onChoose }: { readonly graph: ProcedureGraph; readonly node: GraphNode; readonly onChoose: (key: string) => void }) => {
  const { library: { graph: words } } = useWords()
  const text = useText()
  const titled = (keys: readonly string[]): readonly GraphNode[] => keys.flatMap((key) => graph.nodes.find((one) => one.key === key) ?? [])
  const first = titled(graph.edges.filter(({ to, kind }) => to === node.key && kind === 'waits').map(({ from }) => from))
  const about = titled(graph.edges.filter(({ to, kind }) => to === node.key && kind === 'of').map(({ from }) => from))
  const next = titled([...new Set(graph.edges.filter(({ from }) => from === node.key).map(({ to }) => to))])
  const row = (name: string, acts: readonly GraphNode[]) => acts.length > 0 && <><dt>{name}</dt><dd className='acts'>{acts.map((one) => <button key={one.key} type='button' className='lnk' onClick={() => onChoose(one.key)}>{text(one.title)}</button>)}</dd></>
  return (
    <div className='actv'>
      <h2>{text(node.title)}{node.ends && <span className='chip green'>{words.closes}</span>}{node.opens && <span className='chip blue'>{words.opening}</span>}</h2>
      <dl className='facts'>
        <dt>{words.stage}</dt><dd>{text(graph.stages[node.column]?.title ?? node.title)}{node.afterClose && <span className='mut'> · {words.afterClose}</span>}</dd>
        <dt>{words.who}</dt><dd>{text(node.who)}</dd>
        {node.power !== null && <><dt>{words.decided}</dt><dd>{node.power.id === null ? text(node.power.level) : <Link to={paths.lawPowers} search={{ id: node.power.id }}>{text(node.power.level)}</Link>} {node.power.provision !== '' && <LawChip>{node.power.provision}</LawChip>}</dd></>}
        {node.instruments.length > 0 && <><dt>{words.instrument}</dt><dd>{node.instruments.map((one) => <Link key={one.id} className='blk' to={paths.lawInstruments} search={{ id: one.id }}>{text(one.title)}</Link>)}</dd></>}
        {row(words.waits, first)}{row(words.about, about)}{row(words.leads, next)}
        {node.begins.length > 0 && <><dt>{words.begins}</dt><dd>{node.begins.map((one) => <Link key={one.id} className='blk' to={paths.lawProcedure} params={{ id: one.id }}>{text(one.title)}</Link>)}</dd></>}
      </dl>
      <Duties name={words.opens} duties={graph.clocks.filter(({ openedBy }) => openedBy.includes(node.key))} />
      <Duties name={words.ends} duties={graph.clocks.filter(({ dischargedBy }) => dischargedBy.includes(node.key))} />
      {node.needs.length > 0 && <section><h3>{words.needs}</h3><ul className='needs'>{node.needs.map((need, i) => <li key={i}><Icon name='lock' size={13} /><span><b>{text(need.short)}</b><small>{text(need.because)}</small>{need.provision !== null && (need.rule === null ? <LawChip>{need.provision}</LawChip> : <Link to={paths.rule} params={{ id: need.rule }} className='law'>{need.provision}</Link>)}</span></li>)}</ul></section>}
      {node.form.length > 0 && <section><h3>{words.form}</h3><ul className='flds'>{node.form.map((field) => <li key={field.name}>{text(field.label)}{field.required && <small>{words.required}</small>}</li>)}</ul></section>}
    </div>
  )
}

export const Duties = ({ name, duties }: { readonly name: string; readonly duties: readonly GraphDuty[] }) => {
  const { library: { graph: words, noPeriod } } = useWords()
  const text = useText()
  if (duties.length === 0) return null
  return (
    <section><h3>{name}</h3><ul className='clk'>{duties.map((duty, i) => (
      <li key={i}><span className={`owes${duty.lane === 'procuratorate' ? ' us' : duty.lane === 'congress' ? ' npc' : ''}`}>{words.lanes[duty.lane]}</span><span><Link to={paths.rule} params={{ id: duty.rule }}>{text(duty.obligation)}</Link><small>{duty.period === null ? noPeriod : text(duty.period)}{duty.right && ` · ${words.legend.right}`}{duty.weak && ` · ${words.legend.weak}`} · {text(duty.chip)}</small></span></li>
    ))}</ul></section>
  )
}
