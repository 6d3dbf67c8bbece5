import type { GraphNode, ProcedureGraph } from '../../api/wire.gen.ts'
import { rowKeys } from '../../parts/roving.ts'
import { useText, useWords } from '../../words/words.ts'

/** The graph as a table: the same acts in the same order, for the keyboard, for readers of screens, for paper. */
export const ActList = ({ graph, chosen, onChoose }: { readonly graph: ProcedureGraph; readonly chosen: string | undefined; readonly onChoose: (key: string) => void }) => {
  const { library: { graph: words } } = useWords()
  const text = useText()
  const keys = rowKeys({}, (row) => onChoose(row.dataset.row ?? ''))
  const titles = new Map(graph.nodes.map(({ key, title }) => [key, text(title)]))
  const first = ({ key }: GraphNode): string => graph.edges.filter(({ to, kind }) => to === key && kind === 'waits').map(({ from }) => titles.get(from) ?? from).join(text({ zh: '、', en: ', ' }))
  const clocks = ({ key }: GraphNode): string => graph.clocks.filter(({ openedBy }) => openedBy.includes(key)).map((duty) => `${text(duty.title)}${duty.period === null ? '' : ` ${text(duty.period)}`}`).join(text({ zh: '；', en: '; ' }))
  const ordered = graph.nodes.toSorted((a, b) => a.column - b.column)
  const current = chosen ?? ordered[0]?.key
  return (
    <div className='scroll alist' onKeyDown={keys}>
      <table><thead><tr><th>{words.stage}</th><th>{words.act}</th><th>{words.who}</th><th>{words.decided}</th><th>{words.waits}</th><th>{words.opens}</th></tr></thead>
        <tbody>{ordered.map((node, i) => (
          <tr key={node.key} data-row={node.key} tabIndex={node.key === current ? 0 : -1} className={node.key === chosen ? 'sel' : undefined} aria-selected={node.key === chosen} onClick={() => onChoose(node.key)} onFocus={(event) => { if (event.target === event.currentTarget && node.key !== chosen) onChoose(node.key) }}>
            <td className='nw mut'>{ordered[i - 1]?.column === node.column ? '' : text(graph.stages[node.column]?.title ?? node.title)}</td><td><b>{text(node.title)}</b></td><td>{text(node.who)}</td><td>{node.power === null ? words.none : text(node.power.level)}</td><td>{first(node) || words.none}</td><td>{clocks(node) || words.none}</td>
          </tr>
        ))}</tbody></table>
    </div>
  )
}
