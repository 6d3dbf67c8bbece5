import type { Day, Why } from '../../api/wire.gen.ts'
import { daysBetween } from '../../parts/days.ts'
import { fullOn } from '../../parts/strip.ts'
import { DayStrip } from '../../parts/WhyDate.tsx'
import { useText, useWords } from '../../words/words.ts'

const shown = 31

/** The whole period as one bar, then its last days one by one with rest days, make-up days and both ends. */
export const Strip = ({ why, today, notice }: { readonly why: Why; readonly today: Day; readonly notice: string }) => {
  const { why: words, day } = useWords()
  const text = useText()
  const { duty, days, start, chained } = why
  const due = duty.due
  const legend = <span className='row sm mut xl' style={{ gap: 10 }}><span className='row g4'><span className='mk x'>{words.offMark}</span>{words.off}</span><span className='row g4'><span className='mk b'>{words.makeMark}</span>{words.make}</span></span>
  if (due === null) return <section className='pane'><div className='hd'><h2>{words.strip}</h2></div><p className='bd mut'>{words.noEnd}</p></section>
  const begin = duty.explained.steps.find((step) => step.sign === 'start')?.date ?? start.on
  const whole = Math.max(1, daysBetween(begin, due))
  const at = (one: Day): string => `${Math.max(0, Math.min(100, (daysBetween(begin, one) / whole) * 100))}%`
  const counted = duty.explained.steps.find((step) => step.sign === 'count')?.date ?? null
  const full = fullOn(duty.explained)
  const months = days.filter((one) => one.day.endsWith('-01') && one.day > begin && one.day < due)
  // The last days end a little after the last end that matters.
  const ends = chained.flatMap((one) => (one.due === null ? [] : [one.due]))
  const last = [due, ...ends, today <= due ? due : today].toSorted().findLast((one) => daysBetween(due, one) < 20) ?? due
  const end = Math.min(days.length, days.findIndex((one) => one.day === last) + 5)
  const near = end < 5 ? days.slice(-shown) : days.slice(Math.max(0, end - shown), end)
  const column = (one: Day): number => near.findIndex((cell) => cell.day === one) + 1
  const lane = { gridTemplateColumns: `repeat(${near.length},minmax(0,1fr))` }
  const from = Math.max(1, column(begin))
  const solid = full !== null && column(full) > 0 ? column(full) : column(due)
  return (
    <section className='pane strip'>
      <div className='hd'><h2>{words.strip}</h2><span className='hint ell'>{words.notice(notice)}</span><div className='sp' />{legend}</div>
      <div className='macro' aria-hidden='true'>
        <b className='t' style={{ left: 0 }}>{words.started(day.short(begin), text(start.title))}</b>
        <span className='t' style={{ right: 0 }}>{full !== null && <>{words.falls(day.brief(full))}{words.rolled}</>}<b className={duty.light === 'overdue' ? 'red' : 'blue'}>{day.short(due)}</b></span>
        <div className='ln'><i style={{ left: 0, right: 0, background: 'var(--navy-2)' }} />{full !== null && <i style={{ left: at(full), right: 0, background: 'var(--red)' }} />}</div>
        <i className='pin' style={{ left: 0 }} /><i className='pin' style={{ right: 0, background: 'var(--red)' }} />
        {today > begin && today < due && <i className='pin now' style={{ left: at(today) }} title={words.today} />}
        {counted !== null && <span className='t u' style={{ left: '2.5%' }}>{words.counts(day.brief(counted))}</span>}
        {months.filter((one) => daysBetween(begin, one.day) / whole > 0.24).map((one) => <span key={one.day} className='t u' style={{ left: at(one.day) }}>{day.month(one.day)}</span>)}
      </div>
      <div className='zoom'>
        {near[0] !== undefined && <p className='sm mut'>{words.zoom(day.month(near[0].day), near.length)}</p>}
        <DayStrip days={near} explained={duty.explained} light={duty.light} today={today} ends={ends} />
        <div className='lane' style={lane} aria-hidden='true'>
          {solid > 0 && <i className='run' style={{ gridColumn: `${from}/${solid + 1}` }} />}
          {full !== null && column(due) > solid && <i className='over' style={{ gridColumn: `${solid + 1}/${column(due) + 1}` }} />}
        </div>
        <p className='sm mut2 calcline'>{text(duty.calc)}</p>
        {chained[0] !== undefined && <Counting why={why} near={near.map((one) => one.day)} />}
      </div>
    </section>
  )
}

/** The chained period, counted out in the cells: 1 2 3 … with rest days left out where working days count. */
const Counting = ({ why, near }: { readonly why: Why; readonly near: readonly Day[] }) => {
  const { why: words, light } = useWords()
  const text = useText()
  const duty = why.chained[0]
  if (duty === undefined || duty.due === null) return null
  const from = duty.explained.steps.find((step) => step.sign === 'count')?.date
  const working = duty.explained.steps.some((step) => step.sign === 'working')
  if (from === null || from === undefined || !near.includes(from) || !near.includes(duty.due)) return null
  let n = 0
  const cells = why.days.filter((one) => one.day >= from && one.day <= (duty.due ?? '')).map((one) => { const rest = working && (one.kind === 'weekend' || one.kind === 'holiday'); return { day: one.day, n: rest ? null : ++n } })
  return (
    <div className='lane count' style={{ gridTemplateColumns: `repeat(${near.length},minmax(0,1fr))` }} aria-hidden='true'>
      <span style={{ gridColumn: `1/${near.indexOf(from) + 1}` }}>{duty.ours ? light.ours : text(duty.owedBy.short)}：{text(duty.calc)}</span>
      {cells.map((cell) => <b key={cell.day} className={cell.n === null ? 'no' : undefined} style={{ gridColumn: near.indexOf(cell.day) + 1 }}>{cell.n ?? words.offMark}</b>)}
    </div>
  )
}
