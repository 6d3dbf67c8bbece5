import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import './figure.css'

/** A number in running text: opens what it counts, how it is counted, the moment it is of, and the way to its rows. */
export const FigureChip = ({ value, counts, asOf, rows }: { readonly value: string; readonly counts: string; readonly asOf: string; readonly rows?: ReactNode }) => {
  const { ladder } = useWords()
  return (
    <Popover.Root>
      <Popover.Trigger className='figure' title={counts}>{value}</Popover.Trigger>
      <Popover.Portal><Popover.Content className='figure-of' sideOffset={6} collisionPadding={12}><p><b>{value}</b> = {counts}</p><p className='hint'>{ladder.figure.asOf(asOf)}</p>{rows}</Popover.Content></Popover.Portal>
    </Popover.Root>
  )
}
