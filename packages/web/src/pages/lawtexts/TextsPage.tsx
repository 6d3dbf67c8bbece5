import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lawTextsQuery } from '../../api/law.ts'
import type { LawTexts } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { filtered } from '../lawtables/filtering.ts'
import { Table, useTable } from '../lawtables/Table.tsx'
import { Frame } from '../rules/Frame.tsx'
import './texts.css'

/** The imported full texts, and whether the rulebook's quotations stand in them. */
export const TextsPage = () => {
  const texts = useQuery(lawTextsQuery())
  return <Frame filters><Loaded query={texts}>{(loaded) => (loaded.laws.length === 0 ? <None /> : <List texts={loaded} />)}</Loaded></Frame>
}

const None = () => { const { library: { texts: words } } = useWords(); return <Empty title={words.empty} icon='book'>{words.emptyBody}</Empty> }

const List = ({ texts }: { readonly texts: LawTexts }) => {
  const { library: words, number, day } = useWords()
  const text = useText()
  const navigate = useNavigate()
  const { search } = useTable()
  const shown = filtered(texts.laws, search.q, (one) => `${one.law} ${one.version} ${one.file}`)
  const order = ['found', 'elsewhere', 'spacing', 'other-edition', 'missing', 'no-text'] as const
  return (
    <div className='ltx'>
      <section className='pane'>
        <div className='hd'><h2>{words.texts.title}</h2><span className='hint ell'>{words.texts.hint}</span><div className='sp' /><span className='hint' role='status'>{words.texts.found(number(shown.length), number(texts.laws.length))}</span></div>
        <Table rows={shown} idOf={({ key }) => key} head={[words.texts.law, words.texts.version, words.texts.articles, words.texts.quotes]} none={words.texts.none} onChoose={() => undefined}
          cells={(one) => [<><Link to={paths.lawText} params={{ law: one.law }} onClick={(event) => { event.preventDefault(); void navigate({ to: paths.lawText, params: { law: one.law } }) }}><b>{one.law}</b></Link>{one.excerpt && <span className='chip'>{words.texts.excerpt}</span>}<div className='sm mut ell'>{one.file} · {words.texts.imported(day.moment(one.importedAt))}</div></>, <span className='sm mut2'>{one.version}</span>, number(one.articles), one.quotes === 0 ? '' : <span className={one.found === one.quotes ? 'green nw' : 'amber nw'}>{words.texts.found(number(one.found), number(one.quotes))}</span>]} />
      </section>
      <aside className='ltxv'>
        <section className='pane'><div className='hd'><h2>{words.texts.figures}</h2><span className='hint'>{words.texts.of(number(texts.total))}</span></div>
          <ul className='bd figs'>{order.filter((one) => texts.figures[one] > 0).map((one) => <li key={one}><Icon name={one === 'found' ? 'check' : one === 'no-text' ? 'info' : 'warn'} size={13} /><span>{words.checks[one]}</span><b>{number(texts.figures[one])}</b><i style={{ width: `${(texts.figures[one] / Math.max(1, texts.total)) * 100}%` }} /></li>)}</ul>
        </section>
        <section className='pane'><div className='hd'><h2>{words.texts.wrong}</h2><span className='hint'>{texts.wrong.length}</span></div>
          {texts.wrong.length === 0 ? <p className='bd mut sm'>{words.texts.all}</p> : <ul className='wr'>{texts.wrong.map((one, i) => <li key={i}><Link to={paths.rule} params={{ id: one.rule.id }}>{text(one.rule.title)}</Link><span className='chip amber'>{words.checks[one.check]}</span><small>{one.law} {one.article}</small></li>)}</ul>}
        </section>
      </aside>
    </div>
  )
}
