import type { CheckedSource } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useWords } from '../../words/words.ts'
import { Hits } from './Mark.tsx'

/** A provision word for word, with its edition, where and how it was read, and whether the imported text has it. */
export const Provision = ({ source, marks = [] }: { readonly source: CheckedSource; readonly marks?: readonly string[] }) => {
  const { library: words } = useWords()
  const weak = source.textOrigin !== 'copied' && source.textOrigin !== 'transcribed'
  return (
    <article className='prov'>
      <header><h3>{source.law} {source.article}</h3><span>{source.versionDate}</span></header>
      {source.quote === '' ? <p className='sm'>{words.origins[source.textOrigin] ?? source.textOrigin}</p> : <p className='lawtext'><Hits text={source.quote} words={marks} /></p>}
      <footer>
        {source.documentNo !== null && <span>{source.documentNo}</span>}
        <span className={weak ? 'amber' : undefined}>{words.origins[source.textOrigin] ?? source.textOrigin}</span>
        {source.check !== 'no-text' && <span className={source.check === 'found' ? 'green row g4' : 'amber row g4'}><Icon name={source.check === 'found' ? 'check' : 'warn'} size={12} />{words.checks[source.check]}</span>}
        <span>{words.readIn} {source.readAt}</span>
      </footer>
    </article>
  )
}
