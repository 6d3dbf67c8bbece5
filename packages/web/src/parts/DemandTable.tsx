import type { KeyboardEvent } from 'react'
import type { Demand, DemandState, Light as LightId } from '../api/wire.gen.ts'
import { useWords } from '../words/words.ts'
import { Mark } from './Light.tsx'
import './record.css'

/** The light of a demand. Violet is kept for objections and reviews. */
export const demandLight: Readonly<Record<DemandState, LightId>> = {
  'unanswered': 'not-started', 'answered': 'within', 'objected': 'review', 'in-review': 'review', 'amended': 'within', 'withdrawn': 'paused',
  'verified-done': 'done', 'verified-partly': 'near', 'verified-not-done': 'overdue',
}
const tone: Readonly<Record<LightId, string>> = { 'overdue': 'red', 'near': 'amber', 'within': 'green', 'paused': 'grey', 'not-started': 'grey', 'review': 'violet', 'done': 'green' }

/** One chip a state that occurs: counted per demand, never per reply. */
export const DemandCounts = ({ demands }: { readonly demands: readonly Demand[] }) => {
  const { record } = useWords()
  const states = [...new Set(demands.map((demand) => demand.state))]
  return (
    <span className='row g6' aria-label={record.demands.summary}>
      {states.map((state) => (
        <span key={state} className={`chip ${tone[demandLight[state]]}`}><Mark light={demandLight[state]} size={11} />{record.demands.count(record.demands.state[state], demands.filter((demand) => demand.state === state).length)}</span>
      ))}
    </span>
  )
}

/** Number, demand, their answer, our verification. With `onSelect` rows can be chosen by pointer, Enter and arrow keys. */
export const DemandTable = ({ demands, organ, selected, onSelect, plain = false }: {
  readonly demands: readonly Demand[]
  /** Short name of the organ that answers. */
  readonly organ: string
  readonly selected?: number | undefined
  readonly onSelect?: (no: number) => void
  /** For paper: every word, no selection. */
  readonly plain?: boolean
}) => {
  const { record } = useWords()
  if (demands.length === 0) return <p className='blank'>{record.demands.none}</p>
  const keys = (event: KeyboardEvent<HTMLTableRowElement>, no: number): void => {
    if (onSelect === undefined) return
    if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onSelect(no) }
    const next = event.key === 'ArrowDown' ? event.currentTarget.nextElementSibling : event.key === 'ArrowUp' ? event.currentTarget.previousElementSibling : null
    if (next instanceof HTMLElement) { event.preventDefault(); next.focus() }
  }
  return (
    <table className='dmt'>
      <thead><tr><th style={{ width: 34 }}>{record.demands.no}</th><th>{record.demands.demand}</th><th style={{ width: '36%' }}>{record.demands.answerOf(organ)}</th><th style={{ width: 112 }}>{record.demands.finding}</th></tr></thead>
      <tbody>
        {demands.map((demand) => (
          <tr key={demand.no} className={demand.no === selected ? 'sel' : undefined} aria-selected={onSelect === undefined ? undefined : demand.no === selected}
            {...(onSelect === undefined ? {} : { tabIndex: 0, onClick: () => onSelect(demand.no), onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => keys(event, demand.no) })}>
            <td><span className='n'>{record.ordinal(demand.no)}</span></td>
            <td><span className={plain ? undefined : 'wrapx'}>{demand.text}</span><Asked demand={demand} shown={plain || demand.no === selected} /></td>
            <td><Answered demand={demand} shown={plain || demand.no === selected} /></td>
            <td><Verified demand={demand} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Asked = ({ demand, shown }: { readonly demand: Demand; readonly shown: boolean }) => {
  const { record } = useWords()
  const parts = [demand.standard === undefined ? '' : `${record.demands.standard} ${demand.standard}`, demand.by === undefined ? '' : record.demands.by(demand.by), demand.verifiedHow === undefined ? '' : `${record.demands.verifiedHow} ${demand.verifiedHow}`].filter((part) => part !== '')
  return shown && parts.length > 0 ? <span className='more'>{parts.join(' · ')}</span> : null
}

const Answered = ({ demand, shown }: { readonly demand: Demand; readonly shown: boolean }) => {
  const { record } = useWords()
  if (demand.objection !== null && demand.objection.outcome === null) return <span className='violet wrapx'>{record.demands.objection(demand.objection.text)}</span>
  const answer = demand.answer
  if (answer === null) return <span className='mut'>{record.demands.notAnswered}</span>
  const evidence = answer.evidence?.length ?? 0
  return (
    <>
      <span className={shown ? undefined : 'wrapx'}>{answer.text}{!shown && evidence > 0 && <span className='mut sm'> {record.demands.evidence(evidence)}</span>}</span>
      {shown && <span className='more'>
        {[record.demands.answerState[answer.state], answer.on.slice(5), evidence > 0 ? record.demands.evidence(evidence) : '', answer.plannedBy === undefined ? '' : record.demands.planned(answer.plannedBy)].filter((part) => part !== '').join(' · ')}
      </span>}
    </>
  )
}

const Verified = ({ demand }: { readonly demand: Demand }) => {
  const { record } = useWords()
  const light = demandLight[demand.state]
  const said = demand.finding === null ? record.demands.state[demand.state] : `${record.demands.result[demand.finding.result]} ${demand.finding.on.slice(5)}`
  return <span className={`light nolt ${light === 'done' ? 'done' : tone[light]}`} title={demand.finding?.text}><Mark light={light} />{said}</span>
}
