import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ruleMattersQuery, ruleQuery } from '../../api/law.ts'
import type { RuleDetail } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Loaded, Notice } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { Around } from './Around.tsx'
import { Frame } from './Frame.tsx'
import { Trust } from './Mark.tsx'
import { OpenMatters } from './OpenMatters.tsx'
import { Provision } from './Provision.tsx'
import { Said } from './Said.tsx'
import { Sentence } from './Sentence.tsx'
import { Tests } from './Tests.tsx'
import { Uses } from './Uses.tsx'
import { Wordings } from './Wordings.tsx'
import './rules.css'
import './rule.css'

/** One rule, whole. */
export const RulePage = () => {
  const { id } = useParams({ strict: false }) as { readonly id: string }
  const rule = useQuery(ruleQuery(id))
  return <Frame><Loaded query={rule}>{(loaded) => <Whole key={loaded.id} rule={loaded} />}</Loaded></Frame>
}

const Whole = ({ rule }: { readonly rule: RuleDetail }) => {
  const { library: words, day } = useWords()
  const text = useText()
  const matters = useQuery(ruleMattersQuery(rule.id))
  const now = rule.wordings.find(({ current }) => current)
  const { facts } = words
  return (
    <article className='rulep'>
      <header className='row rh'>
        <span className='crumb noprint'><Link to={paths.rules}>{words.tabs.rules}</Link><Icon name='right' size={11} /><Link to={paths.rules} search={{ by: 'area', of: rule.area.id }}>{text(rule.area.title)}</Link><Icon name='right' size={11} /></span>
        <h2>{text(rule.title)}</h2><Trust weak={rule.weak} confidence={rule.confidence} />
        {now !== undefined && <span className='chip line xl'>{now.to === null ? words.from(now.from === null ? words.openFrom : day.full(now.from)) : words.inForce(now.from ?? words.openFrom, now.to)}</span>}
        <div className='sp' /><span className='hint mono xl' title={words.ruleId}>{rule.id}</span><button type='button' className='btn s noprint' onClick={() => print()}><Icon name='print' size={14} />{words.graph.print}</button>
      </header>
      <div className='rcols'>
        <div className='main'>
          {rule.weak && <Notice kind='amber' mark={<Icon name='warn' size={15} />} title={rule.confidence === 'unverified' ? words.unverifiedTitle : words.mediumTitle}>{words.mediumBody}</Notice>}
          <Sentence rule={rule} consequence={rule.consequence} />
          <div className='fact2'>
            <section className='pane'><div className='bd'>
              <dl className='facts'>
                <dt>{facts.trigger}</dt><dd><Said text={text(rule.trigger)} /></dd>
                <dt>{facts.period}</dt><dd>{now?.period == null ? rule.noPeriod === null ? words.noPeriod : text(rule.noPeriod) : <b>{text(now.period)}</b>}{now?.periodKind != null && <span className='mut2'> {words.periodKinds[now.periodKind] ?? now.periodKind}</span>}{now?.custody === true && <span className='amber blk'>{facts.custody}</span>}</dd>
                {now !== undefined && now.variants.length > 0 && <><dt>{facts.variants}</dt><dd>{now.variants.map((one) => <span key={one.id} className='blk'>{text(one.when)} <b>{text(one.period)}</b></span>)}</dd></>}
                <dt>{facts.extension}</dt><dd>{now?.extension == null ? facts.none : <>{text(now.extension.condition)} <b>{now.extension.length === null ? facts.ownLength : text(now.extension.length)}</b>{now.extension.times !== null && ` ${facts.times(now.extension.times)}`}{now.extension.approver !== null && ` · ${text(now.extension.approver)}`}</>}</dd>
                <dt>{facts.computing}</dt><dd>{now?.computing == null ? facts.none : text(now.computing.title)}{rule.counting.length > 0 && <details className='cnt'><summary>{words.counting}</summary>{rule.counting.map(({ topic, source }) => <p key={topic}><b className='sm'>{source.law} {source.article}</b><span className='lawtext'>{source.quote}</span></p>)}</details>}</dd>
              </dl>
            </div></section>
            <section className='pane'><div className='bd'>
              <dl className='facts'>
                <dt>{facts.approval}</dt><dd>{rule.approval === null ? facts.none : <>{text(rule.approval.text)} <span className='mut2'>{text(rule.approval.level)}</span></>}</dd>
                <dt>{facts.consequence}</dt><dd>{rule.consequence === null ? facts.none : <Said text={text(rule.consequence)} />}</dd>
                <dt>{facts.articles}</dt><dd>{rule.articles.map((no) => <Link key={no} className='artno' to={paths.rules} search={{ of: String(no) }}>{words.article(no)}</Link>)}</dd>
                {(rule.notes ?? now?.notes ?? null) !== null && <><dt>{facts.notes}</dt><dd><Said text={[rule.notes, now?.notes].filter((note) => note != null).join(' ')} /></dd></>}
              </dl>
            </div></section>
          </div>
          {now?.sources.map((source) => <Provision key={source.law + source.article} source={source} />)}
          <section className='pane' id='wordings'><div className='hd'><h2>{words.wordings}</h2><span className='hint'>{rule.wordings.length === 1 ? words.oneWording : words.wordingsHint(rule.wordings.length)}</span><div className='sp' />{rule.wordings.length > 1 && <span className='hint xl'>{words.diffHint} <ins className='leg'>{words.added}</ins> <del className='leg'>{words.gone}</del></span>}</div>{rule.wordings.length > 1 && <div className='bd np'><Wordings wordings={rule.wordings} /></div>}</section>
          {rule.around.length > 0 && <section className='pane'><div className='hd'><h2>{words.around}</h2></div><div className='bd arounds'><Around around={rule.around} /></div></section>}
        </div>
        <aside><OpenMatters query={matters} /><Uses rule={rule} /><Tests tests={rule.tests} /></aside>
      </div>
    </article>
  )
}
