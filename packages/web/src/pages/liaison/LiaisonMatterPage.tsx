import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { AnswerIn, Matter, Permission, Problem } from '../../api/wire.gen.ts'
import { newKey, putOnRecord } from '../../api/acts.ts'
import { ladderQuery } from '../../api/ladder.ts'
import { matterQuery } from '../../api/matters.ts'
import { useSession } from '../../api/session.ts'
import { useText, useWords } from '../../words/words.ts'
import { dropDraft, keepDraft, readDraft } from '../../parts/draft.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Mark } from '../../parts/Light.tsx'
import { Loaded } from '../../parts/states.tsx'
import { ActDrawer, Refused } from '../matter/ActDrawer.tsx'
import { PrintDemands } from '../matter/Print.tsx'
import { Ahead, Objections, Receipts } from './Aside.tsx'
import { Answers, ready, type Filled } from './Answers.tsx'
import { DueBox } from './DueBox.tsx'
import { PaperPane } from './PaperPane.tsx'
import './liaison.css'

/** One matter at the other organ's desk: the paper, the days left, an answer to every demand, what follows, receipts. */
export const LiaisonMatterPage = () => {
  const { id } = useParams({ strict: false }) as { readonly id: string }
  const matter = useQuery(matterQuery(id))
  return <Loaded query={matter}>{(loaded) => <Desk key={loaded.id} matter={loaded} />}</Loaded>
}

const Desk = ({ matter }: { readonly matter: Matter }) => {
  const { liaison: words } = useWords()
  const text = useText()
  const session = useSession()
  const [doing, setDoing] = useState<Permission | null>(null)
  const [paper, setPaper] = useState(false)
  const ladder = useQuery(ladderQuery())
  const own = (act: string): Permission | undefined => matter.permitted.find((permission) => permission.act === act && permission.allowed) ?? matter.permitted.find((permission) => permission.act === act)
  const duty = [...matter.duties].filter((one) => one.ours && (one.status === 'open' || one.status === 'overdue' || one.status === 'suspended')).sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))[0]
  const talk = matter.permitted.find((permission) => (permission.act === 'consult' || permission.act === 'explain') && permission.allowed)
  const instrument = matter.instruments.findLast((one) => one.docNo !== null) ?? matter.instruments.at(-1)
  // A notice beside the paper may wait to be acknowledged too; only the paper itself holds up the answer.
  const ack = matter.permitted.find((permission) => permission.act === 'acknowledge' && permission.allowed)
  const first = instrument?.stage === 'served' || duty === undefined
  return (
    <>
      <header className='dh noprint'>
        <span className='tag us'>{words.incoming}</span>
        <h1 className='ell'>{matter.title}</h1>
        <span className='hint nw xl ell'>{text(matter.owner.name)}{instrument?.docNo !== undefined && instrument.docNo !== null && ` · ${instrument.docNo}`}</span>
        <div className='sp' />
        <Link className='btn s xl' to='/liaison'>{words.back}</Link>
        <button type='button' className='btn s narrow' onClick={() => setPaper(true)} data-open-paper><Icon name='doc' size={14} />{words.actions.paper}</button>
        <button type='button' className='btn s' onClick={() => print()}><Icon name='print' size={14} />{words.actions.print}</button>
        {ack !== undefined && !first && <button type='button' className='btn s' onClick={() => setDoing(ack)} data-act={ack.key}><Icon name='check' size={14} />{words.ack.button}</button>}
        {talk !== undefined && <button type='button' className='btn s' onClick={() => setDoing(talk)} data-act={talk.key}><Icon name='people' size={14} />{text(talk.title)}</button>}
      </header>
      <div className='lw paper-open'>
        <PaperPane matter={matter} open={paper} onClose={() => setPaper(false)} />
        <div className='stack'>
          <DueBox matter={matter} duty={duty} opening={matter.acts.find((act) => act.n === duty?.openedBy)} today={session.today} ack={first ? ack : undefined} onAck={setDoing} />
          <AnswerPane matter={matter} permission={own('reply')} due={duty?.due ?? null} />
        </div>
        <aside className='stack'>
          <Ahead matter={matter} ladder={ladder.data} overdue={duty?.light === 'overdue'} />
          <Objections matter={matter} permission={own('object')} onObject={setDoing} />
          <Receipts acts={matter.acts.filter((act) => act.by.id === session.post.organ.id).reverse()} />
        </aside>
      </div>
      {doing !== null && <ActDrawer key={doing.key} matter={matter} permission={doing} onClose={() => setDoing(null)} />}
      <PrintDemands matter={matter} />
    </>
  )
}

/** Answers are kept as a draft and sent one by one or together; each submission is one reply act on record. */
const AnswerPane = ({ matter, permission, due }: { readonly matter: Matter; readonly permission: Permission | undefined; readonly due: string | null }) => {
  const { liaison: words, record, day } = useWords()
  const text = useText()
  const session = useSession()
  const queries = useQueryClient()
  const may = permission?.allowed === true
  const draftKey = permission?.key ?? 'reply'
  const [filled, setFilled] = useState<Filled>(() => Object.fromEntries(((readDraft(session.person.id, matter.id, draftKey)?.values.answers ?? []) as readonly AnswerIn[]).map((answer) => [answer.demand, answer])))
  const [saved, setSaved] = useState<number | null>(null)
  const [open, setOpen] = useState<number | null>(() => (may ? matter.demands.find((demand) => demand.state === 'unanswered')?.no ?? null : null))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [version, setVersion] = useState(matter.version)
  const key = useRef(newKey())
  useEffect(() => { if (problem === null) setVersion(matter.version) }, [matter.version, problem])
  const answers = Object.values(filled).filter(ready).sort((a, b) => a.demand - b.demand)
  const fill = (answer: AnswerIn): void => {
    const next = { ...filled, [answer.demand]: answer }
    setFilled(next)
    setDone(false)
    key.current = newKey()
    const at = Date.now()
    if (keepDraft(session.person.id, matter.id, draftKey, { values: { answers: Object.values(next) }, savedAt: at, typed: [] })) setSaved(at)
  }
  const send = async (): Promise<void> => {
    if (permission === undefined || answers.length === 0) return
    setBusy(true)
    const on = permission.form?.some((field) => field.name === 'on') === true ? { on: session.today } : {}
    const sent = await putOnRecord(matter.id, { act: permission.act, key: permission.key, ...(permission.instrument === undefined ? {} : { instrument: permission.instrument }), ...on, answers: answers.map((answer) => ({ ...answer, text: answer.text.trim() })) }, version, key.current)
    setBusy(false)
    if (!sent.ok) { setProblem(sent.problem); return }
    setProblem(null)
    setFilled({})
    setSaved(null)
    setDone(true)
    setOpen(null)
    dropDraft(session.person.id, matter.id, draftKey)
    await queries.invalidateQueries()
  }
  const still = matter.demands.filter((demand) => demand.answer === null && demand.state !== 'withdrawn' && !ready(filled[demand.no])).map((demand) => demand.no)
  const items = record.itemList(answers.map((answer) => answer.demand))
  return (
    <section className='pane grow' onKeyDown={(event) => { if (event.ctrlKey && event.key === 'Enter') { event.preventDefault(); void send() } }}>
      <div className='hd'><h2>{words.answers.title}</h2><span className='hint'>{matter.demands.length > 0 && words.answers.hint(matter.demands.filter((demand) => demand.answer !== null).length, matter.demands.length)}</span><div className='sp' /><button type='button' className='lnk xl' onClick={() => print()}>{words.answers.word}</button></div>
      <div className='bd np scroll grow'>
        {problem !== null && <div style={{ padding: 12 }}><Refused problem={problem} all={matter.permitted} onGo={() => { setVersion(problem.version ?? version); key.current = newKey(); setProblem(null); void queries.invalidateQueries({ queryKey: ['matter', matter.id] }) }} /></div>}
        {done && <div style={{ padding: 12 }}><div className='recorded row g6' role='status' data-replied><span className='green'><Mark light='done' /></span>{words.answers.done}</div></div>}
        {matter.demands.length === 0 ? <p className='blank'>{words.answers.none}</p> : <Answers demands={matter.demands} filled={filled} open={open} due={due} mayReply={may} onOpen={setOpen} onFill={fill} />}
      </div>
      <div className='lft'>
        <span className='hint'>{saved !== null && words.answers.saved(day.clock(saved))}</span><div className='sp' />
        <span className='hint'>{!may ? permission?.refusal === undefined ? words.answers.notAllowed : text(permission.refusal.because) : answers.length === 0 ? words.answers.nothing : still.length > 0 ? words.answers.left(record.itemList(still)) : ''}</span>
        <button type='button' className='btn teal' disabled={!may || answers.length === 0 || busy} onClick={() => void send()} data-submit-answers>{busy ? words.answers.sending : answers.length === 0 ? words.answers.submit('') : still.length > 0 ? words.answers.submitSome(items) : words.answers.submit(items)}</button>
      </div>
    </section>
  )
}
