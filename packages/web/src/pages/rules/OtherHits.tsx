import { Link, useNavigate } from '@tanstack/react-router'
import type { LawHit, LawSearch } from '../../api/wire.gen.ts'
import { LawChip } from '../../parts/LawChip.tsx'
import { rowKeys } from '../../parts/roving.ts'
import { Empty } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { Hits } from './Mark.tsx'

/** Where a hit is read. */
const targetOf = ({ kind, id, title }: LawHit): { readonly to: string; readonly params?: Readonly<Record<string, string>>; readonly search?: Readonly<Record<string, string>> } => {
  switch (kind) {
    case 'rule': return { to: paths.rule, params: { id } }
    case 'article': return { to: paths.rules, search: { of: id } }
    case 'procedure': return { to: paths.lawProcedure, params: { id } }
    case 'instrument': return { to: paths.lawInstruments, search: { id } }
    case 'power': return { to: paths.lawPowers, search: { id } }
    case 'term': return { to: paths.lawGlossary, search: { q: id.slice(id.indexOf(':') + 1) } }
    case 'setting': return { to: paths.lawSettings, search: { q: id } }
    case 'unverified': return { to: paths.lawUnverified, search: { q: title.zh } }
    case 'text': { const [law = '', article = ''] = id.split('#'); return { to: paths.lawText, params: { law }, search: { article } } }
  }
}

/** What was found besides rules, of one kind. */
export const OtherHits = ({ hits, kind }: { readonly hits: LawSearch; readonly kind: string }) => {
  const { library: words } = useWords()
  const text = useText()
  const navigate = useNavigate()
  const list = hits.items.filter((hit) => hit.kind === kind)
  const keys = rowKeys({}, (row) => { const hit = list[Number(row.dataset.row)]; if (hit !== undefined) void navigate(targetOf(hit) as never) })
  if (list.length === 0) return <Empty title={words.noneHits(words.kinds[kind] ?? kind)} icon='search'>{words.noneBody}</Empty>
  return (
    <ul className='bd np scroll ohits' onKeyDown={keys}>{list.map((hit, i) => { const target = targetOf(hit); return (
      <li key={hit.id} tabIndex={i === 0 ? 0 : -1} data-row={i}>
        <div className='row g6'><Link to={target.to as '/rules'} params={(target.params ?? {}) as never} search={(target.search ?? {}) as never} className='ttl ell' tabIndex={-1}><Hits text={text(hit.title)} words={hits.words} /></Link><div className='sp' />{hit.kind === 'rule' || hit.kind === 'instrument' || hit.kind === 'power' ? text(hit.note) !== '' && <LawChip>{text(hit.note)}</LawChip> : <span className='hint nw ell'>{text(hit.note)}</span>}</div>
        {hit.excerpt !== null && <p className='sm mut ell'><Hits text={hit.excerpt} words={hits.words} /></p>}
      </li>
    ) })}</ul>
  )
}
