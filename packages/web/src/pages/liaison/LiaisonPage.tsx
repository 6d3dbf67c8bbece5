import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { mattersQuery } from '../../api/matters.ts'
import { dutiesQuery } from '../../api/duties.ts'
import { useSession } from '../../api/session.ts'
import { useText, useWords } from '../../words/words.ts'
import { LawChip } from '../../parts/LawChip.tsx'
import { DutyLight, LightOf } from '../../parts/Light.tsx'
import { Loaded } from '../../parts/states.tsx'
import './liaison.css'

/** The organ's own matters: what is due from it first, then what was answered to it. */
export const LiaisonPage = () => {
  const { liaison: words, day } = useWords()
  const text = useText()
  const session = useSession()
  const duties = useQuery(dutiesQuery({ owedBy: session.post.organ.id }))
  const matters = useQuery(mattersQuery({}))
  const owing = new Set(duties.data?.items.map((row) => row.matter.id))
  return (
    <>
      <header className='dh'><h1>{words.title}</h1><span className='hint'>{text(session.post.organ.name)}</span></header>
      <div className='lw' style={{ gridTemplateColumns: 'minmax(0,1fr)', alignContent: 'start', overflow: 'auto' }}>
        <section className='pane'><div className='hd'><h2>{words.owed}</h2></div><div className='bd np'>
          <Loaded query={duties}>{(page) => page.items.length === 0 ? <p className='blank'>{words.none}</p> : (
            <table><tbody>{page.items.map((row) => (
              <tr key={`${row.matter.id}/${row.duty.id}`} className='lrow' data-matter={row.matter.id}>
                <td style={{ width: 130 }}><DutyLight duty={row.duty} /></td><td className='nw' style={{ width: 110 }}>{row.duty.due === null ? '' : day.short(row.duty.due)}</td>
                <td><Link to='/liaison/$id' params={{ id: row.matter.id }}><b>{text(row.duty.obligation)}</b></Link><div className='sm mut'>{row.matter.title} · {text(row.matter.owner.short)} · {row.matter.no}</div></td>
                <td className='wide tc'><LawChip>{text(row.duty.chip)}</LawChip></td><td className='r'><Link className='btn s' to='/liaison/$id' params={{ id: row.matter.id }}>{row.next === null ? words.open : text(row.next.title)}</Link></td>
              </tr>
            ))}</tbody></table>
          )}</Loaded>
        </div></section>
        <section className='pane'><div className='hd'><h2>{words.heard}</h2></div><div className='bd np'>
          <Loaded query={matters}>{(page) => { const rest = page.items.filter((matter) => !owing.has(matter.id)); return rest.length === 0 ? <p className='blank'>{words.noneHeard}</p> : (
            <table><tbody>{rest.map((matter) => (
              <tr key={matter.id} className='lrow' data-matter={matter.id}><td style={{ width: 130 }}><LightOf light={matter.light} /></td><td className='nw' style={{ width: 110 }}>{matter.nextDue === null ? '' : day.short(matter.nextDue)}</td>
                <td><Link to='/liaison/$id' params={{ id: matter.id }}>{matter.title}</Link><div className='sm mut'>{text(matter.owner.short)} · {matter.no} · {text(matter.procedure.title)}</div></td><td className='r'>{text(matter.stage)}</td></tr>
            ))}</tbody></table>
          ) }}</Loaded>
        </div></section>
      </div>
    </>
  )
}
