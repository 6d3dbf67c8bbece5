import { Link } from '@tanstack/react-router'
import type { UseQueryResult } from '@tanstack/react-query'
import { useSession } from '../../api/session.ts'
import type { LawMatters } from '../../api/wire.gen.ts'
import { Mark, toneOf } from '../../parts/Light.tsx'
import { Loaded } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'

/** Open matters under a rule or of a kind: as many as this identity may see, and no more. */
export const OpenMatters = ({ query }: { readonly query: UseQueryResult<LawMatters> }) => {
  const { library: words, number, day } = useWords()
  const text = useText()
  const liaison = useSession().post.office === 'liaison'
  return (
    <section className='pane omat'>
      <div className='hd'><h2>{words.matters}</h2><span className='hint ell'>{words.mattersHint}</span><div className='sp' />{query.data !== undefined && <b className='num' data-count={query.data.total}>{number(query.data.total)}</b>}</div>
      <Loaded query={query}>{({ items }) => (items.length === 0 ? <p className='bd mut sm'>{words.mattersNone}</p> : (
        <ul>{items.map(({ matter, duties, due }) => (
          <li key={matter.id}><Link to={liaison ? paths.liaisonMatter : paths.matter} params={{ id: matter.id }}>
            <span className={`light ${toneOf[matter.light]}`}><Mark light={matter.light} size={12} /></span><span className='t'><b className='ell'>{matter.title}</b><small className='ell'>{matter.no} · {text(matter.stage)}{matter.subject !== null && ` · ${text(matter.subject.short)}`}</small></span>
            <span className='d'>{due !== null && day.brief(due)}{duties > 1 && <small>{words.duties(duties)}</small>}</span>
          </Link></li>
        ))}</ul>
      ))}</Loaded>
    </section>
  )
}
