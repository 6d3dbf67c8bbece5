import type { RuleRow } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { Owes } from './Mark.tsx'
import { isDuty } from './mood.ts'
import { Said } from './Said.tsx'

/** A rule in the sentence that every page is made of: who — must do what — towards whom — by when — otherwise what. */
export const Sentence = ({ rule, consequence = null }: { readonly rule: RuleRow; readonly consequence?: RuleRow['title'] | null }) => {
  const { library: words } = useWords()
  const text = useText()
  return (
    <p className='sentence'>
      <Owes from={rule.from} /> {isDuty(rule.obligation.zh) && <><span className='mut'>{words.must}</span> </>}<b>{text(rule.obligation)}</b>
      <span className='by'>{rule.period === null ? rule.noPeriod === null ? words.noPeriod : text(rule.noPeriod) : words.within(text(rule.period))}</span>
      {rule.to.length > 0 && <span className='mut2'>{words.towards(rule.to.map((one) => text(one.title)).join(text({ zh: '、', en: ', ' })))}</span>}
      {consequence !== null && <span className='else'><i>{words.otherwise}</i> <Said text={text(consequence)} /></span>}
    </p>
  )
}
