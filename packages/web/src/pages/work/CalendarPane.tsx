import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { calendarQuery } from '../../api/calendar.ts'
import type { CalendarDay, Day } from '../../api/wire.gen.ts'
import { monday, shift } from '../../parts/days.ts'
import { Mark, toneOf } from '../../parts/Light.tsx'
import { Loaded } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useWords } from '../../words/words.ts'

/** Three weeks with rest days, make-up days and what ends on each day. */
export const CalendarPane = ({ today, from }: { readonly today: Day; readonly from: string | undefined }) => {
  const { work, day } = useWords()
  const first = from !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(from) ? monday(from) : shift(monday(today), -7)
  const last = shift(first, 20)
  const range = useQuery(calendarQuery(first, last))
  const words = work.calendar
  return (
    <section className='pane calp'>
      <div className='hd'><h2>{words.title}</h2><div className='sp' /><span className='hint'>{day.range(first, last)}</span></div>
      <div className='bd'>
        <Loaded query={range}>{({ days }) => (
          <>
            <div className='wk' aria-hidden='true'>{[1, 2, 3, 4, 5, 6, 7].map((n) => <span key={n}>{day.weekdayLetter(n)}</span>)}</div>
            <ol className='calg'>{days.map((one) => <Cell key={one.day} one={one} today={today} />)}</ol>
          </>
        )}</Loaded>
        <div className='row sm mut legend'><span className='row g4'><span className='mk x'>{words.offMark}</span>{words.off}</span><span className='row g4'><span className='mk b'>{words.makeMark}</span>{words.make}</span><span className='sp' />{from === undefined ? <Link to={paths.work} search={(before: Record<string, unknown>) => ({ ...before, from: shift(first, 21) })}>{words.month}</Link> : <><Link to={paths.work} search={(before: Record<string, unknown>) => { const { from: _, ...rest } = before; return rest }}>{words.back}</Link><Link to={paths.work} search={(before: Record<string, unknown>) => ({ ...before, from: shift(first, 21) })}>{words.month}</Link></>}</div>
      </div>
    </section>
  )
}

const Cell = ({ one, today }: { readonly one: CalendarDay; readonly today: Day }) => {
  const { work, day } = useWords()
  const off = one.kind === 'weekend' || one.kind === 'holiday'
  const kind = one.name ?? work.calendar.kinds[one.kind]
  return (
    <li className={`c${off ? ' off' : ''}${one.kind === 'unpublished' ? ' un' : ''}${one.day === today ? ' today' : ''}`} title={kind} aria-current={one.day === today ? 'date' : undefined}>
      <span className='sr'>{work.calendar.day(day.full(one.day), kind, one.duties)}</span>
      <span aria-hidden='true'>{Number(one.day.slice(8))}</span>
      {one.kind === 'holiday' && <span className='mk x' aria-hidden='true'>{work.calendar.offMark}</span>}{one.kind === 'make-up' && <span className='mk b' aria-hidden='true'>{work.calendar.makeMark}</span>}
      {one.duties > 0 && <span className='p' aria-hidden='true'><span className={toneOf[one.worst ?? 'within']}><Mark light={one.worst ?? 'within'} size={10} /></span>{one.duties > 1 ? one.duties : ''}</span>}
    </li>
  )
}
