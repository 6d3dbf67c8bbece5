import type { CalendarDay, Day, Explained, Light, Step } from '../api/wire.gen.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { toneOf } from './saying.ts'
import { fullOn, weekAround, wordsOf } from './strip.ts'
import './whydate.css'

/**
 * One line of the ledger: its sign, what was done in a few words, the result, and the short provision it rests on. The whole sentence and the full
 * name of the law stand in the title; screen readers and paper get them instead.
 */
const Line = ({ step, last, light, at }: { readonly step: Step; readonly last: boolean; readonly light: Light; readonly at: string | null }) => {
  const { why, day } = useWords()
  const chinese = useLanguage() === 'zh'
  const tone = last ? toneOf[light] : ''
  const { few, whole, provision } = wordsOf(step, chinese, why.signNames)
  return (
    <li className={last ? `end ${tone}` : step.sign === 'provisional' ? 'doubt' : undefined}>
      <span className='k' title={why.signNames[step.sign]}><span aria-hidden='true'>{why.signs[step.sign]}</span><span className='sr'>{why.signNames[step.sign]}</span></span>
      <span className='w' title={whole}><span aria-hidden='true' className='few'>{few}</span><span className='sr whole'>{whole}</span></span>
      <span className='v'>{at ?? (step.date === null ? why.none : day.short(step.date))}</span>
      {/* The end rests on the lines above it. */}
      {provision !== '' && !(last && step.date !== null) && <span className='y' title={step.provision}><span aria-hidden='true' className='few'>{provision}</span><span className='sr whole'>{step.provision}</span></span>}
    </li>
  )
}

/** The ledger of a date, line by line; the last one repeats the light. With days around the end also a week of the calendar. */
export const Ledger = ({ explained, light, days }: { readonly explained: Explained; readonly light: Light; readonly days?: readonly CalendarDay[] }) => {
  const { why, day } = useWords()
  const last = explained.steps.length - 1
  const end = explained.dueAt !== null ? day.moment(explained.dueAt).slice(5) : explained.due === null ? null : why.endOf(day.short(explained.due))
  const around = weekAround(days ?? [], explained.due)
  return (
    <>
      <ol className='ledger'>{explained.steps.map((step, i) => <Line key={`${i}${step.sign}`} step={step} last={i === last && step.sign === 'end'} light={light} at={i === last && step.sign === 'end' ? end : null} />)}</ol>
      {explained.provisional && explained.provisionalBecause !== undefined && <p className='ledger-doubt'><b>{why.provisional}</b> {explained.provisionalBecause}</p>}
      {around.length > 0 && <DayStrip days={around} explained={explained} light={light} />}
    </>
  )
}

/** Days of the calendar in a row: rest days, make-up days, where the period is full, where it ends, today. */
export const DayStrip = ({ days, explained, light, today, ends = [] }: { readonly days: readonly CalendarDay[]; readonly explained: Explained; readonly light: Light; readonly today?: Day; readonly ends?: readonly Day[] }) => {
  const { why, work, day } = useWords()
  const full = fullOn(explained)
  const start = explained.steps[0]?.sign === 'start' ? explained.steps[0].date : null
  return (
    <ol className='daystrip' style={{ gridTemplateColumns: `repeat(${days.length},minmax(0,1fr))` }}>
      {days.map((one) => {
        const end = one.day === explained.due
        const other = !end && ends.includes(one.day)
        const isFull = one.day === full
        const mark = end || other ? why.end : isFull ? why.full : one.day === start ? why.startMark : one.kind === 'holiday' ? why.offMark : one.kind === 'make-up' ? why.makeMark : ''
        const kind = one.kind === 'holiday' ? 'h' : one.kind === 'make-up' ? 'm' : one.kind === 'weekend' ? 'w' : one.kind === 'unpublished' ? 'u' : ''
        return (
          <li key={one.day} className={[kind, end ? `end ${toneOf[light]}` : '', other ? 'other' : '', isFull ? 'full' : '', one.day === today ? 'tod' : ''].filter((name) => name !== '').join(' ')} title={one.name ?? work.calendar.kinds[one.kind]} data-today={one.day === today ? why.today : undefined}>
            <span className='sr'>{day.full(one.day)} {one.name ?? work.calendar.kinds[one.kind]}</span>
            <span aria-hidden='true'>{Number(one.day.slice(8))}<small>{day.weekdayLetter(one.weekday)}</small></span>{mark !== '' && <em>{mark}</em>}
          </li>
        )
      })}
    </ol>
  )
}
