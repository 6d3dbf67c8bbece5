import type { ReactNode } from 'react'
import { Icon } from '../../parts/Icon.tsx'
import { LawChip } from '../../parts/LawChip.tsx'
import { LightOf, Mark } from '../../parts/Light.tsx'
import { Bones, Empty, Notice } from '../../parts/states.tsx'
import { useWords } from '../../words/words.ts'
import './statespage.css'

const colours = ['navy', 'blue', 'red', 'amber', 'green', 'violet', 'teal', 'ink', 'ink-3', 'line', 'bg', 'paper-2'] as const

const Sheet = ({ title, hint, children }: { readonly title: string; readonly hint: string; readonly children: ReactNode }) => <section className='pane'><div className='hd'><h2>{title}</h2><span className='hint ell'>{hint}</span></div><div className='bdp'>{children}</div></section>

/** Every mark and state on one sheet, with the components that the pages use: what a reader learns once, and what a reviewer compares. The sentences are examples. */
export const StatesPage = () => {
  const { states: { page: words }, light } = useWords()
  return (
    <div className='kst'>
      <header className='ph'><h1>{words.title}</h1><span className='hint ell'>{words.hint}</span></header>
      <div className='kg'>
        <Sheet title={words.lights.title} hint={words.lights.hint}>
          <dl className='ls'>
            <dt><LightOf light='overdue'>{light.overdue(5)}</LightOf></dt><dd>{words.lights.overdue}</dd><dt><LightOf light='near'>{light.left(2)}</LightOf></dt><dd>{words.lights.near}</dd><dt><LightOf light='within'>{light.left(13)}</LightOf></dt><dd>{words.lights.within}</dd>
            <dt><LightOf light='paused' /></dt><dd>{words.lights.paused}</dd><dt><LightOf light='not-started' /></dt><dd>{words.lights.notStarted}</dd><dt><LightOf light='review' /></dt><dd>{words.lights.review}</dd><dt><LightOf light='done' /></dt><dd>{words.lights.done}</dd>
          </dl>
        </Sheet>
        <Sheet title={words.empty.title} hint={words.empty.hint}><Empty title={words.empty.head} actions={<><span className='btn s'>{words.empty.a}</span><span className='btn s'>{words.empty.b}</span></>}>{words.empty.body}</Empty></Sheet>
        <Sheet title={words.wait.title} hint={words.wait.hint}><div className='skel' style={{ padding: 0 }}><Bones /><p className='row sm mut'><Icon name='clock' size={14} />{words.wait.line}</p><div className='bar' style={{ marginTop: 8 }}><i style={{ width: '58%', background: 'var(--blue)' }} /></div></div></Sheet>
        <Sheet title={words.locked.title} hint={words.locked.hint}><Notice kind='grey' mark={<Icon name='lock' size={15} />} title={words.locked.head} actions={<LawChip>{words.locked.law}</LawChip>}>{words.locked.body}</Notice><div className='row g6'><span className='btn s t'>{words.locked.a}</span></div></Sheet>
        <Sheet title={words.clash.title} hint={words.clash.hint}><Notice kind='amber' mark={<Mark light='near' size={14} />} title={words.clash.head} actions={<><span className='btn s p'>{words.clash.a}</span><span className='btn s'>{words.clash.b}</span></>}>{words.clash.body}</Notice></Sheet>
        <Sheet title={words.error.title} hint={words.error.hint}><Notice kind='red' mark={<Mark light='overdue' size={14} />} title={words.error.head} actions={<><span className='btn s'>{words.error.a}</span><span className='mono sm'>{words.error.code}</span></>}>{words.error.body}</Notice></Sheet>
        <Sheet title={words.proof.title} hint={words.proof.hint}><Notice kind='green' mark={<Mark light='done' size={15} />} title={words.proof.good}>{words.proof.goodBody}</Notice><Notice kind='red' mark={<Mark light='overdue' size={14} />} title={words.proof.bad}>{words.proof.badBody}</Notice></Sheet>
        <Sheet title={words.moved.title} hint={words.moved.hint}><Notice kind='blue' mark={<Icon name='info' size={15} />} title={<>{words.moved.head} <s>{words.moved.from}</s> {words.moved.to}</>} actions={<span className='btn s'>{words.moved.a}</span>}>{words.moved.body}</Notice></Sheet>
        <Sheet title={words.type.title} hint={words.type.hint}><div className='ty'><p><span>{words.type.soft}</span><small>{words.type.softBy}</small></p><p><span className='song'>{words.type.law}</span><small>{words.type.lawBy}</small></p><p><span className='fang'>{words.type.paper}</span><small>{words.type.paperBy}</small></p></div></Sheet>
        <Sheet title={words.colour.title} hint={words.colour.hint}><ul className='swt'>{colours.map((one) => <li key={one}><i style={{ background: `var(--${one})` }} />{words.colour.names[one]}</li>)}</ul></Sheet>
        <Sheet title={words.marks.title} hint={words.marks.hint}><dl className='ls'><dt><span className='tag us'>{light.ours}</span></dt><dd>{words.marks.us}</dd><dt><span className='tag them'>{words.marks.themName}</span></dt><dd>{words.marks.them}</dd><dt><LawChip>{words.marks.lawName}</LawChip></dt><dd>{words.marks.law}</dd><dt><span className='row g4 mono sm'><Icon name='shield' size={13} />88391</span></dt><dd>{words.marks.proof}</dd></dl></Sheet>
        <Sheet title={words.buttons.title} hint={words.buttons.hint}>
          <div className='row wrap'><span className='btn s p'>{words.buttons.main}</span><span className='btn s'>{words.buttons.other}</span><span className='btn s t'>{words.buttons.text}</span><span className='btn s off' aria-disabled='true'>{words.buttons.off}</span></div>
          <div className='row wrap'><span className='chip green'><Mark light='done' size={11} />{words.buttons.true}</span><span className='chip amber'><Mark light='near' size={11} />{words.buttons.partly}</span><span className='chip violet'><Mark light='review' size={11} />{words.buttons.review}</span><span className='chip'><Mark light='not-started' size={11} />{words.buttons.open}</span></div>
          <div className='row sm mut'><span className='foc'>{words.buttons.focus}</span>{words.buttons.focusBody}</div>
        </Sheet>
      </div>
    </div>
  )
}
