import type { KeyboardEvent } from 'react'
import type { LawOverview, RuleRow } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import type { RulesSearch } from './RulesPage.tsx'

type Class = { readonly id: string; readonly mark: string; readonly title: string; readonly count: number }

/** The three ways into the rules: the seventeen articles of the Decision, the areas of the law, who owes. */
export const Browse = ({ law, by, of, rules, onGo }: { readonly law: LawOverview; readonly by: string; readonly of: string | undefined; readonly rules: readonly RuleRow[]; readonly onGo: (change: Partial<RulesSearch>) => void }) => {
  const { library: words, number } = useWords()
  const text = useText()
  const classes: readonly Class[] = by === 'area' ? law.areas.map(({ id, title, rules: count }) => ({ id, mark: '', title: text(title), count }))
    : by === 'organ' ? law.organs.map(({ id, title, rules: count }) => ({ id, mark: '', title: text(title), count }))
      : law.decision.articles.map(({ no, title, rules: count }) => ({ id: String(no), mark: String(no), title: text(title), count }))
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
    event.preventDefault()
    all[Math.max(0, Math.min(all.length - 1, all.indexOf(document.activeElement as HTMLElement) + step))]?.focus()
  }
  return (
    <nav className='pane browse' aria-label={words.by.label}>
      <div className='hd'><div className='seg low' role='group' aria-label={words.by.label}>{(['article', 'area', 'organ'] as const).map((one) => <button key={one} type='button' aria-pressed={by === one} onClick={() => onGo({ by: one === 'article' ? undefined : one, of: undefined })}>{words.by[one]}</button>)}</div></div>
      <ul className='bd np scroll' onKeyDown={keys}>
        <li><button type='button' aria-current={of === undefined ? 'true' : undefined} onClick={() => onGo({ of: undefined })}><span className='t'>{words.all}</span><em>{number(rules.length)}</em></button></li>
        {classes.map((one) => <li key={one.id}><button type='button' aria-current={of === one.id ? 'true' : undefined} data-class={one.id} title={one.title} onClick={() => onGo({ of: one.id })}>{one.mark !== '' && <b className='n'>{one.mark}</b>}<span className='t'>{one.title}</span><em>{number(one.count)}</em></button></li>)}
      </ul>
      {by === 'article' && <p className='foot hint' title={law.decision.title}>{words.decision} · {words.passed(law.decision.passed)}</p>}
    </nav>
  )
}
