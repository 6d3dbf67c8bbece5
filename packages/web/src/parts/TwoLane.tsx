import type { Act, Day, Duty } from '../api/wire.gen.ts'
import { useText, useWords } from '../words/words.ts'
import { Icon } from './Icon.tsx'
import { bandOf, laneRows } from './lanes.ts'
import './record.css'

/**
 * The acts of a matter, newest first: procuratorate left, the other organ right, days on the axis. The coloured band is the running
 * period, what lies ahead is dashed and stands above today. An ordered list for screen readers; every act carries its log number.
 */
export const TwoLane = ({ acts, duties, today, organ, selected, openAct, onOpen }: {
  readonly acts: readonly Act[]
  readonly duties: readonly Duty[]
  readonly today: Day
  /** Short name of the other organ, the head of the right lane. */
  readonly organ: string | null
  /** Id of the duty whose period the band shows. */
  readonly selected?: string | undefined
  /** Number of the act that is open beside the timeline. */
  readonly openAct?: number | undefined
  readonly onOpen: (act: Act) => void
}) => {
  const { record, day } = useWords()
  const band = bandOf(duties, selected)
  const rows = laneRows(acts, duties, today, band)
  const tint = (banded: boolean): string => (banded ? (band?.status === 'overdue' ? 'late' : 'band') : '')
  const starts = new Set(duties.filter((duty) => duty.due !== null).map((duty) => duty.openedBy))
  return (
    <>
      <div className='lanes' aria-hidden='true'><span>{record.lanes.ours}</span><span>{record.lanes.date}</span><span>{organ ?? record.lanes.theirs}</span></div>
      <ol className='two' aria-label={record.lanes.summary(acts.length, rows.filter((row) => row.kind === 'ahead').length)}>
        {rows.map((row) => {
          switch (row.kind) {
            case 'today': return <li key={row.key} className={`nowl ${tint(row.banded)}`}><span>{record.lanes.today(day.long(today))}</span></li>
            case 'ahead': return (
              <li key={row.key} className={`a ${tint(row.banded)}`}>
                <div>{row.duty.ours && <Ahead duty={row.duty} />}</div>
                <div className='ax'><b>{row.day.slice(5)}</b><span className='dot' /></div>
                <div>{!row.duty.ours && <Ahead duty={row.duty} />}</div>
              </li>
            )
            case 'acts': return (
              <li key={row.key} className={`a ${tint(row.banded)}`}>
                <div>{row.ours !== null && <ActBox act={row.ours} starts={starts.has(row.ours.n)} open={row.ours.n === openAct} onOpen={onOpen} />}</div>
                <div className='ax'>{row.showDay && <b>{day.axis(row.day, today)}</b>}<span className={`dot ${row.ours === null ? 't' : 'u'}`} /></div>
                <div>{row.theirs !== null && <ActBox act={row.theirs} starts={starts.has(row.theirs.n)} open={row.theirs.n === openAct} onOpen={onOpen} />}</div>
              </li>
            )
            default: return row satisfies never
          }
        })}
      </ol>
    </>
  )
}

const Ahead = ({ duty }: { readonly duty: Duty }) => {
  const { record } = useWords()
  const text = useText()
  return <div className='bx f'><span className='t1'><b>{text(duty.obligation)}</b></span><span className='t2'>{record.lanes.due} · {text(duty.chip)}</span></div>
}

const ActBox = ({ act, starts, open, onOpen }: { readonly act: Act; readonly starts: boolean; readonly open: boolean; readonly onOpen: (act: Act) => void }) => {
  const { record } = useWords()
  const text = useText()
  const items = (act.answers ?? act.findings ?? []).map((answer) => answer.demand)
  const parts = [
    act.person === null ? text(act.by.short) : act.person.name,
    act.demands === undefined || act.demands.length === 0 ? '' : record.lanes.demands(act.demands.length),
    items.length === 0 ? '' : record.itemList(items),
    act.files.length === 0 ? '' : record.lanes.files(act.files.length),
  ].filter((part) => part !== '')
  return (
    <button type='button' id={`act-${act.n}`} className={`bx ${act.side === 'procuratorate' ? 'u' : 't'} ${open ? 'at' : ''}`} onClick={() => onOpen(act)}>
      <span className='t1'>
        <b>{text(act.title)}</b>
        <span className='rcno' title={record.lanes.receiptNo}><Icon name='shield' size={12} />{act.receiptNo === null ? record.lanes.pending : act.receiptNo}</span>
      </span>
      <span className='t2'>{starts && <span className='st0'>{record.lanes.starts} · </span>}{parts.join(' · ')}</span>
    </button>
  )
}
