import { useQuery } from '@tanstack/react-query'
import { glossaryQuery } from '../../api/law.ts'
import type { TermRow } from '../../api/wire.gen.ts'
import { Loaded } from '../../parts/states.tsx'
import { useWords } from '../../words/words.ts'
import { Frame } from '../rules/Frame.tsx'
import { filtered } from './filtering.ts'
import { Kinds, Table, useTable } from './Table.tsx'

/** The words of the product: the Chinese word is the word of the law, the English id is the word of the data. */
export const GlossaryPage = () => {
  const terms = useQuery(glossaryQuery())
  return <Frame filters><Loaded query={terms}>{(list) => <List terms={list} />}</Loaded></Frame>
}

const List = ({ terms }: { readonly terms: readonly TermRow[] }) => {
  const { library: { glossary: words, count }, number } = useWords()
  const { search, go } = useTable()
  const fits = filtered(terms, search.q, (one) => [one.zh, one.en, one.id, one.definedIn].join(' '))
  const kinds = [...Map.groupBy(fits, ({ kind }) => kind)].map(([id, list]) => ({ id, title: words.kinds[id] ?? id, count: list.length }))
  const shown = fits.filter(({ kind }) => search.kind === undefined || kind === search.kind)
  const named = new Map(terms.map((term) => [term.id, term.zh]))
  return (
    <div className='lone'>
      <section className='pane'>
        <div className='hd'><Kinds kinds={[{ id: undefined, title: words.all, count: fits.length }, ...kinds]} chosen={search.kind} onChoose={(kind) => go({ kind })} /><div className='sp' /><span className='hint nw' role='status'>{count(number(shown.length), number(terms.length))}</span></div>
        <Table rows={shown} idOf={({ kind, id }) => `${kind}:${id}`} head={[words.zh, words.en, words.id, words.kind, words.where, words.uses]} none={words.none}
          cells={(one) => [<b>{one.zh}</b>, one.en, <span className='mono mut2'>{one.id}</span>, <span className='chip'>{words.kinds[one.kind] ?? one.kind}</span>, <span className='sm mut2'>{one.definedIn ?? (one.above === null ? '' : words.above(named.get(one.above) ?? one.above))}</span>, one.uses === 0 ? '' : number(one.uses)]} />
      </section>
    </div>
  )
}
