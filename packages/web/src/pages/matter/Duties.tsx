import { useState, type KeyboardEvent } from 'react'
import type { Act, Day, Duty } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { daysBetween } from '../../parts/days.ts'
import { LawChip } from '../../parts/LawChip.tsx'
import { DutyLight } from '../../parts/Light.tsx'

const settled = (duty: Duty): boolean => duty.status === 'discharged-in-time' || duty.status === 'discharged-late' || duty.status === 'waived' || duty.status === 'superseded'

/** J and K, or the arrows, move between the duties. */
const step = (event: KeyboardEvent<HTMLUListElement>): void => {
  const by = event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0
  if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.du')]
  const next = all[all.findIndex((one) => one === document.activeElement) + by]
  if (next !== undefined) { event.preventDefault(); next.focus() }
}

/** Open duties, most urgent first; the chosen one binds the law panel and the band of the timeline. */
export const Duties = ({ duties, acts, today, selected, onSelect, onWhy }: { readonly duties: readonly Duty[]; readonly acts: readonly Act[]; readonly today: Day; readonly selected: string | undefined; readonly onSelect: (id: string) => void; readonly onWhy: () => void }) => {
  const { matter: words } = useWords()
  const [all, setAll] = useState(false)
  const open = duties.filter((duty) => !settled(duty)).sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
  const done = duties.filter(settled).sort((a, b) => (b.due ?? '').localeCompare(a.due ?? ''))
  return (
    <section className='pane o-duties half'>
      <div className='hd'><h2>{words.duties.title}</h2><span className='hint xl'>{words.duties.hint}</span><div className='sp' /><button type='button' className='lnk only-large' onClick={onWhy} data-why>{words.law.plain}</button>{done.length > 0 && <button type='button' className='lnk' aria-pressed={all} title={all ? words.duties.hideEarlier : words.duties.showEarlier} onClick={() => setAll(!all)}>{words.duties.earlier(done.length)}</button>}<span className='sm mut'>{open.length}</span></div>
      <div className='bd np scroll'>
        {open.length === 0 && !all && <p className='blank'>{words.duties.none}</p>}
        <ul className='dus' onKeyDown={step}>
          {[...open, ...(all ? done : [])].map((duty) => (
            <li key={duty.id}><DutyItem duty={duty} opening={acts.find((act) => act.n === duty.openedBy)} today={today} selected={duty.id === selected} onSelect={onSelect} /></li>
          ))}
        </ul>
      </div>
    </section>
  )
}

const DutyItem = ({ duty, opening, today, selected, onSelect }: { readonly duty: Duty; readonly opening: Act | undefined; readonly today: Day; readonly selected: boolean; readonly onSelect: (id: string) => void }) => {
  const { matter: words, day, record } = useWords()
  const text = useText()
  const tone = duty.light === 'overdue' ? 'red' : duty.light === 'near' ? 'amber' : ''
  const running = selected && opening !== undefined && duty.due !== null && !settled(duty)
  const share = running ? Math.max(0, Math.min(100, (daysBetween(opening.on, today) / Math.max(1, daysBetween(opening.on, duty.due ?? today))) * 100)) : 0
  return (
    <button type='button' className={selected ? 'du sel' : 'du'} aria-pressed={selected} onClick={() => onSelect(duty.id)} data-duty={duty.rule}>
      <span className='h'>
        <span className={duty.ours ? 'tag us' : 'tag them'}>{duty.ours ? record.ours : text(duty.owedBy.short)}</span>
        <span className='ob' title={text(duty.obligation)}>{text(duty.obligation)}</span>
        <DutyLight duty={duty} />
      </span>
      {running && <span className={`pr ${tone}`}><i style={{ width: `${share}%` }} /><b style={{ left: `${share}%` }} /></span>}
      <span className='m'>
        {running
          ? <><span>{words.duties.start(opening.on.slice(5), text(opening.title))}</span><span className='sp' />{today <= (duty.due ?? '') && <span>{words.duties.today}</span>}<span className='sp' /><b className={tone || 'green'}>{duty.due === null ? '' : day.short(duty.due)}</b></>
          : <>{duty.due !== null && <span className='nw'>{duty.status === 'not-started' ? words.duties.earliest(day.short(duty.due)) : day.short(duty.due)}</span>}<LawChip>{text(duty.chip)}</LawChip></>}
      </span>
    </button>
  )
}
