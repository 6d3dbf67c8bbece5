import { useRef, useState, type KeyboardEvent } from 'react'
import type { Check, DemandIn } from '../../api/wire.gen.ts'
import { useWords } from '../../words/words.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Mark } from '../../parts/Light.tsx'
import { clean, moved, renumber } from './demands.ts'
import './editor.css'

/** Numbered demands, one thing an item. Order by buttons or Alt ↑ ↓; what cannot be verified yet is tinted with its reason. */
export const DemandList = ({ value, checks = [], onChange, onTyped }: {
  readonly value: readonly DemandIn[]
  readonly checks?: readonly Check[]
  readonly onChange: (demands: readonly DemandIn[]) => void
  /** Told once a field was typed into, for the count of typed fields. */
  readonly onTyped?: (field: string) => void
}) => {
  const { editor: words } = useWords()
  const [open, setOpen] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const focus = (i: number): void => { requestAnimationFrame(() => list.current?.querySelectorAll<HTMLTextAreaElement>('textarea[data-main]')[i]?.focus()) }
  const move = (i: number, by: -1 | 1): void => {
    const next = moved(value, i, by)
    if (next === value) return
    onChange(next)
    setOpen(open === i ? i + by : open)
    setSaid(words.demand.moved(i + 1, i + by + 1))
    focus(i + by)
  }
  const keys = (event: KeyboardEvent, i: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(i, event.key === 'ArrowUp' ? -1 : 1)
  }
  const set = (i: number, change: Partial<DemandIn>): void => {
    for (const field of Object.keys(change)) onTyped?.(`demand${i + 1}.${field}`)
    onChange(value.map((demand, k) => (k === i ? clean({ ...demand, ...change }) : demand)))
  }
  const add = (): void => { onChange(renumber([...value, { no: value.length + 1, text: '' }])); setOpen(value.length); focus(value.length) }
  return (
    <div>
      <ol ref={list}>
        {value.map((demand, i) => (
          <li key={i} className={checks.some((check) => check.demand === demand.no && check.level === 'must') ? 'dmd bad' : 'dmd'} onKeyDown={(event) => keys(event, i)}>
            <DemandBody demand={demand} checks={checks.filter((check) => check.demand === demand.no && check.level !== 'passed')} open={open === i} onOpen={() => setOpen(open === i ? null : i)} onSet={(change) => set(i, change)} />
            <span className='mv'>
              <button type='button' className='icb' title={`${words.demand.up} (Alt ↑)`} aria-label={`${words.demand.up} ${demand.no}`} disabled={i === 0} onClick={() => move(i, -1)}><Icon name='up' size={14} /></button>
              <button type='button' className='icb' title={`${words.demand.down} (Alt ↓)`} aria-label={`${words.demand.down} ${demand.no}`} disabled={i === value.length - 1} onClick={() => move(i, 1)}><Icon name='down' size={14} /></button>
              {open === i && <button type='button' className='icb' title={words.demand.remove} aria-label={`${words.demand.remove} ${demand.no}`} onClick={() => { onChange(renumber(value.filter((_, k) => k !== i))); setOpen(null) }}><Icon name='x' size={14} /></button>}
            </span>
          </li>
        ))}
      </ol>
      <button type='button' className='btn s t' onClick={add} data-add-demand><Icon name='plus' size={14} />{words.demand.add}</button>
      <span className='sr' role='status'>{said}</span>
    </div>
  )
}

const DemandBody = ({ demand, checks, open, onOpen, onSet }: { readonly demand: DemandIn; readonly checks: readonly Check[]; readonly open: boolean; readonly onOpen: () => void; readonly onSet: (change: Partial<DemandIn>) => void }) => {
  const { editor: words, record } = useWords()
  const lacking = [...(demand.standard === undefined ? [words.demand.missingStandard] : []), ...(demand.by === undefined ? [words.demand.missingBy] : [])]
  return (
    <>
      <span className='n'>{record.ordinal(demand.no)}</span>
      <div>
        <textarea className='inp area' data-main rows={demand.text.length > 22 ? 2 : 1} value={demand.text} placeholder={words.demand.textHint} aria-label={`${words.demand.text} ${demand.no}`} onChange={(event) => onSet({ text: event.target.value })} />
        <div className='mt'>
          {demand.by !== undefined && <span className='chip blue'>{words.demand.byDay(demand.by.slice(5))}</span>}
          {demand.verifiedHow !== undefined && <span className='chip green'>{words.demand.verify(demand.verifiedHow)}</span>}
          {checks.length > 0 && lacking.map((text) => <span key={text} className='chip amber'><Mark light='near' size={11} />{text}</span>)}
          <button type='button' className='lnk' aria-expanded={open} onClick={onOpen}>{open ? words.demand.fold : words.demand.edit}</button>
        </div>
        {open && (
          <div className='sub'>
            <label className='fld w2'><span className='sm mut2'>{words.demand.standard}</span><input className='inp' value={demand.standard ?? ''} placeholder={words.demand.standardHint} onChange={(event) => onSet({ standard: event.target.value })} /></label>
            <label className='fld'><span className='sm mut2'>{words.demand.by}</span><input className='inp' type='date' value={demand.by ?? ''} onChange={(event) => onSet({ by: event.target.value })} /></label>
            <label className='fld'><span className='sm mut2'>{words.demand.verifiedHow}</span><input className='inp' value={demand.verifiedHow ?? ''} placeholder={words.demand.verifiedHint} onChange={(event) => onSet({ verifiedHow: event.target.value })} /></label>
          </div>
        )}
      </div>
    </>
  )
}
