import { Popover } from 'radix-ui'
import { useState } from 'react'
import type { Day, Instant } from '../api/wire.gen.ts'
import { useWords } from '../words/words.ts'
import { Icon } from './Icon.tsx'
import './figure.css'

/** The moment that a list, score or board is of; another day shows it as it was known then. */
export const AsOf = ({ at, checkpoint, today, value, onChange }: { readonly at: Instant; readonly checkpoint?: number | undefined; readonly today: Day; readonly value: Day | undefined; readonly onChange: (day: Day | undefined) => void }) => {
  const { ladder, matter, day, number } = useWords()
  const [chosen, setChosen] = useState(value ?? today)
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className='asof'><Icon name='clock' size={14} />{ladder.asOf} <b>{day.moment(at)}</b>{checkpoint !== undefined && <span className='hint xl'>{ladder.checkpoint(number(checkpoint))}</span>}<Icon name='down' size={13} /></Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className='menu asof-of' align='end' sideOffset={6}>
          <b>{matter.known.title}</b><p className='hint'>{matter.known.hint}</p>
          <form onSubmit={(event) => { event.preventDefault(); onChange(chosen === today ? undefined : chosen); setOpen(false) }}>
            <input className='inp sp' type='date' aria-label={matter.known.day} value={chosen} max={today} onChange={(event) => setChosen(event.target.value)} required />
            <button className='btn p'>{matter.known.show}</button>
          </form>
          {value !== undefined && <button type='button' className='btn s t' onClick={() => { onChange(undefined); setOpen(false) }}>{matter.known.back}</button>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
