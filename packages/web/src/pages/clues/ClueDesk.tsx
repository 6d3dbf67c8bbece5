import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'radix-ui'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Clue } from '../../api/wire.gen.ts'
import { cluesQuery, type ClueTab } from '../../api/models.ts'
import { useWords } from '../../words/words.ts'
import { Loaded } from '../../parts/states.tsx'
import { ClueTable } from './ClueTable.tsx'
import { Decide, type DecideHandle } from './Decide.tsx'
import { Evidence } from './Evidence.tsx'

const tabs: readonly ClueTab[] = ['waiting', 'toVerify', 'adopted', 'merged', 'excluded', 'needsData', 'undecidable']

/** Clues by state, the evidence of the chosen one, and the decision. What cannot be decided for lack of data stands in its own tab. */
export const ClueDesk = ({ model, wanted, side, over }: { readonly model?: string; readonly wanted?: string | undefined; readonly side?: ReactNode; readonly over?: ReactNode }) => {
  const { clues: words } = useWords()
  const [tab, setTab] = useState<ClueTab>('waiting')
  const [selected, setSelected] = useState(wanted)
  const page = useQuery(cluesQuery(tab, model))
  const decide = useRef<DecideHandle>(null)
  const items = page.data?.items ?? []
  const at = Math.max(0, items.findIndex((clue) => clue.id === selected))
  const clue: Clue | undefined = items[at]
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof HTMLElement && event.target.closest('input,textarea,select') !== null)) return
    const step = event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) { event.preventDefault(); const next = items[at + step]; if (next !== undefined) { setSelected(next.id); requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-clue="${CSS.escape(next.no)}"]`)?.focus()) } }
    if (event.key === '1' || event.key === '2' || event.key === '3' || event.key === '4') { event.preventDefault(); decide.current?.press(event.key) }
  }
  useEffect(() => { if (wanted !== undefined) setSelected(wanted) }, [wanted])
  return (
    <div className={side === undefined ? 'lab two-cols' : 'lab'}>
      {side}
      <div className='stack'>
        {over ?? (
          <Tabs.Root className='pane grow' value={tab} onValueChange={(value) => { setTab(value as ClueTab); setSelected(undefined) }}>
            <Tabs.List className='tabs'>{tabs.map((one) => <Tabs.Trigger key={one} value={one} data-tab={one}>{words.tabs[one]} <em>{page.data?.counts[countKey[one]] ?? ''}</em></Tabs.Trigger>)}</Tabs.List>
            <Tabs.Content value={tab} className='tabbody scroll' onKeyDown={keys}>
              <Loaded query={page}>{(loaded) => loaded.items.length === 0 ? <p className='blank'>{Object.values(loaded.counts).every((count) => count === 0) ? words.noneYet : words.none}</p> : <ClueTable clues={loaded.items} selected={clue?.id} onSelect={setSelected} />}</Loaded>
            </Tabs.Content>
          </Tabs.Root>
        )}
      </div>
      <aside className='stack'>
        <section className='pane grow'>
          <div className='hd'><h2>{clue === undefined ? words.columns.evidence : words.evidence.title(clue.no)}</h2><div className='sp' /><span className='kbd mut'>J</span><span className='kbd mut'>K</span></div>
          <div className='bd scroll grow'>{clue === undefined ? <p className='sm mut'>{words.evidence.none}</p> : <Evidence clue={clue} />}</div>
          {clue !== undefined && <Decide key={clue.id} ref={decide} clue={clue} />}
        </section>
      </aside>
    </div>
  )
}

/** Keys of the counts that the server gives: by state, and the data gaps by their status. */
const countKey: Readonly<Record<ClueTab, string>> = { waiting: 'waiting', toVerify: 'to_verify', adopted: 'adopted', merged: 'merged', excluded: 'excluded', needsData: 'needs-data', undecidable: 'undecidable' }
