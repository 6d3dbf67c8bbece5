import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Matter } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Mark } from '../../parts/Light.tsx'

/** Name, facts and the stage line of a matter. */
export const Head = ({ matter, children }: { readonly matter: Matter; readonly children: ReactNode }) => {
  const { matter: words } = useWords()
  const text = useText()
  return (
    <header className='mh noprint'>
      <div className='row'>
        <nav className='crumb xl'><Link to='/matters'>{words.crumb}</Link><Icon name='right' size={11} />{text(matter.procedure.title)}<Icon name='right' size={11} /></nav>
        <h1 className='ell'>{matter.title}</h1>
        <span className='chip line xl'>{matter.area}</span>
        {matter.labels.map((label) => <span key={label} className='chip teal xl'>{label}</span>)}
        {matter.sealed && <span className='chip violet'><Icon name='lock' size={12} />{words.sealed}</span>}
        {matter.state === 'closed' && <span className='chip green'><Mark light='done' size={11} />{words.closed}</span>}
        <div className='sp' />
        {children}
      </div>
      <div className='facts'>
        <span>{words.facts.no} <b>{matter.no}</b></span>
        {matter.subject !== null && <span>{words.facts.subject} <b>{text(matter.subject.short)}</b></span>}
        {matter.handler !== null && <span>{words.facts.handler} <b>{matter.handler}</b></span>}
        <span>{words.facts.opened} <b>{matter.openedOn}</b></span>
        <span className='xl'>{words.facts.rulebook} <b>{matter.rulebookVersion}</b></span>
        {matter.clue !== null && <span className='xl'>{words.facts.source} <b>{words.facts.clue(matter.clue.model)}</b></span>}
      </div>
      <Stages matter={matter} />
    </header>
  )
}

const Stages = ({ matter }: { readonly matter: Matter }) => {
  const { matter: words } = useWords()
  const text = useText()
  const said = { done: words.stageDone, now: words.stageNow, next: words.stageNext }
  return (
    <ol className='stages' aria-label={words.stages}>
      {matter.stages.flatMap((stage, i) => [
        ...(i === 0 ? [] : [<li key={`gap-${stage.id}`} className={`gap ${stage.state === 'next' ? '' : 'past'}`} aria-hidden='true' />]),
        <li key={stage.id} className={stage.state} aria-current={stage.state === 'now' ? 'step' : undefined}>
          <Mark light={stage.state === 'done' ? 'done' : stage.state === 'now' ? 'within' : 'not-started'} />
          {text(stage.title)}<span className='sr'> {said[stage.state]}</span>
        </li>,
      ])}
    </ol>
  )
}
