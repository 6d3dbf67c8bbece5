import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { folded } from '@hengjian/law'
import { lawTextQuery } from '../../api/law.ts'
import type { LawTextPage } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Loaded } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { filtered } from '../lawtables/filtering.ts'
import { useTable } from '../lawtables/Table.tsx'
import { Frame } from '../rules/Frame.tsx'
import { Hits } from '../rules/Mark.tsx'
import './texts.css'

/** One law in full, article by article, with the rules that rest on each. */
export const TextPage = () => {
  const { law } = useParams({ strict: false }) as { readonly law: string }
  const text = useQuery(lawTextQuery(law))
  return <Frame filters><Loaded query={text}>{(loaded) => <Whole key={loaded.law} text={loaded} />}</Loaded></Frame>
}

const Whole = ({ text: law }: { readonly text: LawTextPage }) => {
  const { library: words, number } = useWords()
  const text = useText()
  const { search } = useTable()
  const asked = (search as { readonly article?: string }).article
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => { if (asked !== undefined) page.current?.querySelector('.art.at')?.scrollIntoView({ block: 'center' }) }, [asked, law])
  const shown = filtered(law.articles, search.q, (one) => `${one.label} ${one.text}`)
  const resting = law.articles.filter(({ rules }) => rules.length > 0)
  const go = (label: string): void => page.current?.querySelector(`[data-article="${CSS.escape(label)}"]`)?.scrollIntoView({ block: 'start' })
  return (
    <div className='ltp'>
      <nav className='pane' aria-label={words.texts.rests}><div className='hd'><h2>{words.texts.rests}</h2><span className='hint'>{number(resting.length)}</span></div><ul className='bd np scroll'>{resting.map((one) => <li key={one.label}><button type='button' onClick={() => go(one.label)}><b>{one.label}</b><span className='ell'>{one.rules.map((rule) => text(rule.title)).join('、')}</span></button></li>)}</ul></nav>
      <section className='paper book' ref={page}>
        <header><h2>{law.law}</h2><p>{law.version}{law.excerpt && ` · ${words.texts.excerpt}`} · {words.texts.found(number(shown.length), number(law.articles.length))}</p></header>
        {shown.map((one, i) => {
          const heads = one.under.filter((head, n) => shown[i - 1]?.under[n] !== head)
          const at = asked !== undefined && folded(one.label) === folded(asked)
          return (
            <article key={one.label} data-article={one.label} className={at ? 'art at' : one.rules.length > 0 ? 'art used' : 'art'}>
              {heads.map((head) => <h3 key={head}>{head}</h3>)}
              <p className='lawtext'><b>{one.label}</b>　<Hits text={one.text} words={search.q === undefined ? [] : search.q.split(/\s+/)} /></p>
              {one.rules.length > 0 && <p className='by'><Icon name='book' size={12} />{one.rules.map((rule) => <Link key={rule.id} to={paths.rule} params={{ id: rule.id }}>{text(rule.title)}</Link>)}</p>}
            </article>
          )
        })}
      </section>
    </div>
  )
}
