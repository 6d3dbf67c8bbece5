import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useImperativeHandle, useState, type Ref } from 'react'
import type { Clue, ClueDecision, Problem } from '../../api/wire.gen.ts'
import { mattersQuery } from '../../api/matters.ts'
import { decideClue, proceduresQuery } from '../../api/models.ts'
import { useSession } from '../../api/session.ts'
import { useText, useWords } from '../../words/words.ts'

export type DecideHandle = { readonly press: (key: string) => void }
type Choice = ClueDecision['decision']

const byKey: Readonly<Record<string, Choice>> = { 1: 'adopt', 2: 'exclude', 3: 'ask-data', 4: 'merge' }
const mayDecide: readonly string[] = ['assistant', 'prosecutor', 'department-head', 'chief', 'case-management']
const grounds = ['not-reached', 'already-handled', 'data-error', 'out-of-scope', 'other'] as const

/** A person decides and signs: adopt into a matter, merge, set aside with a reason, ask for data. */
export const Decide = ({ clue, ref }: { readonly clue: Clue; readonly ref: Ref<DecideHandle> }) => {
  const { clues: words } = useWords()
  const text = useText()
  const session = useSession()
  const queries = useQueryClient()
  const [choice, setChoice] = useState<Choice | null>(null)
  const [values, setValues] = useState({ reason: '', code: '', matter: '', procedure: '', title: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const procedures = useQuery({ ...proceduresQuery(), enabled: choice === 'adopt' })
  const matters = useQuery({ ...mattersQuery({}), enabled: choice === 'merge' })
  const open = clue.state === 'waiting' || clue.state === 'needs-data'
  const may = mayDecide.includes(session.post.office) && session.side === 'procuratorate'
  const pick = (next: Choice): void => { if (open && may && !(clue.status === 'undecidable' && next === 'adopt')) { setChoice(next); setValues((before) => ({ ...before, title: before.title === '' ? words.decide.titleOf(clue.subject, clue.limit?.offence ?? clue.found).slice(0, 200) : before.title })) } }
  useImperativeHandle(ref, () => ({ press: (key: string) => { const next = byKey[key]; if (next !== undefined) pick(next) } }))
  const complete = choice === 'adopt' ? values.title.trim().length >= 2 && values.procedure !== '' : choice === 'merge' ? values.matter !== '' : values.reason.trim() !== '' && (choice !== 'exclude' || values.code !== '')
  const send = async (): Promise<void> => {
    if (choice === null || !complete) return
    setBusy(true)
    const said = Object.fromEntries(Object.entries(values).filter(([name, value]) => value.trim() !== '' && ((name === 'title' || name === 'procedure') === (choice === 'adopt')) && (name !== 'matter' || choice === 'merge') && (name !== 'code' || choice === 'exclude')))
    const done = await decideClue(clue.id, { decision: choice, ...said })
    setBusy(false)
    if (!done.ok) { setProblem(done.problem); return }
    setChoice(null)
    await queries.invalidateQueries()
  }
  const set = (name: keyof typeof values) => (event: { readonly target: { readonly value: string } }): void => setValues((before) => ({ ...before, [name]: event.target.value }))
  if (!open) return clue.matter === null ? null : <div className='decide'><Link className='btn s p' to='/matters/$id' params={{ id: clue.matter.id }} data-go-matter>{words.decide.goMatter} {clue.matter.no}</Link></div>
  if (!may) return <div className='decide'><span className='hint'>{words.decide.notAllowed}</span></div>
  return (
    <form className='decide' onSubmit={(event) => { event.preventDefault(); void send() }} onKeyDown={(event) => { if (event.key === 'Escape') setChoice(null); if (event.ctrlKey && event.key === 'Enter') { event.preventDefault(); void send() } }}>
      {problem !== null && <div className='refused' role='alert'><b>{problem.title}</b><p>{problem.detail}</p>{problem.provision !== undefined && <p>{problem.provision}</p>}</div>}
      {choice === 'adopt' && <><label className='fld'><span className='sm mut2'>{words.decide.title}</span><input className='inp' autoFocus value={values.title} onChange={set('title')} data-title /></label><label className='fld'><span className='sm mut2'>{words.decide.procedure}</span><select className='inp' value={values.procedure} onChange={set('procedure')} data-procedure><option value=''>{words.decide.choose}</option>{procedures.data?.map((procedure) => <option key={procedure.id} value={procedure.id}>{text(procedure.title)}</option>)}</select></label></>}
      {choice === 'merge' && <label className='fld'><span className='sm mut2'>{words.decide.matter}</span><select className='inp' autoFocus value={values.matter} onChange={set('matter')}><option value=''>{words.decide.choose}</option>{matters.data?.items.filter((matter) => matter.state === 'open').map((matter) => <option key={matter.id} value={matter.id}>{matter.no} {matter.title}</option>)}</select></label>}
      {choice === 'exclude' && <label className='fld'><span className='sm mut2'>{words.decide.exclusions}</span><select className='inp' autoFocus value={values.code} onChange={set('code')}><option value=''>{words.decide.choose}</option>{grounds.map((code) => <option key={code} value={code}>{words.decide.code[code]}</option>)}</select></label>}
      {choice !== null && choice !== 'adopt' && <label className='fld'><span className='sm mut2'>{choice === 'ask-data' ? words.decide.askWhat : words.decide.reason}</span><textarea className='inp area' rows={2} value={values.reason} placeholder={choice === 'exclude' ? words.decide.reasonHint : undefined} onChange={set('reason')} /></label>}
      {choice === null
        ? (
          <div className='row' style={{ flexWrap: 'wrap' }}>
            {clue.status !== 'undecidable' && <button type='button' className='btn s p' onClick={() => pick('adopt')} data-decide='adopt'>{words.decide.adopt} <span className='kbd'>1</span></button>}
            <button type='button' className='btn s' onClick={() => pick('exclude')} data-decide='exclude'>{words.decide.exclude} <span className='kbd'>2</span></button>
            <button type='button' className={clue.status === 'undecidable' ? 'btn s p' : 'btn s'} onClick={() => pick('ask-data')} data-decide='ask-data'>{words.decide.askData} <span className='kbd'>3</span></button>
            {clue.status !== 'undecidable' && <button type='button' className='btn s' onClick={() => pick('merge')} data-decide='merge'>{words.decide.merge} <span className='kbd'>4</span></button>}
          </div>
        )
        : <div className='row'><button type='button' className='btn s' onClick={() => setChoice(null)}>{words.decide.cancel}</button><button type='submit' className='btn s p sp' disabled={!complete || busy} data-confirm-decision>{words.decide.confirm}</button></div>}
      <span className='hint'>{words.decide.only}</span>
    </form>
  )
}
