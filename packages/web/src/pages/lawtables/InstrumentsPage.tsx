import { useQuery } from '@tanstack/react-query'
import { instrumentsQuery } from '../../api/law.ts'
import type { InstrumentRow } from '../../api/wire.gen.ts'
import { Loaded } from '../../parts/states.tsx'
import { useText, useWords } from '../../words/words.ts'
import { Frame } from '../rules/Frame.tsx'
import '../rules/rules.css'
import { filtered } from './filtering.ts'
import { ProcedureLinks, Provisions, RuleLinks, Table, useTable } from './Table.tsx'

/** Every instrument: what must stand in it, to whom it goes, who decides it, on which basis. */
export const InstrumentsPage = () => {
  const instruments = useQuery(instrumentsQuery())
  return <Frame filters><Loaded query={instruments}>{(list) => <List instruments={list} />}</Loaded></Frame>
}

const List = ({ instruments }: { readonly instruments: readonly InstrumentRow[] }) => {
  const { library: { instruments: words, count }, number } = useWords()
  const text = useText()
  const { search, go } = useTable()
  const shown = filtered(instruments, search.q, (one) => [one.title.zh, one.title.en, one.id, one.family, one.addressee?.zh, one.approver?.zh, ...one.elements, ...one.basis.flatMap(({ law, short, article }) => [law, short, article])].join(' '))
  const chosen = shown.find(({ id }) => id === search.id) ?? shown[0]
  return (
    <div className='lcols'>
      <section className='pane'>
        <div className='hd'><h2>{words.title}</h2><div className='sp' /><span className='hint' role='status'>{count(number(shown.length), number(instruments.length))}</span></div>
        <Table rows={shown} idOf={({ id }) => id} head={[words.name, words.elements, words.addressee, words.approver]} none={words.none} chosen={chosen?.id} onChoose={(id) => go({ id })}
          cells={(one) => [<><b>{text(one.title)}</b><div className='sm mut'>{one.family}</div></>, <span className='nw'>{one.elements.length === 0 ? <span className='mut'>{words.listed[one.status]}</span> : words.count(one.elements.length)}</span>, one.addressee === null ? '' : text(one.addressee), one.approver === null ? '' : text(one.approver)]} />
      </section>
      <aside className='lview'>{chosen === undefined ? <p className='mut sm'>{words.choose}</p> : <One one={chosen} />}</aside>
    </div>
  )
}

const One = ({ one }: { readonly one: InstrumentRow }) => {
  const { library: { instruments: words } } = useWords()
  const text = useText()
  return (
    <>
      <h2>{text(one.title)}</h2><p className='hint mono'>{one.id}</p>
      <section className='pane'><div className='hd'><h2>{words.elements}</h2><span className={one.status === 'listed' ? 'chip green' : 'chip amber'}>{words.listed[one.status] ?? one.status}</span></div>{one.elements.length === 0 ? <p className='bd mut sm'>{words.noElements}</p> : <ol className='bd elems'>{one.elements.map((element) => <li key={element}>{element}</li>)}</ol>}</section>
      <dl className='facts'>
        {one.addressee !== null && <><dt>{words.addressee}</dt><dd>{text(one.addressee)}</dd></>}
        {one.approver !== null && <><dt>{words.approver}</dt><dd>{text(one.approver)}</dd></>}
        {one.copies.length > 0 && <><dt>{words.copies}</dt><dd>{one.copies.map((copy) => <span key={copy.what} className='blk'>{copy.what}</span>)}</dd></>}
        {one.procedures.length > 0 && <><dt>{words.procedures}</dt><dd><ProcedureLinks procedures={one.procedures} /></dd></>}
        {one.rules.length > 0 && <><dt>{words.rules}</dt><dd><RuleLinks rules={one.rules} /></dd></>}
      </dl>
      <Provisions sources={[...one.elementSources, ...one.basis.filter((basis) => !one.elementSources.some(({ law, article }) => law === basis.law && article === basis.article))]} />
    </>
  )
}
