import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { chipOf } from '@hengjian/law'
import { powersQuery } from '../../api/law.ts'
import type { PowerRow } from '../../api/wire.gen.ts'
import { LawChip } from '../../parts/LawChip.tsx'
import { Loaded } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { Frame } from '../rules/Frame.tsx'
import '../rules/rules.css'
import { filtered } from './filtering.ts'
import { Kinds, Provisions, Table, useTable } from './Table.tsx'

/** The power list: which decision is whose, whether it can be delegated, on which provision, in which acts. */
export const PowersPage = () => {
  const powers = useQuery(powersQuery())
  return <Frame filters><Loaded query={powers}>{(list) => <List powers={list} />}</Loaded></Frame>
}

const List = ({ powers }: { readonly powers: readonly PowerRow[] }) => {
  const { library: { powers: words, count }, number } = useWords()
  const text = useText()
  const { search, go } = useTable()
  const fits = filtered(powers, search.q, (one) => [one.decision.zh, one.decision.en, one.id, one.level.title.zh, one.delegable, words.tracks[one.track], ...one.sources.flatMap(({ law, short, article }) => [law, short, article]), ...one.acts.map(({ procedure }) => procedure.title.zh)].join(' '))
  const tracks = [...Map.groupBy(fits, ({ track }) => track)].map(([id, list]) => ({ id, title: words.tracks[id] ?? id, count: list.length }))
  const shown = fits.filter(({ track }) => search.kind === undefined || track === search.kind)
  const chosen = shown.find(({ id }) => id === search.id) ?? shown[0]
  return (
    <div className='lcols'>
      <section className='pane'>
        <div className='hd'><Kinds kinds={[{ id: undefined, title: words.all, count: fits.length }, ...tracks]} chosen={search.kind} onChoose={(kind) => go({ kind })} /><div className='sp' /><span className='hint nw xl' role='status'>{count(number(shown.length), number(powers.length))}</span></div>
        <Table rows={shown} idOf={({ id }) => id} head={[words.decision, words.level, words.source, words.acts]} none={words.none} chosen={chosen?.id} onChoose={(id) => go({ id })}
          cells={(one) => [<><b>{text(one.decision)}</b><div className='sm mut'>{words.tracks[one.track] ?? one.track}</div></>, text(one.level.title), one.sources[0] === undefined ? '' : <LawChip>{text(chipOf({ short: one.sources[0].short ?? one.sources[0].law, article: one.sources[0].article }))}</LawChip>, one.acts.length === 0 ? <span className='mut' title={words.noActs}>—</span> : number(one.acts.length)]} />
      </section>
      <aside className='lview'>{chosen === undefined ? <p className='mut sm'>{words.choose}</p> : <One one={chosen} />}</aside>
    </div>
  )
}

const One = ({ one }: { readonly one: PowerRow }) => {
  const { library: { powers: words } } = useWords()
  const text = useText()
  return (
    <>
      <h2>{text(one.decision)}</h2><p className='hint mono'>{one.id}</p>
      <dl className='facts'>
        <dt>{words.level}</dt><dd><b>{text(one.level.title)}</b></dd>
        <dt>{words.delegable}</dt><dd>{one.delegable ?? '—'}</dd>
        <dt>{words.acts}</dt><dd>{one.acts.length === 0 ? <span className='mut'>{words.noActs}</span> : [...Map.groupBy(one.acts, ({ procedure }) => procedure.id)].map(([id, acts]) => <span key={id} className='blk pacts'><span className='mut2'>{text(acts[0]?.procedure.title ?? { zh: id, en: id })}</span>{acts.map((act) => <Link key={act.key} to={paths.lawProcedure} params={{ id }} search={{ node: act.key }}>{text(act.title)}</Link>)}</span>)}</dd>
      </dl>
      {one.notes !== null && <p className='s13 mut2'>{one.notes}</p>}
      <Provisions sources={one.sources} />
    </>
  )
}
