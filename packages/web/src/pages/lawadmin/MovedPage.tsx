import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { movedPages } from '../../api/lawAdmin.ts'
import { useSession } from '../../api/session.ts'
import type { MovedRow } from '../../api/wire.gen.ts'
import { OrganTag } from '../../parts/OrganTag.tsx'
import { rowKeys } from '../../parts/roving.ts'
import { Empty, Failed, Loading } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { Frame } from '../rules/Frame.tsx'
import { Dates } from './Moves.tsx'
import './lawadmin.css'

/** Every date that moved by itself, newest first: old one struck, new one, why, who was told. */
export const MovedPage = () => {
  const { lawadmin: { moved: words } } = useWords()
  const pages = useInfiniteQuery(movedPages())
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Frame>
      {pages.isError ? <Failed error={pages.error} onRetry={() => void pages.refetch()} /> : pages.data === undefined ? <Loading onCancel={undefined} /> : rows.length === 0 ? <Empty title={words.none} icon='cal'>{words.noneBody}</Empty> : <List rows={rows} more={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined} />}
    </Frame>
  )
}

const List = ({ rows, more }: { readonly rows: readonly MovedRow[]; readonly more: (() => void) | undefined }) => {
  const { lawadmin: { moved: words }, day } = useWords()
  const text = useText()
  const navigate = useNavigate()
  const { post } = useSession()
  const to = post.office === 'liaison' ? paths.liaisonMatter : paths.matter
  const keys = rowKeys({}, (row) => void navigate({ to, params: { id: rows[Number(row.dataset.row)]?.matter.id ?? '' } }))
  return (
    <div className='adm'>
      <section className='pane grow'>
        <div className='hd'><h2>{words.title}</h2><span className='hint ell'>{words.hint}</span></div>
        <div className='bd np scroll' onKeyDown={keys}><table className='mvt'>
          <thead><tr><th>{words.matter}</th><th>{words.duty}</th><th>{words.dates}</th><th>{words.cause}</th><th>{words.told}</th></tr></thead>
          <tbody>{rows.map(({ moved, matter }, i) => (
            <tr key={moved.id} data-row={i} tabIndex={i === 0 ? 0 : -1}>
              <td><Link to={to} params={{ id: matter.id }} tabIndex={-1}><b>{matter.title}</b></Link><div className='sm mut'>{matter.no}</div></td>
              <td><div className='row g6'><OrganTag organ={moved.owedBy} ours={moved.owedBy.id === post.organ.id} /><Link to={paths.rule} params={{ id: moved.rule }} tabIndex={-1}>{text(moved.ruleTitle)}</Link></div></td>
              <td className='nw'><Dates before={moved.before} after={moved.after} /></td>
              <td><span className='chip'>{words.kinds[moved.cause.kind]}</span><div className='sm mut2'>{text(moved.cause.text)}</div></td>
              <td className='sm'>{moved.told.length === 0 ? <span className='amber'>{words.nobody}</span> : <>{moved.told.slice(0, 2).map((one) => <span key={one.organ.id + one.person} className='blk'>{text(one.organ.short)} {one.person} <span className='mut'>{day.momentBrief(one.at)}</span></span>)}{moved.told.length > 2 && <span className='mut'>{words.others(moved.told.length)}</span>}</>}<span className='mut blk'>{words.at} {day.moment(moved.at)}</span></td>
            </tr>
          ))}</tbody>
        </table></div>
        {more !== undefined && <p className='bd'><button type='button' className='btn s' onClick={more}>{words.more}</button></p>}
      </section>
    </div>
  )
}
