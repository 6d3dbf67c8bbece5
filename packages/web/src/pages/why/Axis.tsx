import type { Day, Matter } from '../../api/wire.gen.ts'
import { daysBetween, shift } from '../../parts/days.ts'
import { saying, toneOf } from '../../parts/Light.tsx'
import { useText, useWords } from '../../words/words.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'

/** Every duty of the matter on one axis. On wide screens only; the list beside the timeline tells the same in words. */
export const Axis = ({ matter, today, current }: { readonly matter: Matter; readonly today: Day; readonly current: string }) => {
  const words = useWords()
  const { why, day } = words
  const text = useText()
  const rows = matter.duties.flatMap((duty) => {
    const from = duty.explained.steps.find((step) => step.sign === 'start')?.date ?? matter.acts.find((act) => act.n === duty.openedBy)?.on
    return duty.due === null || from === undefined || from === null ? [] : [{ duty, from, to: duty.due }]
  }).sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))
  if (rows.length < 2) return null
  const first = rows[0]?.from ?? today
  const end = shift(rows.map((row) => row.to).concat(today).toSorted().at(-1) ?? today, 20)
  const span = Math.max(1, daysBetween(first, end))
  // A quarter at the right stays free for the words of the last bars.
  const at = (one: Day): number => (daysBetween(first, one) / span) * 75
  const months: Day[] = []
  for (let one = `${first.slice(0, 8)}01`; one <= end; one = `${shift(one, 31).slice(0, 8)}01`) if (one >= first) months.push(one)
  const step = Math.ceil(months.length / 14)
  return (
    <section className='pane wide f axis'>
      <div className='hd'><h2>{why.all}</h2><span className='hint'>{why.allHint}</span></div>
      <div className='bd scroll'>
        <div className='grid'>
          <span /><div className='months' aria-hidden='true'>{months.filter((_, i) => i % step === 0).map((one) => <i key={one} style={{ left: `${at(one)}%` }}>{day.month(one)}</i>)}<i className='now' style={{ left: `${at(today)}%` }} title={why.todayAxis} /></div>
          {rows.map(({ duty, from, to }) => {
            const left = Math.max(0, at(from))
            const width = Math.max(0.4, at(to) - left)
            return (
              <Link key={duty.id} className={duty.id === current ? 'g on' : 'g'} to={paths.why} params={{ id: matter.id, duty: duty.id }} style={{ display: 'contents' }}>
                <span className='n'><span className='ell' title={text(duty.obligation)}>{text(duty.ruleTitle)}</span><small className={duty.ours ? 'blue' : 'teal'}>{duty.ours ? words.light.ours : text(duty.owedBy.short)}</small></span>
                <span className='b'><i className={`${toneOf[duty.light]} ${duty.status === 'not-started' ? 'future' : ''}`} style={{ left: `${left}%`, width: `${width}%` }} /><em style={{ left: `${left + width + 0.8}%` }}>{day.brief(to)} {saying(duty, words).short} <small>{text(duty.calc)}</small></em><i className='now' style={{ left: `${at(today)}%` }} /></span>
              </Link>
            )
          })}
        </div>
      </div>
    </section>
  )
}
