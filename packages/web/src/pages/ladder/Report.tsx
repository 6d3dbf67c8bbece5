import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Ladder, Scorecard } from '../../api/wire.gen.ts'
import { FigureChip } from '../../parts/FigureChip.tsx'
import { paths } from '../../paths.ts'
import { fill } from '../../words/fill.ts'
import { useWords } from '../../words/words.ts'

/** The situation in sentences; each figure opens what it counts. Nothing here is typed: change the record and it changes. */
export const Report = ({ board, card }: { readonly board: Ladder; readonly card: Scorecard }) => {
  const { ladder: { report: words, title }, day, number } = useWords()
  const sum = (pick: (row: Scorecard['rows'][number]) => number): number => card.rows.reduce((all, row) => all + pick(row), 0)
  const [demands, done, partly, upheld] = [sum((row) => row.demands), sum((row) => row.done), sum((row) => row.partly), sum((row) => row.objectionsUpheld)]
  const at = day.moment(card.asOf)
  const link = (n: number, to: typeof paths.matters | typeof paths.ladder): ReactNode => <Link to={to}>{to === paths.ladder ? title : words.rows(number(n))}</Link>
  const figure = (n: number, counts: string, rows?: ReactNode): ReactNode => <FigureChip value={number(n)} counts={counts} asOf={at} {...(rows === undefined ? {} : { rows })} />
  const rung = (id: Ladder['rungs'][number]['id']): ReactNode => figure(board.rungs.find((one) => one.id === id)?.count ?? 0, words.why.rung, link(0, paths.ladder))
  return (
    <section className='pane report'>
      <div className='hd'><h2>{words.title}</h2><span className='hint'>{words.hint}</span></div>
      <div className='rp scroll'>
        <h3>{words.head}<br /><small>{words.until(day.full(card.asOf.slice(0, 10)))}</small></h3>
        <p><b>{words.one}</b>{fill(words.p1, { organs: figure(card.rows.length, words.why.organs), demands: figure(demands, words.why.demands, link(demands, paths.matters)), done: figure(done, words.why.done), partly: figure(partly, words.why.partly), rest: figure(Math.max(0, demands - done - partly - upheld), words.why.rest) })}</p>
        <p><b>{words.two}</b>{fill(words.p2, { objections: figure(sum((row) => row.objections), words.why.objections), upheld: figure(upheld, words.why.upheld) })}</p>
        <p><b>{words.three}</b>{fill(words.p3, { urge: rung('urge'), superior: rung('superior'), congress: rung('congress'), sue: rung('sue') })}</p>
      </div>
    </section>
  )
}
