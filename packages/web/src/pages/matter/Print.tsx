import type { ReactNode } from 'react'
import type { Act, Matter } from '../../api/wire.gen.ts'
import { useSession } from '../../api/session.ts'
import { useText, useWords } from '../../words/words.ts'
import { DemandTable } from '../../parts/DemandTable.tsx'

/** Demands and answers, and the proof of each service, on paper: readable in black and white, with number and checkpoint in the foot. */
export const PrintDemands = ({ matter }: { readonly matter: Matter }) => {
  const { matter: words } = useWords()
  const text = useText()
  const session = useSession()
  const checkpoint = session.versions.checkpoint
  const foot = <p className='foot'>{words.print.foot(matter.no, checkpoint === null ? '—' : `#${checkpoint.size} ${checkpoint.root.slice(0, 16)}`)}</p>
  return (
    <div className='printonly'>
      <h1>{words.print.demands}</h1>
      <p>{matter.title} · {matter.no} · {text(matter.owner.name)}{matter.subject !== null && ` → ${text(matter.subject.name)}`}</p>
      <DemandTable demands={matter.demands} organ={matter.subject === null ? '' : text(matter.subject.short)} plain />
      {foot}
      {matter.acts.filter((act) => act.act === 'serve').map((act) => <Service key={act.n} matter={matter} act={act} foot={foot} />)}
    </div>
  )
}

const Service = ({ matter, act, foot }: { readonly matter: Matter; readonly act: Act; readonly foot: ReactNode }) => {
  const { matter: words, day } = useWords()
  const text = useText()
  const ack = matter.acts.find((one) => one.act === 'acknowledge' && one.n > act.n)
  const paper = matter.instruments.find((instrument) => instrument.id === act.instrument)
  return (
    <section style={{ breakBefore: 'page' }}>
      <h1>{words.print.service}</h1>
      <table><tbody>
        <tr><th>{words.print.receiver}</th><td>{act.to.map((organ) => text(organ.name)).join('、')}</td></tr>
        <tr><th>{words.print.paper}</th><td>{paper === undefined ? text(act.title) : `${text(paper.title)} ${paper.docNo ?? ''}`}</td></tr>
        <tr><th>{words.print.served}</th><td>{day.full(act.on)}</td></tr>
        <tr><th>{words.print.server}</th><td>{act.person?.name ?? text(act.by.name)}</td></tr>
        <tr><th>{words.print.ack}</th><td>{ack === undefined ? '' : `${day.full(ack.on)} ${ack.person?.name ?? ''}`}</td></tr>
        <tr><th>{words.print.sign}</th><td style={{ height: '24mm' }} /></tr>
      </tbody></table>
      {foot}
    </section>
  )
}
