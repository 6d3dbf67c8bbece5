import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type FormEvent } from 'react'
import { newKey } from '../../api/client.ts'
import { openMatter, organsQuery } from '../../api/matters.ts'
import { proceduresQuery } from '../../api/models.ts'
import { useSession } from '../../api/session.ts'
import type { Problem } from '../../api/wire.gen.ts'
import { Drawer } from '../../parts/Drawer.tsx'
import { ProblemBox } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'

/** Accepting a matter: which procedure, about whom, since when. Everything after that follows from the procedure. */
export const NewMatterDrawer = ({ onClose }: { readonly onClose: () => void }) => {
  const { matters: words, form } = useWords()
  const text = useText()
  const session = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const procedures = useQuery(proceduresQuery())
  const organs = useQuery(organsQuery())
  const [given, setGiven] = useState({ procedure: '', title: '', subject: '', on: session.today, sealed: false })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const key = useRef(newKey())
  const set = (change: Partial<typeof given>): void => { key.current = newKey(); setGiven((before) => ({ ...before, ...change })) }
  const chosen = procedures.data?.find((one) => one.id === given.procedure)
  const subjects = organs.data?.filter((organ) => chosen === undefined || chosen.subjectRoles.length === 0 || chosen.subjectRoles.includes(organ.role)) ?? []
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const done = await openMatter({ procedure: given.procedure, title: given.title.trim(), on: given.on, ...(given.subject === '' ? {} : { subject: given.subject }), ...(given.sealed ? { sealed: true } : {}) }, key.current)
    setBusy(false)
    if (!done.ok) { setProblem(done.problem); return }
    await queries.invalidateQueries()
    void navigate({ to: paths.matter, params: { id: done.value.id } })
  }
  return (
    <Drawer title={words.startTitle} onClose={onClose} foot={<><button type='button' className='btn' onClick={onClose}>{words.cancel}</button><button form='new-matter' className='btn p' disabled={busy}>{busy ? words.making : words.make}</button></>}>
      <form id='new-matter' className='newm' onSubmit={(event) => void make(event)}>
        {problem !== null && <ProblemBox problem={problem} />}
        <label className='fld'><span className='sm mut2'>{words.procedureLabel}</span><select className='inp' required value={given.procedure} onChange={(event) => set({ procedure: event.target.value, subject: '' })}><option value=''>{form.choose}</option>{procedures.data?.map((one) => <option key={one.id} value={one.id}>{text(one.title)}</option>)}</select><span className='hint'>{words.startHint}</span></label>
        <label className='fld'><span className='sm mut2'>{words.nameLabel}</span><input className='inp' required minLength={2} maxLength={200} value={given.title} onChange={(event) => set({ title: event.target.value })} /><span className='hint'>{words.nameHint}</span></label>
        <label className='fld'><span className='sm mut2'>{words.subjectLabel}</span><select className='inp' value={given.subject} onChange={(event) => set({ subject: event.target.value })}><option value=''>{words.chooseSubject}</option>{subjects.map((organ) => <option key={organ.id} value={organ.id}>{text(organ.name)}</option>)}</select></label>
        <label className='fld'><span className='sm mut2'>{words.dayLabel}</span><input className='inp' type='date' required max={session.today} value={given.on} onChange={(event) => set({ on: event.target.value })} /></label>
        <label className='row s13'><input type='checkbox' checked={given.sealed} onChange={(event) => set({ sealed: event.target.checked })} />{words.sealedLabel}</label>
      </form>
    </Drawer>
  )
}
