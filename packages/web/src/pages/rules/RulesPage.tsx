import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { lawQuery, lawSearchQuery, rulesQuery } from '../../api/law.ts'
import type { LawOverview, LawSearch, RuleRow } from '../../api/wire.gen.ts'
import { Loaded } from '../../parts/states.tsx'
import { useText, useWords } from '../../words/words.ts'
import { Browse } from './Browse.tsx'
import { Frame } from './Frame.tsx'
import { OtherHits } from './OtherHits.tsx'
import { Preview } from './Preview.tsx'
import { RuleTable } from './RuleTable.tsx'
import './rules.css'

export type RulesSearch = { readonly q?: string; readonly by?: string; readonly of?: string; readonly kind?: string; readonly rule?: string }

/** The rulebook as people read it: browsed by the Decision, by area, by who owes; searched by any word of it. */
export const RulesPage = () => {
  const law = useQuery(lawQuery())
  const rules = useQuery(rulesQuery())
  return <Frame><Loaded query={law}>{(overview) => <Loaded query={rules}>{(list) => <Library law={overview} rules={list} />}</Loaded>}</Loaded></Frame>
}

/** The rules of a class. */
const fits = (rule: RuleRow, by: string, of: string | undefined): boolean => {
  if (of === undefined) return true
  switch (by) {
    case 'area': return rule.area.id === of
    case 'organ': return rule.from.some(({ id }) => id === of)
    default: return rule.articles.includes(Number(of))
  }
}

/** In the order of the search, when there is one. */
const ranked = (rules: readonly RuleRow[], found: LawSearch | undefined): readonly RuleRow[] => {
  if (found === undefined) return rules
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return found.items.flatMap(({ kind, id }) => (kind === 'rule' ? byId.get(id) ?? [] : []))
}

const Library = ({ law, rules }: { readonly law: LawOverview; readonly rules: readonly RuleRow[] }) => {
  const { library: words, number } = useWords()
  const text = useText()
  const search = useSearch({ strict: false }) as RulesSearch
  const navigate = useNavigate()
  const q = useDeferredValue((search.q ?? '').trim())
  const found = useQuery({ ...lawSearchQuery(q), enabled: q !== '' })
  const hits = q === '' ? undefined : found.data
  const by = search.by ?? 'article'
  const go = (change: Partial<RulesSearch>): void => void navigate({ to: '.', search: (before: RulesSearch) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== '')), replace: true })
  const shown = ranked(rules, hits).filter((rule) => fits(rule, by, search.of))
  const chosen = shown.find(({ id }) => id === search.rule) ?? shown[0]
  const kind = search.kind ?? 'rule'
  const tally = [...Map.groupBy(hits?.items ?? [], (hit) => hit.kind)].filter(([one]) => one !== 'rule').map(([one, list]) => ({ kind: one, list }))
  const article = by === 'article' && search.of !== undefined ? law.decision.articles.find(({ no }) => no === Number(search.of)) : undefined
  return (
    <div className='rlib'>
      <Browse law={law} by={by} of={search.of} rules={rules} onGo={go} />
      <section className='pane'>
        <div className='hd'>
          {hits === undefined ? <h2>{search.of === undefined ? words.all : article !== undefined ? words.article(article.no) : text([...law.areas, ...law.organs].find(({ id }) => id === search.of)?.title ?? { zh: search.of, en: search.of })}</h2> : (
            <div className='seg low kinds'>
              <button type='button' aria-pressed={kind === 'rule'} onClick={() => go({ kind: undefined })}>{words.kinds['rule']} <em>{number(shown.length)}</em></button>
              {tally.map((one) => <button key={one.kind} type='button' aria-pressed={kind === one.kind} onClick={() => go({ kind: one.kind })}>{words.kinds[one.kind] ?? one.kind} <em>{number(one.list.length)}</em></button>)}
            </div>
          )}
          {article !== undefined && hits === undefined && <span className='ell mut2'>{text(article.title)}</span>}
          <div className='sp' /><span className='hint nw' role='status'>{hits !== undefined && <span className='xl'>{words.ranked} · </span>}{words.count(number(shown.length), number(rules.length))}</span>
        </div>
        {article !== undefined && hits === undefined && <blockquote className='prov decision'><p className='lawtext'>{article.text}</p></blockquote>}
        {kind !== 'rule' && hits !== undefined ? <OtherHits hits={hits} kind={kind} /> : <RuleTable rules={shown} hits={hits} chosen={chosen?.id} onChoose={(rule) => go({ rule })} />}
      </section>
      <aside className='rview'>{chosen !== undefined && <Preview key={chosen.id} row={chosen} words={hits?.words ?? []} />}</aside>
    </div>
  )
}
