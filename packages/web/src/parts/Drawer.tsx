import { Dialog as Primitive } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { Icon } from './Icon.tsx'
import './float.css'

/** Opens with the focus in the first field, if there is one; gives it back on closing to where it was, or to the page when that is gone. */
const useFocus = (): { readonly onOpenAutoFocus: (event: Event) => void; readonly onCloseAutoFocus: (event: Event) => void } => {
  const [before] = useState(() => document.activeElement)
  return {
    onOpenAutoFocus: (event) => {
      const field = event.target instanceof HTMLElement ? event.target.querySelector<HTMLElement>('.in :is(input:not([type=file],[type=hidden]),select,textarea):not(:disabled)') : null
      if (field !== null) { event.preventDefault(); field.focus() }
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault()
      const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : document.getElementById('main')
      back?.focus({ preventScroll: true })
    },
  }
}

/** A sheet from the right edge. Takes the focus, gives it back on Esc or close. Shown while mounted. */
export const Drawer = ({ title, onClose, foot, wide = false, children }: { readonly title: ReactNode; readonly onClose: () => void; readonly foot?: ReactNode; readonly wide?: boolean; readonly children: ReactNode }) => {
  const { shell } = useWords()
  const focus = useFocus()
  return (
    <Primitive.Root open onOpenChange={(open) => { if (!open) onClose() }}>
      <Primitive.Portal>
        <Primitive.Overlay className='veil' />
        <Primitive.Content className={wide ? 'drawer wider' : 'drawer'} aria-describedby={undefined} {...focus}>
          <header><Primitive.Title asChild><h2>{title}</h2></Primitive.Title><Primitive.Close className='btn s t' aria-label={shell.help.keys.esc} title='Esc'><Icon name='x' size={16} /></Primitive.Close></header>
          <div className='in'>{children}</div>
          {foot !== undefined && <footer>{foot}</footer>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** A question or a short list in the middle of the page. */
export const Dialog = ({ title, onClose, foot, children }: { readonly title: string; readonly onClose: () => void; readonly foot?: ReactNode; readonly children: ReactNode }) => {
  const { shell } = useWords()
  const focus = useFocus()
  return (
    <Primitive.Root open onOpenChange={(open) => { if (!open) onClose() }}>
      <Primitive.Portal>
        <Primitive.Overlay className='veil' />
        <Primitive.Content className='dialog' aria-describedby={undefined} {...focus}>
          <header><Primitive.Title asChild><h2>{title}</h2></Primitive.Title><Primitive.Close className='btn s t' aria-label={shell.help.keys.esc} title='Esc'><Icon name='x' size={16} /></Primitive.Close></header>
          <div className='in'>{children}</div>
          {foot !== undefined && <footer>{foot}</footer>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
