import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { whyIfQuery } from '../../api/matters.ts'
import { useSession } from '../../api/session.ts'
import type { Why } from '../../api/wire.gen.ts'
import { ProblemBox, problemOf } from '../../parts/states.tsx'
import { Ledger } from '../../parts/WhyDate.tsx'
import { useText, useWords } from '../../words/words.ts'

/** What may be supposed; lives in the address, so that a supposition can be sent to somebody. */
export type Supposed = { readonly from?: string; readonly variant?: string; readonly custody?: string; readonly extend?: string; readonly pauseFrom?: string; readonly pauseTo?: string }
const names = ['from', 'variant', 'custody', 'extend', 'pauseFrom', 'pauseTo'] as const

/** Other conditions, computed by the same law: what the law offers, and what a person supposes. Nothing is written. */
export const WhatIf = ({ why }: { readonly why: Why }) => {
  const { why: words, day } = useWords()
  const text = useText()
  const navigate = useNavigate()
  const session = useSession()
  const search = useSearch({ strict: false }) as Supposed
  const [form, setForm] = useState<Supposed>(search)
  const supposed = Object.fromEntries(names.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])))
  const some = Object.keys(supposed).length > 0
  const answer = useQuery({ ...whyIfQuery(why.matter.id, why.duty.id, supposed), enabled: some })
  const asked = some ? answer.data?.whatIf.find((one) => one.asked) : undefined
  const said = (due: string | null): string => (due === null ? words.noEnd : due === why.duty.due ? `${day.brief(due)} ${words.same}` : day.short(due))
  const put = (change: Supposed): void => setForm((before) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== '')))
  const go = (next: Supposed): void => { void navigate({ to: '.', search: next as never, replace: true }) }
  return (
    <section className='pane wi noprint'>
      <div className='hd'><h2>{words.whatIf}</h2><span className='hint'>{words.whatIfHint}</span></div>
      <ul className='bd np'>
        {why.whatIf.map((one) => <li key={one.label.zh}><span>{text(one.label)}</span><b>{said(one.due)}</b></li>)}
        {answer.isError && some && <li><ProblemBox problem={problemOf(answer.error)} /></li>}
        {asked !== undefined && !answer.isError && <li className='got' data-supposed={asked.due ?? ''}><p><span>{text(asked.label)}</span><b>{said(asked.due)}</b></p><Ledger explained={asked.explained} light={asked.due !== null && asked.due < session.today ? 'overdue' : 'within'} /></li>}
        <li className='ask'>
          <details open={some}><summary>{words.suppose}</summary>
            <form onSubmit={(event) => { event.preventDefault(); go(form) }}>
              <label>{words.whatIfStart}<input className='inp' type='date' value={form.from ?? ''} onChange={(event) => put({ from: event.target.value })} /></label>
              {why.variants.length > 0 && <label>{words.variant}<select className='inp' value={form.variant ?? ''} onChange={(event) => put({ variant: event.target.value })}><option value=''>{words.asIs}</option>{why.variants.map((one) => <option key={one.id} value={one.id}>{text(one.when)}</option>)}</select></label>}
              <label>{words.custody}<select className='inp' value={form.custody ?? ''} onChange={(event) => put({ custody: event.target.value })}><option value=''>{words.asIs}</option><option value='yes'>{words.inCustody}</option><option value='no'>{words.atLarge}</option></select></label>
              <label>{words.extended}<select className='inp' value={form.extend ?? ''} onChange={(event) => put({ extend: event.target.value })}><option value=''>{words.asIs}</option>{why.extends && <option value='law'>{words.byLaw}</option>}{words.lengths.map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}</select></label>
              <label>{words.pausedFrom}<input className='inp' type='date' value={form.pauseFrom ?? ''} onChange={(event) => put({ pauseFrom: event.target.value })} /></label>
              <label>{words.pausedTo}<input className='inp' type='date' value={form.pauseTo ?? ''} disabled={form.pauseFrom === undefined} min={form.pauseFrom} onChange={(event) => put({ pauseTo: event.target.value })} /></label>
              <p><button className='btn s p'>{words.whatIfGo}</button>{some && <button type='button' className='btn s' onClick={() => { setForm({}); go({}) }}>{words.clear}</button>}</p>
            </form>
          </details>
        </li>
      </ul>
    </section>
  )
}
