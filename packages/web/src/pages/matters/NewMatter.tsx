import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type FormEvent } from 'react'
import { newKey } from '../../api/client.ts'
import { openMatter, organsQuery } from '../../api/matters.ts'
import { proceduresQuery } from '../../api/models.ts'
import { useSession } from '../../api/session.ts'
import type { Problem, ProcedureSummary } from '../../api/wire.gen.ts'
import { ActFields } from '../../parts/ActFields.tsx'
import { Drawer } from '../../parts/Drawer.tsx'
import { missing, newAct, type Value, type Values } from '../../parts/newAct.ts'
import { ProblemBox } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'

/** Kinds that this identity may begin, by area, in the order of the rulebook. */
const byArea = (all: readonly ProcedureSummary[]): ReadonlyMap<string, readonly ProcedureSummary[]> => Map.groupBy(all.filter(({ openings }) => openings.length > 0), ({ area }) => area)

/** Beginning a matter: which kind, with which act, about whom, since when. Everything after that follows from the procedure. */
export const NewMatterDrawer = ({ onClose }: { readonly onClose: () => void }) => {
  const { matters: words, form } = useWords()
  const text = useText()
  const session = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const procedures = useQuery(proceduresQuery())
  const organs = useQuery(organsQuery())
  const [given, setGiven] = useState({ procedure: '', act: '', title: '', subject: '', on: session.today, sealed: false })
  const [values, setValues] = useState<Values>({})
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const key = useRef(newKey())
  const set = (change: Partial<typeof given>): void => { key.current = newKey(); setGiven((before) => ({ ...before, ...change })) }
  const change = (name: string, value: Value): void => { key.current = newKey(); setValues((before) => ({ ...before, [name]: value })) }
  const chosen = procedures.data?.find((one) => one.id === given.procedure)
  const opening = chosen?.openings.find((one) => one.key === given.act) ?? chosen?.openings[0]
  const fields = opening?.form ?? []
  const wrong = asked ? missing(fields, values) : []
  const all = organs.data ?? []
  const own = all.find(({ id }) => id === session.post.organ.id)
  const subjects = all.filter((organ) => organ.id !== session.post.organ.id && (chosen === undefined || chosen.subjectRoles.length === 0 || chosen.subjectRoles.includes(organ.role)))
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (opening === undefined || missing(fields, values).length > 0) return
    setBusy(true)
    const { on: _day, ...first } = newAct(opening, { ...values, on: given.on })
    const done = await openMatter({ procedure: given.procedure, title: given.title.trim(), on: given.on, first, ...(given.subject === '' ? {} : { subject: given.subject }), ...(given.sealed ? { sealed: true } : {}) }, key.current)
    setBusy(false)
    if (!done.ok) { setProblem(done.problem); return }
    await queries.invalidateQueries()
    void navigate({ to: paths.matter, params: { id: done.value.id } })
  }
  const kinds = byArea(procedures.data ?? [])
  return (
    <Drawer title={words.startTitle} onClose={onClose} foot={<><button type='button' className='btn' onClick={onClose}>{words.cancel}</button><button form='new-matter' className='btn p' disabled={busy}>{busy ? words.making : opening === undefined ? words.make : words.makeAct(text(opening.title))}</button></>}>
      <form id='new-matter' className='newm' onSubmit={(event) => void make(event)}>
        {problem !== null && <ProblemBox problem={problem} />}
        {procedures.data !== undefined && kinds.size === 0 && <p className='mut2'>{words.noneKind}</p>}
        <label className='fld'><span className='sm mut2'>{words.procedureLabel}</span><select className='inp' required value={given.procedure} onChange={(event) => { set({ procedure: event.target.value, act: '', subject: '' }); setValues({}); setAsked(false) }}><option value=''>{form.choose}</option>{[...kinds].map(([area, list]) => <optgroup key={area} label={area}>{list.map((one) => <option key={one.id} value={one.id}>{text(one.title)}</option>)}</optgroup>)}</select><span className='hint'>{words.startHint}</span></label>
        {chosen !== undefined && chosen.openings.length > 1 && <label className='fld'><span className='sm mut2'>{words.actLabel}</span><select className='inp' value={opening?.key} onChange={(event) => { set({ act: event.target.value }); setValues({}); setAsked(false) }}>{chosen.openings.map((one) => <option key={one.key} value={one.key}>{text(one.title)}</option>)}</select></label>}
        <label className='fld'><span className='sm mut2'>{words.nameLabel}</span><input className='inp' required minLength={2} maxLength={200} value={given.title} onChange={(event) => set({ title: event.target.value })} /><span className='hint'>{words.nameHint}</span></label>
        {subjects.length > 0 && <label className='fld'><span className='sm mut2'>{words.subjectLabel}</span><select className='inp' value={given.subject} onChange={(event) => set({ subject: event.target.value })}><option value=''>{words.chooseSubject}</option>{subjects.map((organ) => <option key={organ.id} value={organ.id}>{text(organ.name)}</option>)}</select></label>}
        <label className='fld'><span className='sm mut2'>{words.dayLabel}</span><input className='inp' type='date' required max={session.today} value={given.on} onChange={(event) => set({ on: event.target.value })} /></label>
        {own !== undefined && fields.length > 0 && <ActFields fields={fields} values={values} missing={wrong} around={{ owner: own, organs: all, demands: [] }} onChange={change} />}
        <label className='row s13'><input type='checkbox' checked={given.sealed} onChange={(event) => set({ sealed: event.target.checked })} />{words.sealedLabel}</label>
      </form>
    </Drawer>
  )
}
