import { Popover } from 'radix-ui'
import { useState } from 'react'
import type { Day } from '../../api/wire.gen.ts'
import { useWords } from '../../words/words.ts'
import { Icon } from '../../parts/Icon.tsx'

/** Chooses the day whose knowledge is replayed. */
export const KnownAt = ({ openedOn, today, value, onShow }: { readonly openedOn: Day; readonly today: Day; readonly value: Day | undefined; readonly onShow: (day: Day) => void }) => {
  const { matter: words } = useWords()
  const [day, setDay] = useState(value ?? today)
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className='btn s'><Icon name='clock' size={14} />{words.actions.knownAt}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className='pop' align='end' sideOffset={6}>
          <form className='actform' onSubmit={(event) => { event.preventDefault(); setOpen(false); onShow(day) }}>
            <b>{words.known.title}</b><p className='note'>{words.known.hint}</p>
            <label className='fld'><span className='sm mut2'>{words.known.day}</span><input className='inp' type='date' required min={openedOn} max={today} value={day} onChange={(event) => setDay(event.target.value)} /></label>
            <button type='submit' className='btn'>{words.known.show}</button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
