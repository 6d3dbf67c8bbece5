import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { procedureMattersQuery, procedureQuery } from '../../api/law.ts'
import type { ProcedureGraph } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Loaded } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { Frame } from '../rules/Frame.tsx'
import { OpenMatters } from '../rules/OpenMatters.tsx'
import '../rules/rule.css'
import '../rules/rules.css'
import { ActList } from './ActList.tsx'
import { ActView, Duties } from './ActView.tsx'
import { Graph } from './Graph.tsx'
import { isAnyTime } from './layout.ts'
import './procedure.css'

/** A kind of matter drawn from its data. */
export const ProcedurePage = () => {
  const { id } = useParams({ strict: false }) as { readonly id: string }
  const procedure = useQuery(procedureQuery(id))
  return <Frame><Loaded query={procedure}>{(graph) => <Drawn key={graph.id} graph={graph} />}</Loaded></Frame>
}

const steps = [0.5, 0.65, 0.8, 1, 1.25, 1.5] as const

const Drawn = ({ graph }: { readonly graph: ProcedureGraph }) => {
  const { library: words } = useWords()
  const text = useText()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { readonly node?: string; readonly view?: string }
  const matters = useQuery(procedureMattersQuery(graph.id))
  const [zoom, setZoom] = useState<number>(1)
  const go = (change: { readonly node?: string | undefined; readonly view?: string | undefined }): void => void navigate({ to: '.', search: (before: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)), replace: true } as never)
  const choose = (node: string): void => go({ node })
  const chosen = graph.nodes.find(({ key }) => key === search.node)
  const list = search.view === 'list'
  const zoomBy = (by: number): void => setZoom(steps[Math.max(0, Math.min(steps.length - 1, (zoom === 0 ? 2 : steps.findIndex((step) => step >= zoom)) + by))] ?? 1)
  const anyTime = graph.nodes.filter((node) => isAnyTime(node, graph))
  return (
    <article className='procp'>
      <header className='row pph'>
        <span className='crumb noprint'><Link to={paths.lawProcedures}>{words.procedures.title}</Link><Icon name='right' size={11} />{graph.area}<Icon name='right' size={11} /></span>
        <h2>{text(graph.title)}</h2>
        <span className='chip'>{words.procedures.governed[graph.governedBy] ?? graph.governedBy}</span>
        {graph.articles.map((no) => <Link key={no} to={paths.rules} search={{ of: String(no) }} className='chip line xl'>{words.article(no)}</Link>)}
        <span className='hint xl'>{words.graph.summary(graph.nodes.length, graph.clocks.length, graph.stages.length)}</span><div className='sp' />
        <div className='seg low noprint' role='group' aria-label={words.graph.view}><button type='button' aria-pressed={!list} onClick={() => go({ view: undefined })}>{words.graph.title}</button><button type='button' aria-pressed={list} onClick={() => go({ view: 'list' })}>{words.graph.list}</button></div>
        <button type='button' className='btn s noprint' onClick={() => print()}><Icon name='print' size={14} />{words.graph.print}</button>
      </header>
      <div className='pcols'>
        <section className='pane'>
          {!list && <div className='hd noprint'><span className='hint ell'>{words.graph.keys}</span><div className='sp' /><Legend /><div className='seg low'><button type='button' aria-label={words.graph.zoomOut} title={words.graph.zoomOut} onClick={() => zoomBy(-1)}>−</button><button type='button' aria-pressed={zoom === 0} onClick={() => setZoom(zoom === 0 ? 1 : 0)}>{words.graph.fit}</button><button type='button' aria-label={words.graph.zoomIn} title={words.graph.zoomIn} onClick={() => zoomBy(1)}>＋</button></div></div>}
          {list ? <ActList graph={graph} chosen={chosen?.key} onChoose={choose} /> : <Graph graph={graph} chosen={chosen?.key} zoom={zoom} onChoose={choose} />}
          {!list && anyTime.length > 0 && <div className='anyt'><span className='hint'>{words.graph.anyTime}</span>{anyTime.map((node) => <button key={node.key} type='button' className={`chip ${node.key === chosen?.key ? 'blue' : 'line'}`} data-node={node.key} aria-pressed={node.key === chosen?.key} onClick={() => choose(node.key)}>{text(node.title)}</button>)}</div>}
        </section>
        <aside>
          <section className='pane grow'>{chosen === undefined ? <div className='bd scroll actv'><p className='mut sm'>{words.graph.select}</p><Duties name={words.graph.all} duties={graph.clocks} /></div> : <div className='bd scroll'><ActView graph={graph} node={chosen} onChoose={choose} /></div>}</section>
          <OpenMatters query={matters} />
        </aside>
      </div>
    </article>
  )
}

const Legend = () => {
  const { library: { graph: words } } = useWords()
  return <span className='row g12 sm mut xl legend' aria-hidden='true'><span className='row g4'><i />{words.legend.waits}</span><span className='row g4'><i className='o' />{words.legend.of}</span></span>
}
