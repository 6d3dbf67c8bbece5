import type { Light } from '../api/wire.gen.ts'
import { useWords } from '../words/words.ts'
import { saying, toneOf, type Dated } from './saying.ts'

export { saying, toneOf } from './saying.ts'

const shape = {
  'overdue': <rect x='2.3' y='2.3' width='7.4' height='7.4' transform='rotate(45 6 6)' fill='currentColor' />,
  'near': <path d='M6 1.2 11.3 10.6H.7z' fill='currentColor' />,
  'within': <circle cx='6' cy='6' r='4.6' fill='currentColor' />,
  'paused': <><circle cx='6' cy='6' r='4.6' fill='none' stroke='currentColor' strokeWidth='1.3' /><path d='M4.7 4v4M7.3 4v4' stroke='currentColor' strokeWidth='1.4' /></>,
  'not-started': <circle cx='6' cy='6' r='4.2' fill='none' stroke='currentColor' strokeWidth='1.5' />,
  'review': <path d='M6 1 11 6 6 11 1 6z' fill='none' stroke='currentColor' strokeWidth='1.5' />,
  'done': <><circle cx='6' cy='6' r='4.6' fill='none' stroke='currentColor' strokeWidth='1.3' /><path d='M3.8 6.2 5.4 7.7 8.3 4.5' fill='none' stroke='currentColor' strokeWidth='1.4' /></>,
} as const satisfies Record<Light, unknown>

/** The shape alone; the text is beside it. */
export const Mark = ({ light, size = 12 }: { readonly light: Light; readonly size?: number }) => <svg width={size} height={size} viewBox='0 0 12 12' aria-hidden='true'>{shape[light]}</svg>

/** Colour, shape and text of one duty's period. */
export const DutyLight = ({ duty }: { readonly duty: Dated }) => {
  const words = useWords()
  const { short, whole } = saying(duty, words)
  return <span className={`light ${toneOf[duty.light]}`}><Mark light={duty.light} /><span aria-hidden='true'>{short}</span><span className='sr'>{whole}</span></span>
}

/** The light of something that has no single date, like a whole matter. */
export const LightOf = ({ light, children }: { readonly light: Light; readonly children?: string }) => {
  const { light: words } = useWords()
  const names: Record<Light, string> = { 'overdue': words.late, 'near': words.near, 'within': words.within, 'paused': words.paused, 'not-started': words.notStarted, 'review': words.review, 'done': words.done }
  return <span className={`light ${toneOf[light]}`}><Mark light={light} />{children ?? names[light]}</span>
}
