import { Link } from '@tanstack/react-router'
import type { Act, Day, Duty, Matter, Permission } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { LawChip } from '../../parts/LawChip.tsx'
import { Mark } from '../../parts/Light.tsx'
import { daysBetween } from '../../parts/days.ts'

const tone = (duty: Duty): '' | 'amber' | 'red' => (duty.light === 'overdue' ? 'red' : duty.light === 'near' ? 'amber' : '')

/** Days left in large figures, the sentence of what is asked, and the period as a bar from its start to its last day. */
export const DueBox = ({ matter, duty, opening, today, ack, onAck }: {
  readonly matter: Matter
  readonly duty: Duty | undefined
  readonly opening: Act | undefined
  readonly today: Day
  /** The act of acknowledging, when it waits for us: it starts the period. */
  readonly ack: Permission | undefined
  readonly onAck: (permission: Permission) => void
}) => {
  const { liaison: words, day } = useWords()
  const text = useText()
  if (ack !== undefined) {
    return (
      <div className='duebox ack'>
        <span className='amber'><Mark light='near' size={26} /></span>
        <div><b>{words.ack.title}</b><p className='sm mut2'>{words.ack.body}</p></div>
        <button type='button' className='btn teal' onClick={() => onAck(ack)} data-act={ack.key}>{words.ack.button}</button>
      </div>
    )
  }
  if (duty === undefined) return <div className='duebox'><span className='green'><Mark light='done' size={26} /></span><b>{matter.state === 'closed' ? words.due.done : words.due.none}</b><span /></div>
  const left = duty.daysLeft
  const late = left !== null && left < 0
  const passed = opening === undefined ? 0 : Math.max(0, daysBetween(opening.on, today))
  const whole = opening === undefined || duty.due === null ? 0 : Math.max(1, daysBetween(opening.on, duty.due))
  const share = whole === 0 ? 0 : Math.min(100, (passed / whole) * 100)
  return (
    <div className='duebox'>
      <div className={`big ${tone(duty) || 'green'}`}>{left === null ? <Mark light={duty.light} size={26} /> : <><b>{Math.abs(left)}</b><span>{late ? words.due.late(-left).replace(/\d+ ?/, '') : words.due.days}</span></>}</div>
      <div>
        <div className='row' style={{ gap: 10 }}>
          <span className={tone(duty) || 'green'}><Mark light={duty.light} size={13} /></span>
          <b>{duty.due === null ? words.due.plain(text(duty.obligation)) : words.due.please(text(duty.obligation), day.longWeekday(duty.due))}</b>
          {duty.due !== null && <Link className='why' to='/matters/$id/why/$duty' params={{ id: matter.id, duty: duty.id }}>{words.due.why}</Link>}
        </div>
        {whole > 0 && <><span className={`pr ${tone(duty)}`} aria-hidden='true'><i style={{ width: `${share}%` }} /><b style={{ left: `${share}%` }} /></span>
          <div className='row sm mut'><span>{opening !== undefined && words.due.start(opening.on.slice(5), text(opening.title))}</span><span className='sp' /><span>{words.due.passed(passed)}</span><span className='sp' /><span>{duty.due !== null && words.due.end(duty.due.slice(5))}</span></div></>}
      </div>
      <div className='r'><LawChip>{text(duty.chip)}</LawChip>{matter.handler !== null && <div className='sm mut' style={{ marginTop: 5 }}>{words.due.handler(matter.handler)}</div>}</div>
    </div>
  )
}
