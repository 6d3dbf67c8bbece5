import { useEffect, useRef } from 'react'
import type { Clue, ClueState, Light } from '../../api/wire.gen.ts'
import { useWords } from '../../words/words.ts'
import { Mark } from '../../parts/Light.tsx'
import '../model/model.css'

const light: Readonly<Record<ClueState, Light>> = { 'waiting': 'not-started', 'adopted': 'done', 'merged': 'done', 'excluded': 'not-started', 'needs-data': 'paused' }

/** One row a clue. The table is one stop of the Tab key; J and K move inside it, as the page decides. */
export const ClueTable = ({ clues, selected, onSelect }: { readonly clues: readonly Clue[]; readonly selected: string | undefined; readonly onSelect: (id: string) => void }) => {
  const { clues: words, number } = useWords()
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => { row.current?.scrollIntoView({ block: 'nearest' }) }, [selected])
  return (
    <table className='cls' aria-label={words.list}>
      <thead><tr><th>{words.columns.no}</th><th>{words.columns.subject}</th><th style={{ width: '38%' }}>{words.columns.found}</th><th className='r'>{words.columns.value}</th><th className='r wide tc'>{words.columns.limit}</th><th className='wide tc'>{words.columns.organ}</th><th className='r'>{words.columns.evidence}</th><th>{words.columns.state}</th></tr></thead>
      <tbody>
        {clues.map((clue) => (
          <tr key={clue.id} ref={clue.id === selected ? row : undefined} className={clue.id === selected ? 'sel' : undefined} aria-selected={clue.id === selected} tabIndex={clue.id === selected ? 0 : -1} onClick={() => onSelect(clue.id)} onFocus={() => onSelect(clue.id)} data-clue={clue.no}>
            <td className='mono'>{clue.no}</td><td className='ell' style={{ maxWidth: 170 }} title={clue.subject}>{clue.subject}</td><td className='long' title={clue.found}>{clue.found}</td>
            <td className='r'>{clue.limit === null || clue.limit.value === null ? '—' : `${number(clue.limit.value)} ${clue.limit.unit}`}</td><td className='r wide tc'>{clue.limit === null ? '—' : number(clue.limit.minimum)}</td>
            <td className='wide tc ell' style={{ maxWidth: 170 }}>{clue.organ}</td><td className='r'>{clue.evidence.length}</td>
            <td><span className={`light ${clue.state === 'adopted' || clue.state === 'merged' ? 'done' : 'grey'}`} style={{ fontWeight: 400 }}><Mark light={light[clue.state]} size={11} />{clue.status === 'clue' ? words.state[clue.state] : words.status[clue.status]}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
