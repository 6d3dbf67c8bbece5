import { Link, useNavigate } from '@tanstack/react-router'
import type { LawSearch, RuleRow } from '../../api/wire.gen.ts'
import { LawChip } from '../../parts/LawChip.tsx'
import { rowKeys } from '../../parts/roving.ts'
import { Empty } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { Hits, Owes, Trust } from './Mark.tsx'

/** Rules line by line: who must do what, how long, on which provision, how sure. J K move and show, Enter opens. */
export const RuleTable = ({ rules, hits, chosen, onChoose }: { readonly rules: readonly RuleRow[]; readonly hits: LawSearch | undefined; readonly chosen: string | undefined; readonly onChoose: (rule: string) => void }) => {
  const { library: words } = useWords()
  const text = useText()
  const navigate = useNavigate()
  const excerpts = new Map((hits?.items ?? []).flatMap(({ kind, id, excerpt }) => (kind === 'rule' && excerpt !== null ? [[id, excerpt] as const] : [])))
  const keys = rowKeys({}, (row) => void navigate({ to: paths.rule, params: { id: row.dataset.row ?? '' } }))
  if (rules.length === 0) return <Empty title={words.none} icon='search'>{words.noneBody}</Empty>
  return (
    <div className='bd np scroll' onKeyDown={keys}>
      <table className='rtab'>
        <thead><tr><th>{words.col.rule}</th><th>{words.col.period}</th><th className='xl'>{words.col.source}</th></tr></thead>
        <tbody>{rules.map((rule) => {
          const excerpt = excerpts.get(rule.id)
          return (
            <tr key={rule.id} tabIndex={rule.id === chosen ? 0 : -1} data-row={rule.id} className={rule.id === chosen ? 'sel' : undefined} aria-selected={rule.id === chosen} onFocus={(event) => { if (event.target === event.currentTarget && rule.id !== chosen) onChoose(rule.id) }} onClick={() => onChoose(rule.id)} onDoubleClick={() => void navigate({ to: paths.rule, params: { id: rule.id } })}>
              <td>
                <div className='row g6'><Owes from={rule.from} /><Link to={paths.rule} params={{ id: rule.id }} className='ttl ell' tabIndex={-1}><Hits text={text(rule.title)} words={hits?.words ?? []} /></Link>{rule.weak && <Trust weak confidence={rule.confidence} />}</div>
                <div className='sm mut ell ob' title={text(rule.obligation)}>{excerpt === undefined ? <Hits text={text(rule.obligation)} words={hits?.words ?? []} /> : <Hits text={excerpt} words={hits?.words ?? []} />}</div>
              </td>
              <td className='nw per'>{rule.period === null ? <span className='mut sm'>{words.noPeriod}</span> : <b>{text(rule.period)}</b>}</td>
              <td className='xl src'>{text(rule.chip) !== '' && <LawChip>{text(rule.chip)}</LawChip>}</td>
            </tr>
          )
        })}</tbody>
      </table>
    </div>
  )
}
