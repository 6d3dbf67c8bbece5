import { Link } from '@tanstack/react-router'
import { useState, type CSSProperties } from 'react'
import type { Ladder } from '../../api/wire.gen.ts'
import { useSession } from '../../api/session.ts'
import { Mark, toneOf } from '../../parts/Light.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'

type Rung = Ladder['rungs'][number]
type Item = Rung['items'][number]
const colours = { within: 'var(--green)', urge: 'var(--amber)', superior: 'var(--orange)', congress: 'var(--red)', sue: 'var(--violet)' } as const satisfies Record<Rung['id'], string>

/** Five steps, each higher than the last. Where a step has room, its matters; where this identity may act, the act. */
export const Stairs = ({ board, past }: { readonly board: Ladder; readonly past: boolean }) => (
  <ol className='stair'>{board.rungs.map((rung, i) => <Step key={rung.id} rung={rung} at={i} past={past} />)}</ol>
)

const Step = ({ rung, at, past }: { readonly rung: Rung; readonly at: number; readonly past: boolean }) => {
  const { ladder: words, number } = useWords()
  const text = useText()
  const [all, setAll] = useState(false)
  const room = rung.id === 'congress' ? 1 : 2
  const rest = (shown: number): number => Math.max(0, Math.max(rung.count, rung.items.length) - shown)
  return (
    <li className='stp' style={{ '--c': colours[rung.id] } as CSSProperties} data-rung={rung.id}>
      <div className='h'><div className='l1'><b>{words.ordinal[at]} {text(rung.title)}</b><i>{number(rung.count)}</i></div><div className='l2' title={rung.provision}>{rung.provision}</div></div>
      <div className='b1'>
        {rung.figures.length > 0 && <dl className='lines'>{rung.figures.map((figure) => <div key={figure.title.zh}><dt>{text(figure.title)}</dt><dd>{number(figure.count)}</dd></div>)}</dl>}
        {(all ? rung.items : rung.items.slice(0, room + 1)).map((item, i) => <div key={item.matter.id} className={!all && i === room ? 'wide bl' : undefined}><Card item={item} grave={rung.id === 'congress'} past={past} /></div>)}
        {rung.items.length === 0 && rung.figures.length === 0 && <span className='hint'>{words.none}</span>}
        {!all && rung.items.length > room && rest(room) > 0 && <button type='button' className='lnk narrow' onClick={() => setAll(true)}>{words.more(rest(room))}</button>}
        {!all && rung.items.length > room + 1 && <button type='button' className='lnk wide bl' onClick={() => setAll(true)}>{words.more(rest(room + 1))}</button>}
        {rung.id === 'sue' && <p className='hint'>{words.note}</p>}
      </div>
    </li>
  )
}

const Card = ({ item, grave, past }: { readonly item: Item; readonly grave: boolean; readonly past: boolean }) => {
  const { ladder: words } = useWords()
  const text = useText()
  const session = useSession()
  const act = past ? null : item.act
  const to = session.post.office === 'liaison' ? paths.liaisonMatter : paths.matter
  return (
    <>
      <Link className={grave ? 'kc grave' : 'kc'} to={to} params={{ id: item.matter.id }} title={`${item.matter.title} · ${item.matter.no}`}>
        <span className='x'><span className='tag them ell'>{text(item.organ.short)}</span><span className='sp' /><span className={`light ${toneOf[item.light]}`}><Mark light={item.light} />{grave && text(item.line)}</span></span>
        <span className='y'><span>{item.matter.title}</span><span className='nw'>{grave ? (item.waitingDays === null ? '' : words.waiting(item.waitingDays)) : text(item.line)}</span></span>
      </Link>
      {act?.allowed === true && <div className='row g6'><Link className={grave ? 'btn s p' : 'btn s'} to={paths.matter} params={{ id: item.matter.id }} search={{ do: act.key }}>{text(act.title)}</Link></div>}
    </>
  )
}
