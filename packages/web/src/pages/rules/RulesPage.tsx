import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { rulesQuery } from '../../api/law.ts'
import { useSession } from '../../api/session.ts'
import type { RuleSummary } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Articles } from '../../parts/LawChip.tsx'
import { rowKeys } from '../../parts/roving.ts'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useText, useWords } from '../../words/words.ts'
import './rules.css'

type Search = { readonly q?: string; readonly area?: string; readonly rule?: string }

/** The rulebook as people read it: the duty, its period and the words of the law beside it. */
export const RulesPage = () => {
  const { rules: words } = useWords()
  const session = useSession()
  const rules = useQuery(rulesQuery())
  return (
    <div className='rlp'>
      <header className='ph'><h1>{words.title}</h1><span className='chip'>{session.versions.rulebook}</span><span className='hint ell'>{words.hint}</span></header>
      <Loaded query={rules}>{(list) => <Book rules={list} />}</Loaded>
    </div>
  )
}

const Book = ({ rules }: { readonly rules: readonly RuleSummary[] }) => {
  const { rules: words, number } = useWords()
  const text = useText()
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const go = (change: Search): void => { void navigate({ to: '.', search: (before: Search) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== '')), replace: true }) }
  const areas = [...new Set(rules.map((rule) => rule.area))].sort()
  const q = (search.q ?? '').trim()
  const fits = (rule: RuleSummary): boolean => (search.area === undefined || rule.area === search.area) && (q === '' || [rule.id, rule.title.zh, rule.title.en, rule.obligation.zh, rule.obligation.en, ...rule.sources.flatMap((source) => [source.law, source.article, source.quote])].some((one) => one.includes(q)))
  const shown = rules.filter(fits)
  const chosen = rules.find((rule) => rule.id === search.rule) ?? shown[0]
  const levels: Readonly<Record<string, string>> = words.level
  const keys = rowKeys({}, (row) => go({ rule: row.dataset.row ?? '' }))
  return (
    <div className='rg'>
      <section className='pane'>
        <div className='hd'>
          <label className='inp find'><Icon name='filter' size={14} /><input type='search' aria-label={words.search} placeholder={words.searchHint} value={search.q ?? ''} onChange={(event) => go({ q: event.target.value })} /></label>
          <select className='inp area-of' aria-label={words.area} value={search.area ?? ''} onChange={(event) => go({ area: event.target.value })}><option value=''>{words.all}</option>{areas.map((area) => <option key={area} value={area}>{area}</option>)}</select>
          <div className='sp' /><span className='hint nw'>{words.count(number(shown.length), number(rules.length))}</span>
        </div>
        <div className='bd np scroll' onKeyDown={keys}>
          {shown.length === 0 ? <Empty title={words.none} icon='search'>{words.noneBody}</Empty> : (
            <table><thead><tr><th>{words.must}</th><th>{words.period}</th><th className='xl'>{words.source}</th><th>{words.confidence}</th></tr></thead>
              <tbody>{shown.slice(0, 400).map((rule, i) => (
                <tr key={rule.id} tabIndex={i === 0 ? 0 : -1} data-row={rule.id} className={rule.id === chosen?.id ? 'sel' : undefined} aria-selected={rule.id === chosen?.id} onClick={() => go({ rule: rule.id })}>
                  <td><b>{text(rule.title)}</b><div className='sm mut'>{text(rule.obligation)}</div></td><td className='nw'>{text(rule.period) === '' ? <span className='mut'>{words.noPeriod}</span> : text(rule.period)}</td><td className='xl sm'>{rule.sources[0] !== undefined && `${rule.sources[0].law} ${rule.sources[0].article}`}</td><td className='nw'><span className={rule.confidence === 'unverified' ? 'chip amber' : 'chip'}>{levels[rule.confidence] ?? rule.confidence}</span></td>
                </tr>
              ))}</tbody></table>
          )}
        </div>
      </section>
      <aside>
        {chosen === undefined ? <p className='sm mut'>{words.choose}</p> : <><h2>{text(chosen.title)}</h2><p className='sm mut mono'>{chosen.id}</p><p className='s13'>{text(chosen.obligation)}</p>{chosen.confidence === 'unverified' && <p className='sm amber'>{words.unverified}</p>}<Articles sources={chosen.sources} /></>}
      </aside>
    </div>
  )
}
