import type { ReactNode } from 'react'
import type { RuleRow } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useText, useWords } from '../../words/words.ts'

/** Text with the words that were looked for pointed out. */
export const Hits = ({ text, words }: { readonly text: string; readonly words: readonly string[] }): ReactNode => {
  const found = words.filter((word) => word !== '').map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (found.length === 0) return text
  return text.split(new RegExp(`(${found.join('|')})`, 'gi')).map((part, i) => (i % 2 === 1 ? <mark key={i} className='hit'>{part}</mark> : part))
}

/** How sure the rulebook is of a rule: a shape and words, not colour alone. */
export const Trust = ({ weak, confidence }: { readonly weak: boolean; readonly confidence: string }) => {
  const { library: words } = useWords()
  return <span className={weak ? 'trust weak' : 'trust'} title={weak ? words.mediumTitle : words.high}><Icon name={weak ? 'warn' : 'check'} size={13} />{words.confidence[confidence] ?? confidence}</span>
}

const ours = /^(procurat|chief-prosecutor|prosecut|case-|committee|department-head|any-department|administrative-department|civil-department|execution-department|investigation-department|legal-policy)/
/** Who owes: navy for the procuratorate, teal for another organ, violet for the congress. */
export const Owes = ({ from }: Pick<RuleRow, 'from'>) => {
  const text = useText()
  const { library: words } = useWords()
  const [first] = from
  const tone = first === undefined ? '' : ours.test(first.id) ? ' us' : first.id === 'npc-standing-committee' ? ' npc' : ''
  return <span className={`owes${tone}`}>{from.length === 0 ? words.anyone : from.map((one) => text(one.title)).join(text({ zh: '、', en: ', ' }))}</span>
}
