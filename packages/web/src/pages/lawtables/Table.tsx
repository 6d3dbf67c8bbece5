import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { InstrumentRow, Source } from '../../api/wire.gen.ts'
import { rowKeys } from '../../parts/roving.ts'
import { Empty } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import './tables.css'

export type TableSearch = { readonly q?: string; readonly id?: string; readonly kind?: string }
export const useTable = (): { readonly search: TableSearch; readonly go: (change: TableSearch) => void } => {
  const search = useSearch({ strict: false }) as TableSearch
  const navigate = useNavigate()
  return { search, go: (change) => void navigate({ to: '.', search: (before: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== '')), replace: true } as never) }
}

/** A dense table whose rows are walked with J and K; with `onChoose` a row shows itself beside. */
export const Table = <T,>({ rows, idOf, head, cells, chosen, onChoose, none }: { readonly rows: readonly T[]; readonly idOf: (row: T) => string; readonly head: readonly string[]; readonly cells: (row: T) => readonly ReactNode[]; readonly chosen?: string | undefined; readonly onChoose?: (id: string) => void; readonly none: string }) => {
  const { library: words } = useWords()
  const keys = rowKeys({}, (row) => onChoose?.(row.dataset.row ?? ''))
  if (rows.length === 0) return <Empty title={none} icon='search'>{words.noneBody}</Empty>
  const first = chosen ?? (rows[0] === undefined ? undefined : idOf(rows[0]))
  return (
    <div className='bd np scroll' onKeyDown={keys}>
      <table className={onChoose === undefined ? 'ltab' : 'ltab pick'}><thead><tr>{head.map((name) => <th key={name}>{name}</th>)}</tr></thead>
        <tbody>{rows.map((row) => { const id = idOf(row); return <tr key={id} data-row={id} tabIndex={id === first ? 0 : -1} className={id === chosen ? 'sel' : undefined} {...(onChoose === undefined ? {} : { 'aria-selected': id === chosen, onClick: () => onChoose(id) })} onFocus={(event) => { if (event.target === event.currentTarget && id !== chosen) onChoose?.(id) }}>{cells(row).map((cell, i) => <td key={i}>{cell}</td>)}</tr> })}</tbody></table>
    </div>
  )
}

/** Provisions on paper. */
export const Provisions = ({ sources }: { readonly sources: readonly Source[] }) => {
  const { library: words } = useWords()
  return <>{sources.map((source) => <article key={source.law + source.article + source.quote} className='prov'><header><h3>{source.law} {source.article}</h3><span>{source.versionDate}</span></header><p className='lawtext'>{source.quote}</p><footer><span>{words.origins[source.textOrigin] ?? source.textOrigin}</span><span>{words.readIn} {source.readAt}</span></footer></article>)}</>
}

type Named = InstrumentRow['rules'][number]
export const RuleLinks = ({ rules }: { readonly rules: readonly Named[] }) => { const text = useText(); return <>{rules.map((one) => <Link key={one.id} className='blk' to={paths.rule} params={{ id: one.id }}>{text(one.title)}</Link>)}</> }
export const ProcedureLinks = ({ procedures }: { readonly procedures: readonly Named[] }) => { const text = useText(); return <>{procedures.map((one) => <Link key={one.id} className='blk' to={paths.lawProcedure} params={{ id: one.id }}>{text(one.title)}</Link>)}</> }

/** One of a few kinds, or all. */
export const Kinds = ({ kinds, chosen, onChoose }: { readonly kinds: readonly { readonly id: string | undefined; readonly title: string; readonly count: number }[]; readonly chosen: string | undefined; readonly onChoose: (kind: string | undefined) => void }) => {
  const { number } = useWords()
  return <div className='seg low kinds'>{kinds.map((one) => <button key={one.id ?? ''} type='button' aria-pressed={chosen === one.id} onClick={() => onChoose(one.id)}>{one.title} <em>{number(one.count)}</em></button>)}</div>
}
