import { icons } from './icons.ts'

export type IconName = keyof typeof icons

/** A stroke icon in the colour of its text. Decoration only: what it means is always said in words beside it or in a label. */
export const Icon = ({ name, size = 16, stroke = 1.4 }: { readonly name: IconName; readonly size?: number; readonly stroke?: number }) => (
  <svg width={size} height={size} viewBox='0 0 16 16' fill='none' stroke='currentColor' strokeWidth={stroke} strokeLinecap='round' strokeLinejoin='round' aria-hidden='true'><path d={icons[name]} /></svg>
)

/** The balance on the horizon. */
export const Logo = ({ size = 28 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox='0 0 28 28' aria-hidden='true'>
    <path d='M5 14a9 9 0 0 0 18 0z' fill='currentColor' opacity='.28' /><circle cx='14' cy='14' r='9' fill='none' stroke='currentColor' strokeWidth='1.8' />
    <path d='M1.5 14h25' stroke='currentColor' strokeWidth='1.8' strokeLinecap='round' /><path d='M14 14l2.6 4.2h-5.2z' fill='currentColor' /><circle cx='14' cy='3' r='1.3' fill='currentColor' />
  </svg>
)
