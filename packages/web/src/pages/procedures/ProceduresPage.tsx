import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { proceduresQuery } from '../../api/law.ts'
import type { ProcedureCard } from '../../api/wire.gen.ts'
import { rowKeys } from '../../parts/roving.ts'
import { Empty, Loaded } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { Frame } from '../rules/Frame.tsx'
import '../rules/rules.css'
import './procedure.css'

/** Every kind of matter with its stages as a slim line, by area. */
export const ProceduresPage = () => {
  const procedures = useQuery(proceduresQuery())
  return <Frame filters><Loaded query={procedures}>{(list) => <List procedures={list} />}</Loaded></Frame>
}

const List = ({ procedures }: { readonly procedures: readonly ProcedureCard[] }) => {
  const { library: words } = useWords()
  const text = useText()
  const navigate = useNavigate()
  const q = ((useSearch({ strict: false }) as { readonly q?: string }).q ?? '').trim().toLowerCase()
  const shown = procedures.filter((one) => q === '' || `${one.title.zh} ${one.title.en} ${one.id} ${one.area} ${one.mission.join(' ')} ${one.stages.map(({ title }) => `${title.zh} ${title.en}`).join(' ')}`.toLowerCase().includes(q))
  const keys = rowKeys({}, (row) => void navigate({ to: paths.lawProcedure, params: { id: row.dataset.row ?? '' } }))
  if (shown.length === 0) return <Empty title={words.procedures.none} icon='search'>{words.noneBody}</Empty>
  const first = shown[0]?.id
  return (
    <div className='plist scroll' onKeyDown={keys}>{[...Map.groupBy(shown, ({ area }) => area)].map(([area, list]) => (
      <section key={area} className='pane'>
        <div className='hd'><h2>{area}</h2><span className='hint'>{list.length}</span></div>
        <ul>{list.map((one) => (
          <li key={one.id} data-row={one.id} tabIndex={one.id === first ? 0 : -1}>
            <Link to={paths.lawProcedure} params={{ id: one.id }} tabIndex={-1}><b>{text(one.title)}</b></Link>
            <ol className='slim' aria-label={words.procedures.stages}>{one.stages.map((stage) => <li key={stage.id}>{text(stage.title)}</li>)}</ol>
            <span className='hint nw fig'>{words.procedures.acts(one.acts)} · {words.procedures.duties(one.duties)}</span>
            <span className='hint nw xl arts'>{one.articles.length > 0 && words.procedures.ofDecision(one.articles)}</span>
          </li>
        ))}</ul>
      </section>
    ))}</div>
  )
}
