import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Neighbour, RuleDetail } from '../../api/wire.gen.ts'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'

type One = RuleDetail['around'][number]

/** A provision between the one before and the one after it. */
export const Around = ({ around }: { readonly around: readonly One[] }) => {
  const { library: words } = useWords()
  return (
    <>{around.map((one) => (
      <section key={one.law + one.at.article} className='around'>
        <h3><b>{one.law}</b>{one.under.length > 0 && <span>{one.under.join(' · ')}</span>}<span className={one.from === 'text' ? 'src' : 'src amber'}>{one.from === 'text' ? `${words.aroundText}${one.excerpt ? `（${words.excerpt}）` : ''}` : words.aroundQuotes}</span>{one.from === 'text' && <Link className='lnk' to={paths.lawText} params={{ law: one.law }} search={{ article: one.at.article }}>{words.whole}</Link>}</h3>
        <Side which={words.before} one={one.before} none={words.first} />
        <div className='at'><b>{one.at.article}</b><p className='lawtext'>{one.at.text}</p></div>
        <Side which={words.after} one={one.after} none={words.last} />
      </section>
    ))}</>
  )
}

const Side = ({ which, one, none }: { readonly which: string; readonly one: Neighbour | null; readonly none: string }) => {
  const text = useText()
  if (one === null) return <p className='beside mut sm'>{none}</p>
  return <div className='beside' aria-label={which}><b>{one.article}{one.rule !== null && <Fragment> <Link to={paths.rule} params={{ id: one.rule.id }}>{text(one.rule.title)}</Link></Fragment>}</b><p className='lawtext' title={one.text}>{one.text}</p></div>
}
