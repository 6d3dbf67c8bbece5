import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { matterQuery, whyIfQuery, whyQuery } from '../../api/matters.ts'
import { useSession } from '../../api/session.ts'
import type { Duty, Matter, Why } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Articles, LawChip } from '../../parts/LawChip.tsx'
import { Mark, saying, toneOf } from '../../parts/Light.tsx'
import { OrganTag } from '../../parts/OrganTag.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Ledger } from '../../parts/WhyDate.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { Axis } from './Axis.tsx'
import { Strip } from './Strip.tsx'
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
  const marks = all.flatMap((one) => one.explained.steps.flatMap((step) => (step.quote === undefined ? [] : [step.quote])))
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
          {sources.length > 0 && <div className='lawx'><Articles sources={sources} marks={marks} /></div>}
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

/** Other conditions, computed by the same law; nothing is written. */
const WhatIf = ({ why }: { readonly why: Why }) => {
  const { why: words, day } = useWords()
  const text = useText()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { readonly from?: string }
  const [from, setFrom] = useState(search.from ?? '')
  const asked = useQuery({ ...whyIfQuery(why.matter.id, why.duty.id, search.from ?? ''), enabled: search.from !== undefined })
  const rows = [...why.whatIf, ...(search.from === undefined ? [] : asked.data?.whatIf.filter((one) => !why.whatIf.some((known) => known.label.zh === one.label.zh)) ?? [])]
  return (
    <section className='pane wi noprint'>
      <div className='hd'><h2>{words.whatIf}</h2><span className='hint'>{words.whatIfHint}</span></div>
      <ul className='bd np'>
        {rows.map((one) => <li key={one.label.zh}><span>{text(one.label)}</span><b>{one.due === null ? words.noEnd : one.due === why.duty.due ? `${day.brief(one.due)} ${words.same}` : day.short(one.due)}</b></li>)}
        <li><form onSubmit={(event) => { event.preventDefault(); void navigate({ to: '.', search: from === '' ? {} : { from }, replace: true }) }}><label className='row g6'>{words.whatIfStart}<input className='inp' type='date' required value={from} onChange={(event) => setFrom(event.target.value)} /></label><button className='btn s'>{words.whatIfGo}</button></form></li>
      </ul>
    </section>
  )
}
