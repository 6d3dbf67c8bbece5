import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { ActDone, Matter, Permission, Problem } from '../../api/wire.gen.ts'
import { newKey, putOnRecord } from '../../api/acts.ts'
import { useSession } from '../../api/session.ts'
import { useText, useWords } from '../../words/words.ts'
import { dayField } from '../../words/fields.ts'
import { ActFields } from '../../parts/ActFields.tsx'
import { dropDraft, keepDraft, readDraft } from '../../parts/draft.ts'
import { Drawer } from '../../parts/Drawer.tsx'
import { DutyLight, Mark } from '../../parts/Light.tsx'
import { missing, newAct, type Value, type Values } from '../../parts/newAct.ts'
import { Receipt } from '../../parts/Receipt.tsx'

type State = { readonly kind: 'filling' } | { readonly kind: 'asking' } | { readonly kind: 'sending' } | { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'done'; readonly done: ActDone }

/** What is known beforehand is filled in: the day, the only organ, the only choice. */
export const beforehand = (permission: Permission, matter: Matter, today: string): Values => Object.fromEntries((permission.form ?? []).flatMap((field): [string, Value][] => {
  if (field.name === 'on') return [['on', today]]
  if (field.kind === 'choice' && field.required === true && field.choices?.length === 1) return [[field.name, field.choices[0]?.id]]
  if ((field.kind === 'organ' || field.kind === 'organs') && field.name === 'to') {
    const known = field.choices?.length === 1 ? field.choices[0]?.id : field.choices === undefined || field.choices.some((choice) => choice.id === matter.subject?.id) ? matter.subject?.id : undefined
    return known === undefined ? [] : [[field.name, field.kind === 'organs' ? [known] : known]]
  }
  return []
}))

/**
 * One act: its form, one question before it is put on record, and what followed from it. When somebody was faster (409) the other
 * act is shown first and what was written stays; the person decides whether it still stands.
 */
export const ActDrawer = ({ matter, permission, prefilled, onClose }: { readonly matter: Matter; readonly permission: Permission; readonly prefilled?: Values; readonly onClose: () => void }) => {
  const { matter: words } = useWords()
  const text = useText()
  const session = useSession()
  const queries = useQueryClient()
  const person = session.person.id
  const fields = useMemo(() => [...((permission.form ?? []).some((field) => field.name === 'on') ? [] : [{ name: 'on', kind: 'day' as const, label: dayField.label, hint: dayField.hint, required: true }]), ...(permission.form ?? [])], [permission, words])
  const [values, setValues] = useState<Values>(() => ({ on: session.today, ...beforehand(permission, matter, session.today), ...readDraft(person, matter.id, permission.key)?.values, ...prefilled }))
  const [version, setVersion] = useState(matter.version)
  const [state, setState] = useState<State>({ kind: 'filling' })
  const [wrong, setWrong] = useState<readonly string[]>([])
  const key = useRef(newKey())
  const change = (name: string, value: Value): void => {
    setValues((before) => {
      const next = { ...before, [name]: value }
      keepDraft(person, matter.id, permission.key, { values: next, savedAt: Date.now(), typed: [] })
      return next
    })
    key.current = newKey()
    setWrong((names) => names.filter((one) => one !== name))
    if (state.kind === 'asking') setState({ kind: 'filling' })
  }
  const ask = (): void => {
    const lacking = missing(fields, values)
    setWrong(lacking)
    if (lacking.length === 0) setState({ kind: 'asking' })
  }
  const send = async (): Promise<void> => {
    setState({ kind: 'sending' })
    const sent = await putOnRecord(matter.id, newAct({ ...permission, form: fields }, values), version, key.current)
    if (!sent.ok) { setState({ kind: 'refused', problem: sent.problem }); return }
    dropDraft(person, matter.id, permission.key)
    setState({ kind: 'done', done: sent.value })
    await queries.invalidateQueries()
  }
  const title = text(permission.title)
  useEffect(() => { setVersion(matter.version) }, [matter.id]) // eslint-disable-line react-hooks/exhaustive-deps
  return (
    <Drawer title={title} onClose={onClose}
      foot={state.kind === 'done' ? <button type='button' className='btn' onClick={onClose}>{words.law.close}</button> : (
        <>
          {state.kind === 'asking'
            ? <><span className='sm mut2 sp'>{words.drawer.confirm(title)}</span><button type='button' className='btn' onClick={() => setState({ kind: 'filling' })}>{words.drawer.again}</button><button type='button' className='btn p' onClick={() => void send()} autoFocus data-confirm>{words.drawer.record}</button></>
            : <><span className='hint sp'>{words.drawer.saved}</span><button type='button' className='btn' onClick={onClose}>{words.drawer.cancel}</button><button type='button' className='btn p' disabled={state.kind === 'sending' || (state.kind === 'refused' && state.problem.status === 409 && (state.problem.changed?.length ?? 0) > 0)} onClick={ask} data-record>{state.kind === 'sending' ? words.drawer.recording : words.drawer.record}</button></>}
        </>
      )}>
      <form className='actform' onSubmit={(event) => { event.preventDefault(); ask() }} onKeyDown={(event) => { if (event.ctrlKey && event.key === 'Enter') { event.preventDefault(); if (state.kind === 'asking') void send(); else ask() } }}>
        {state.kind === 'refused' && <Refused problem={state.problem} all={matter.permitted} onGo={() => { setVersion(state.problem.version ?? version); key.current = newKey(); setState({ kind: 'filling' }); void queries.invalidateQueries({ queryKey: ['matter', matter.id] }) }} />}
        {state.kind === 'done' ? <Done done={state.done} matter={matter} /> : (
          <>
            {permission.decidedBy !== undefined && <p className='note' title={permission.decidedBy.provision}>{text(permission.decidedBy.text)}</p>}
            <ActFields fields={fields} values={values} missing={wrong} around={matter} onChange={change} />
          </>
        )}
      </form>
    </Drawer>
  )
}

export const Refused = ({ problem, all, onGo }: { readonly problem: Problem; readonly all: readonly Permission[]; readonly onGo: () => void }) => {
  const { matter: words, day } = useWords()
  const text = useText()
  if (problem.status === 409 && problem.changed !== undefined && problem.changed.length > 0) {
    return (
      <div className='clash' role='alert'>
        <b>{words.drawer.conflict.title}</b>
        <p>{words.drawer.conflict.body}</p>
        <ol>{problem.changed.map((act) => <li key={act.n}><span>{text(act.title)}</span><span className='mut2'>{words.drawer.conflict.by(act.by, day.momentBrief(act.recordedAt))}</span></li>)}</ol>
        <div className='row'><button type='button' className='btn s' onClick={onGo} data-conflict-go>{words.drawer.conflict.go}</button>{problem.version !== undefined && <span className='hint'>{words.drawer.conflict.now(problem.version)}</span>}</div>
      </div>
    )
  }
  const unblocks = all.find((permission) => permission.key === problem.unblockedBy)
  return (
    <div className='refused' role='alert'>
      <b>{words.drawer.refused}：{problem.title}</b>
      <p>{problem.detail}</p>
      {problem.provision !== undefined && <p>{problem.provision}</p>}
      {unblocks !== undefined && <p>{words.drawer.unblock(text(unblocks.title))}</p>}
      {problem.earliest !== undefined && <p>{words.drawer.earliest(problem.earliest)}</p>}
      {problem.errors !== undefined && problem.errors.length > 0 && <ul>{problem.errors.map((error) => <li key={`${error.field}${error.message}`}>{words.drawer.field(error.field, error.message)}</li>)}</ul>}
      <p className='sm mut2'>{words.drawer.refusedSafe} <span className='mono'>{problem.code}</span></p>
    </div>
  )
}

const Done = ({ done, matter }: { readonly done: ActDone; readonly matter: Matter }) => {
  const { matter: words, record, day } = useWords()
  const text = useText()
  const settled = matter.duties.filter((duty) => done.discharged.includes(duty.id))
  return (
    <>
      <div className='recorded' role='status' data-recorded={done.act.n}><b className='green row g6'><Mark light='done' />{words.drawer.done(text(done.act.title))}</b><p className='sm mut2'>{day.momentBrief(done.act.recordedAt)} · {words.drawer.version(done.version)}</p></div>
      <Receipt act={done.act} receipt={done.receipt} />
      <div><b className='s13'>{words.drawer.opened}</b>
        {done.opened.length === 0 ? <p className='note'>{words.drawer.none}</p> : <ul>{done.opened.map((duty) => <li key={duty.id} className='row' style={{ padding: '4px 0' }}><span className={duty.ours ? 'tag us' : 'tag them'}>{duty.ours ? record.ours : text(duty.owedBy.short)}</span><span className='ell sp'>{text(duty.obligation)}</span><span className='nw'>{duty.due === null ? '' : day.short(duty.due)}</span><DutyLight duty={duty} /></li>)}</ul>}
      </div>
      {settled.length > 0 && <div><b className='s13'>{words.drawer.discharged}</b><ul>{settled.map((duty) => <li key={duty.id} className='row' style={{ padding: '4px 0' }}><span className='green'><Mark light='done' /></span>{text(duty.obligation)}</li>)}</ul></div>}
      <p><Link to='/matters/$id' params={{ id: matter.id }} search={{ act: done.act.n }}>{words.act.n(done.act.n)}</Link></p>
    </>
  )
}
