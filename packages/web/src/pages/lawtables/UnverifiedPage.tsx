import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { unverifiedQuery } from '../../api/law.ts'
import type { UnverifiedRow } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Loaded, Notice } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useWords } from '../../words/words.ts'
import { Frame } from '../rules/Frame.tsx'
import { filtered } from './filtering.ts'
import { Table, useTable } from './Table.tsx'

/** What is believed but was not read. It stands here so that somebody reads it; nothing is computed on it. */
export const UnverifiedPage = () => {
  const unverified = useQuery(unverifiedQuery())
  return <Frame filters><Loaded query={unverified}>{(list) => <List rows={list} />}</Loaded></Frame>
}

const List = ({ rows }: { readonly rows: readonly UnverifiedRow[] }) => {
  const { library: words, number } = useWords()
  const { search } = useTable()
  const shown = filtered(rows, search.q, (one) => [one.topic, one.belief, one.whyItMatters, one.id, one.verifyAt].join(' '))
  return (
    <div className='lone'>
      <Notice kind='amber' mark={<Icon name='warn' size={15} />} title={words.unverified.hint} />
      <section className='pane'>
        <div className='hd'><h2>{words.unverified.title}</h2><div className='sp' /><span className='hint' role='status'>{words.count(number(shown.length), number(rows.length))}</span></div>
        <Table rows={shown} idOf={({ id }) => id} head={[words.unverified.topic, words.unverified.belief, words.unverified.why, words.unverified.at]} none={words.unverified.none}
          cells={(one) => [<><b>{one.topic}</b><div className='row g4 marks'>{one.articles.map((no) => <Link key={no} className='chip line' to={paths.rules} search={{ of: String(no) }}>{words.article(no)}</Link>)}</div></>, <span className='s13 rsn'>{one.belief}</span>, <span className='s13'>{one.whyItMatters}</span>, <span className='sm mut2 brk'>{one.verifyAt}</span>]} />
      </section>
    </div>
  )
}
