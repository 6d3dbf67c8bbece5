import type { Organ } from '../api/wire.gen.ts'
import { useText, useWords } from '../words/words.ts'

/** Who bears a duty: solid navy for us, light teal for the other organ. */
export const OrganTag = ({ organ, ours }: { readonly organ: Organ; readonly ours: boolean }) => {
  const { light } = useWords()
  const text = useText()
  return <span className={ours ? 'tag us' : 'tag them'} title={text(organ.name)}>{ours && organ.role === 'procuratorate' ? light.ours : text(organ.short)}</span>
}
