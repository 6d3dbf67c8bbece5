import { Link } from '@tanstack/react-router'
import type { Scorecard } from '../../api/wire.gen.ts'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'

type Row = Scorecard['rows'][number]

/** Every organ by its demands: what was carried out, what in part, which objections were right. No rate of replies, no ranking of persons. */
export const Scores = ({ card }: { readonly card: Scorecard }) => {
  const { ladder: { score: words } } = useWords()
  return (
    <>
      <div className='hd'><h2>{words.title}</h2><span className='hint nw'>{words.hint}</span><div className='sp' />
        <span className='row sm mut nw xl' style={{ gap: 10 }}><span className='row g4'><i className='sw' style={{ background: 'var(--green-s)' }} />{words.true}</span><span className='row g4'><i className='sw' style={{ background: 'var(--amber-s)' }} />{words.partly}</span><span className='row g4'><i className='sw' style={{ background: 'var(--violet)' }} />{words.upheld}</span><span className='row g4'><i className='sw' style={{ background: 'var(--grey-l)' }} />{words.notDone}</span></span>
      </div>
      <div className='bd np scroll'>
        {card.rows.length === 0 ? <p className='none'>{words.none}</p> : (
          <table className='sc'>
            <thead><tr><th>{words.organ}</th><th className='r'>{words.demands}</th><th>{words.verified}</th><th className='r'>{words.inTime}</th><th className='r'>{words.objections}</th><th className='r'>{words.notDone}</th><th className='r'>{words.mean}</th></tr></thead>
            <tbody>{card.rows.map((row) => <Score key={row.organ.id} row={row} />)}</tbody>
          </table>
        )}
      </div>
    </>
  )
}

const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`)

const Score = ({ row }: { readonly row: Row }) => {
  const { ladder: { score: words }, number } = useWords()
  const text = useText()
  const rest = Math.max(0, row.demands - row.done - row.partly - row.objectionsUpheld)
  return (
    <tr>
      <td title={text(row.organ.name)}>{text(row.organ.short)}</td>
      <td className='r'><Link to={paths.matters} search={{ subject: row.organ.id }}>{number(row.demands)}</Link></td>
      <td><span className='hb' role='img' aria-label={words.summary(text(row.organ.name), row.done, row.demands)}><i style={{ flex: row.done, background: 'var(--green-s)' }} /><i style={{ flex: row.partly, background: 'var(--amber-s)' }} /><i style={{ flex: row.objectionsUpheld, background: 'var(--violet)' }} /><i style={{ flex: rest, background: 'var(--grey-l)' }} /></span><b>{percent(row.done, row.demands)}</b></td>
      <td className='r'>{percent(row.inTime, row.demands)}</td><td className='r'>{number(row.objections)}</td><td className='r'>{number(row.notDone)}</td><td className='r'>{row.meanDays === null ? '—' : words.days(Math.round(row.meanDays))}</td>
    </tr>
  )
}
