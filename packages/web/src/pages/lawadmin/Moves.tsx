import type { Day, SetPreview } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useText, useWords } from '../../words/words.ts'

/** An old date struck but readable beside the new one. */
export const Dates = ({ before, after }: { readonly before: Day | null; readonly after: Day | null }) => {
  const { lawadmin: { moved: words }, day } = useWords()
  return <span className='moved-dates'>{before === null ? <span className='mut'>{words.noDate}</span> : <del>{day.brief(before)}</del>}<Icon name='right' size={11} />{after === null ? <span className='mut'>{words.noDate}</span> : <b>{day.short(after)}</b>}</span>
}

/** What adopting or withdrawing a set would move, matter by matter. */
export const Moves = ({ preview }: { readonly preview: SetPreview }) => {
  const { lawadmin: { sets: words }, number } = useWords()
  const text = useText()
  return (
    <section className='pane moves' data-moves={preview.moves}>
      <div className='hd'><h2>{preview.moves === 0 ? words.noMoves : words.moves(number(preview.moves), number(preview.matters))}</h2>{preview.sealed > 0 && <span className='chip violet'>{words.sealed(number(preview.sealed))}</span>}<div className='sp' /><span className='hint'>{words.millis(number(preview.millis))}</span></div>
      {preview.items.length > 0 && <div className='bd np scroll'><table>
        <thead><tr><th>{words.col.matter}</th><th>{words.col.duty}</th><th>{words.col.owes}</th><th>{words.col.before} → {words.col.after}</th><th>{words.col.why}</th></tr></thead>
        <tbody>{preview.items.map((one) => <tr key={one.matter.id + one.duty}><td><b>{one.matter.no}</b><div className='sm mut'>{text(one.matter.procedure)}</div></td><td>{text(one.ruleTitle)}</td><td>{text(one.owedBy.short)}</td><td className='nw'><span className={one.change === 'moved' ? 'chip' : one.change === 'opened' ? 'chip blue' : 'chip amber'}>{words.change[one.change]}</span> <Dates before={one.before} after={one.after} /></td><td className='sm'>{text(one.why)}</td></tr>)}</tbody>
      </table></div>}
      {preview.next !== null && <p className='bd hint'>{words.more(number(preview.items.length))}</p>}
    </section>
  )
}
