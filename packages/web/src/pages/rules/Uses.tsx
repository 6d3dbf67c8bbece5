import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RuleDetail, RuleUse } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'

/** More procedures than these are folded. */
const few = 4
type Named = RuleDetail['instruments'][number]

/** Which procedures bind the rule to acts, which acts it holds back, and what else rests on it. */
export const Uses = ({ rule }: { readonly rule: RuleDetail }) => {
  const { library: words } = useWords()
  const none = rule.uses.length + rule.leads.length + rule.follows.length + rule.instruments.length + rule.powers.length + rule.settings.length === 0
  return (
    <section className='pane'>
      <div className='hd'><h2>{words.uses}</h2>{rule.unbound !== null && <span className='chip'>{words.facts.unbound}</span>}</div>
      <div className='bd uses'>
        {rule.unbound !== null && <Unbound rule={rule} />}
        {none && rule.unbound === null && <p className='mut sm'>{words.usesNone}</p>}
        {rule.uses.slice(0, few).map((use) => <Use key={use.procedure.id} use={use} />)}
        {rule.uses.length > few && <details className='more'><summary>{words.usesMore(rule.uses.length)}</summary>{rule.uses.slice(few).map((use) => <Use key={use.procedure.id} use={use} />)}</details>}
        <Row name={words.follows} items={rule.follows}>{(one) => <RuleLink one={one} />}</Row>
        <Row name={words.leads} items={rule.leads}>{(one) => <RuleLink one={one} />}</Row>
        <Row name={words.usedBy.instruments} items={rule.instruments}>{(one) => <Named one={one} to={paths.lawInstruments} />}</Row>
        <Row name={words.usedBy.powers} items={rule.powers}>{(one) => <Named one={one} to={paths.lawPowers} />}</Row>
        <Row name={words.usedBy.settings} items={rule.settings}>{(one) => <SettingLink one={one} />}</Row>
      </div>
    </section>
  )
}

const Unbound = ({ rule }: { readonly rule: RuleDetail }) => { const text = useText(); return <p className='s13 mut2'>{rule.unbound === null ? '' : text(rule.unbound)}</p> }
const RuleLink = ({ one }: { readonly one: Named }) => { const text = useText(); return <Link to={paths.rule} params={{ id: one.id }}>{text(one.title)}</Link> }
const Named = ({ one, to }: { readonly one: Named; readonly to: typeof paths.lawInstruments | typeof paths.lawPowers }) => { const text = useText(); return <Link to={to} search={{ id: one.id }}>{text(one.title)}</Link> }
const SettingLink = ({ one }: { readonly one: Named }) => { const text = useText(); return <Link to={paths.lawSettings} search={{ q: one.id }}>{text(one.title)}</Link> }

const Row = ({ name, items, children }: { readonly name: string; readonly items: readonly Named[]; readonly children: (one: Named) => ReactNode }) =>
  items.length === 0 ? null : <div className='ur'><span className='k'>{name}</span><span className='v'>{items.map((one) => <span key={one.id}>{children(one)}</span>)}</span></div>

const Use = ({ use }: { readonly use: RuleUse }) => {
  const { library: words } = useWords()
  const text = useText()
  const join = (list: readonly { readonly zh: string; readonly en: string }[]): string => list.map(text).join(text({ zh: '、', en: ', ' }))
  return (
    <div className='use'>
      <h3><Icon name='flow' size={14} /><Link to={paths.lawProcedure} params={{ id: use.procedure.id }}>{text(use.procedure.title)}</Link></h3>
      {use.duties.map((duty, i) => (
        <p key={i}><Icon name='clock' size={13} /><span><b>{text(duty.obligation)}</b>{duty.right && <span className='chip'>{words.right}</span>}{duty.waiting && <span className='chip'>{words.waiting}</span>}{duty.recurs && <span className='chip'>{words.recurs}</span>}<small>{duty.openedBy.length > 0 && `${words.opensBy} ${join(duty.openedBy)}`}{duty.dischargedBy.length > 0 && ` ${words.endsBy} ${join(duty.dischargedBy)}`}</small></span></p>
      ))}
      {use.acts.map((act) => <p key={act.key + text(act.because ?? act.title)}><Icon name='lock' size={13} /><span><Link to={paths.lawProcedure} params={{ id: use.procedure.id }} search={{ node: act.key }}>{text(act.title)}</Link>{act.because !== null && <small>{text(act.because)}</small>}</span></p>)}
    </div>
  )
}
