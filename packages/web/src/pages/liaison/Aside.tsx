import type { Act, Ladder, Matter, Permission } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { LawChip } from '../../parts/LawChip.tsx'
import { Mark } from '../../parts/Light.tsx'
import { Receipt } from '../../parts/Receipt.tsx'

/** What follows if nothing is done: the ladder as the law orders it, seen in advance by the organ itself. */
export const Ahead = ({ matter, ladder, overdue }: { readonly matter: Matter; readonly ladder: Ladder | undefined; readonly overdue: boolean }) => {
  const { liaison: words } = useWords()
  const text = useText()
  const rungs = ladder?.rungs ?? []
  const here = rungs.findIndex((rung) => rung.items.some((item) => item.matter.id === matter.id))
  return (
    <section className='pane'>
      <div className='hd'><h2>{words.next.title}</h2></div>
      <ol className='bd' style={{ paddingBottom: 4 }}>
        <li className='ld'><span className={overdue ? 'k red' : 'k green'}><Mark light={overdue ? 'overdue' : 'within'} size={14} /></span><div><b>{words.next.now}：{here > 0 && rungs[here] !== undefined ? text(rungs[here].title) : overdue ? words.next.nowOver : words.next.nowWithin}</b><small>{words.next.nowText}</small></div></li>
        {rungs.slice(Math.max(1, here + 1)).map((rung) => (
          <li className='ld' key={rung.id}><span className='k'><Mark light='not-started' size={14} /></span><div>{text(rung.title)}{rung.provision !== '' && <small><LawChip>{rung.provision}</LawChip></small>}</div></li>
        ))}
      </ol>
    </section>
  )
}

/** Objections of this matter and what became of them. */
export const Objections = ({ matter, permission, onObject }: { readonly matter: Matter; readonly permission: Permission | undefined; readonly onObject: (permission: Permission) => void }) => {
  const { liaison: words, record } = useWords()
  const text = useText()
  const raised = matter.demands.filter((demand) => demand.objection !== null)
  return (
    <section className='pane'>
      <div className='hd'><h2>{words.objection.title}</h2>{raised.length > 0 && <span className='chip violet'><Mark light='review' size={11} />{record.itemList(raised.map((demand) => demand.no))}</span>}<div className='sp' />
        {permission?.allowed === true && <button type='button' className='lnk' onClick={() => onObject(permission)} data-act={permission.key}>{words.objection.raise}</button>}</div>
      <ul className='bd' style={{ paddingBottom: 3 }}>
        {raised.map((demand) => (
          <li className='ld' key={demand.no}><span className='k violet'><Mark light='review' size={14} /></span><div>{record.item(demand.no)} · {words.objection.on(demand.objection?.on ?? '')}<small>{demand.objection?.text}</small><small className='violet'>{demand.objection?.outcome === null || demand.objection === null ? words.objection.waiting : words.objection.outcome(demand.objection.outcome)}</small></div></li>
        ))}
        {raised.length === 0 && <li className='sm mut' style={{ paddingBottom: 9 }}>{permission?.allowed === false ? `${words.objection.notNow}：${permission.refusal === undefined ? '' : text(permission.refusal.because)}` : words.objection.none}</li>}
      </ul>
    </section>
  )
}

/** Receipts of our own acts, newest first. */
export const Receipts = ({ acts }: { readonly acts: readonly Act[] }) => {
  const { liaison: words } = useWords()
  return (
    <section className='pane grow'>
      <div className='hd'><h2>{words.receipts.title}</h2><span className='hint xl'>{words.receipts.hint}</span></div>
      <div className='bd scroll' style={{ padding: '3px 12px' }}>
        {acts.length === 0 && <p className='sm mut' style={{ padding: '8px 0' }}>{words.receipts.none}</p>}
        {acts.map((act) => <Receipt key={act.id} act={act} />)}
        <p className='sm mut' style={{ padding: '6px 0', lineHeight: 1.8 }}>{words.receipts.offline}</p>
      </div>
    </section>
  )
}
