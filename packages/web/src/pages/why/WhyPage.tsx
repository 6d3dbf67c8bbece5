import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { matterQuery, whyQuery } from '../../api/matters.ts'
import { useSession } from '../../api/session.ts'
import type { Duty, Matter, Why } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Articles, LawChip, marked } from '../../parts/LawChip.tsx'
import { Mark, saying, toneOf } from '../../parts/Light.tsx'
import { OrganTag } from '../../parts/OrganTag.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Ledger } from '../../parts/WhyDate.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { Axis } from './Axis.tsx'
import { Strip } from './Strip.tsx'
import { WhatIf } from './WhatIf.tsx'
import './why.css'

/** Why a duty ends on the day it ends: the calendar, the ledger line by line, the article, what would change it, what it rests on. */
export const WhyPage = () => {
  const { id, duty } = useParams({ strict: false }) as { readonly id: string; readonly duty: string }
  const why = useQuery(whyQuery(id, duty))
  const matter = useQuery(matterQuery(id))
  return <Loaded query={why}>{(loaded) => <Explanation key={loaded.duty.id} why={loaded} matter={matter.data} />}</Loaded>
}

const Explanation = ({ why, matter }: { readonly why: Why; readonly matter: Matter | undefined }) => {
  const { why: words, day } = useWords()
  const text = useText()
  const session = useSession()
  const { duty, chained } = why
  const [copied, setCopied] = useState(false)
  const copy = (): void => { void navigator.clipboard.writeText(text(why.sentence)).then(() => setCopied(true)) }
  const all = [duty, ...chained]
  // The first marked sentence is in sight, however long its provision is.
  const law = useRef<HTMLDivElement>(null)
  useEffect(() => { const [box, mark] = [law.current, law.current?.querySelector('mark')]; if (box && mark) box.scrollTop = Math.max(0, mark.offsetTop - box.offsetTop - 44) }, [duty.id])
  const sources = [...new Map(all.flatMap((one) => one.sources).map((source) => [`${source.law}${source.article}`, source])).values()]
  return (
    <div className='whyp'>
      <header className='ih'>
        <span className='crumb'><Link to={paths.matter} params={{ id: why.matter.id }} search={{ duty: duty.id }}>{why.matter.no}</Link><Icon name='right' size={11} /></span>
        <h1>{words.title}</h1>
        <Sentence duty={duty} />
        {chained[0] !== undefined && <><span className='mut nw'>{words.thereby}</span><Sentence duty={chained[0]} /></>}
        <div className='sp' />
        <button type='button' className='btn s noprint' onClick={copy}>{copied ? words.copied : words.copy}</button>
        <a className='btn s noprint' href={jsonOf(why)} download={`${why.matter.no}-${duty.rule}.json`}><Icon name='dl' size={14} />{words.json}</a>
        <button type='button' className='btn s noprint' onClick={() => print()}><Icon name='print' size={14} />{words.print}</button>
      </header>
      <div className='ig'>
        <div className='colx main'>
          <Strip why={why} today={session.today} notice={session.versions.calendar.notice} />
          <div className={chained.length === 0 ? 'led one' : 'led'}>
            {all.slice(0, 2).map((one) => (
              <section key={one.id} className='pane'>
                <div className='hd'><OrganTag organ={one.owedBy} ours={one.ours} /><h2 className='ell' title={text(one.obligation)}>{text(one.ruleTitle)}</h2>{one.explained.provisional && <span className='chip amber'>{words.provisional}</span>}<div className='sp' />{text(one.chip) !== '' && <LawChip sources={one.sources}>{text(one.chip)}</LawChip>}</div>
                <div className='bd np scroll'><Ledger explained={one.explained} light={one.light} /></div>
              </section>
            ))}
          </div>
          {chained.length === 0 && <p className='hint alone'>{words.alone}</p>}
          {matter !== undefined && <Axis matter={matter} today={session.today} current={duty.id} />}
        </div>
        <aside className='colx'>
          <div className='lawx' ref={law}>
            <Articles sources={sources} marks={why.marks} />
            {why.counting.length > 0 && <div className='articles'>{why.counting.map((one) => <article key={one.provision} className='paper'><header><h3>{one.provision}</h3><span>{words.counting}</span></header><p className='lawtext'>{marked(one.quote, why.marks)}</p></article>)}</div>}
          </div>
          <WhatIf why={why} />
          <section className='pane sent'><div className='hd'><h2>{words.sentence}</h2><span className='hint'>{words.sentenceHint}</span><div className='sp' /><button type='button' className='lnk noprint' onClick={copy}>{copied ? words.copied : words.copyShort}</button></div><p className='bd'>{text(why.sentence)}</p></section>
          <section className='pane base'>
            <div className='hd'><h2>{words.record}</h2></div>
            <dl className='bd'>
              <dt>{words.rulebook}</dt><dd>{session.versions.rulebook}</dd>
              <dt>{words.ruleVersion}</dt><dd>{duty.explained.version.from === null ? duty.rule : `${duty.rule} · ${words.version(duty.explained.version.from)}`}</dd>
              <dt>{words.calendar}</dt><dd>{duty.explained.calendar}</dd>
              <dt>{words.opened}</dt><dd><Link to={paths.matter} params={{ id: why.matter.id }} search={{ act: why.start.n }}>{day.brief(why.start.on)} {text(why.start.title)}</Link></dd>
              <dt>{words.receipt}</dt><dd className='mono'>{why.start.receiptNo ?? words.waiting}</dd>
            </dl>
          </section>
        </aside>
      </div>
    </div>
  )
}

/** The whole explanation for machines: every line with its sign, date, provision and quotation. */
const jsonOf = (why: Why): string => `/api/matters/${encodeURIComponent(why.matter.id)}/duties/${encodeURIComponent(why.duty.id)}/why`

const Sentence = ({ duty }: { readonly duty: Duty }) => {
  const words = useWords()
  const text = useText()
  const said = saying(duty, words)
  return (
    <span className='snt'>
      <OrganTag organ={duty.owedBy} ours={duty.ours} /><span className='ell' title={text(duty.obligation)}>{text(duty.obligation)}</span>
      <span className={`light ${toneOf[duty.light]}`}><Mark light={duty.light} />{duty.due === null ? said.short : words.why.ends(words.day.brief(duty.due), said.short)}</span>
    </span>
  )
}
