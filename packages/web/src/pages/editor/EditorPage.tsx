import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Act, Check, DemandIn, Matter, Permission, Problem } from '../../api/wire.gen.ts'
import { newKey, putOnRecord } from '../../api/acts.ts'
import { matterQuery } from '../../api/matters.ts'
import { usePaperPreview } from '../../api/papers.ts'
import { useSession } from '../../api/session.ts'
import { useText, useWords } from '../../words/words.ts'
import { dropDraft, keepDraft, readDraft } from '../../parts/draft.ts'
import { Icon } from '../../parts/Icon.tsx'
import { missing, newAct, type Value, type Values } from '../../parts/newAct.ts'
import { PermittedActs } from '../../parts/PermittedActs.tsx'
import { Loaded } from '../../parts/states.tsx'
import { ActDrawer, beforehand, Refused } from '../matter/ActDrawer.tsx'
import { caseCard } from '../matter/caseCard.ts'
import { Checks } from './Checks.tsx'
import { Elements } from './Elements.tsx'
import { Preview } from './Preview.tsx'
import './editor.css'

/** Drafting or, once drafted, the same paper with the acts that bring it on its way. */
export const EditorPage = () => {
  const { id, key } = useParams({ strict: false }) as { readonly id: string; readonly key?: string }
  const matter = useQuery(matterQuery(id))
  return <Loaded query={matter}>{(loaded) => <Editor key={`${loaded.id}/${key ?? ''}`} matter={loaded} wanted={key} />}</Loaded>
}

const onItsWay = ['submit', 'approve', 'return', 'issue', 'serve']

const Editor = ({ matter, wanted }: { readonly matter: Matter; readonly wanted: string | undefined }) => {
  const drafts = matter.permitted.filter((permission) => permission.act === 'draft')
  const permission = drafts.find((one) => one.key === wanted) ?? (wanted === undefined && drafts.filter((one) => one.allowed).length === 1 ? drafts.find((one) => one.allowed) : undefined)
  return permission === undefined ? <Choose matter={matter} drafts={drafts} /> : <Write matter={matter} permission={permission} />
}

const Choose = ({ matter, drafts }: { readonly matter: Matter; readonly drafts: readonly Permission[] }) => {
  const { editor: words } = useWords()
  const navigate = useNavigate()
  return (
    <>
      <div className='edh'><span className='crumb'><Link to='/matters/$id' params={{ id: matter.id }}>{matter.no}</Link></span><h1>{words.choose}</h1></div>
      <section className='pane edpick'><div className='hd'><h2>{words.choose}</h2><span className='hint'>{words.chooseHint}</span></div><div className='bd np'>{drafts.length === 0 ? <p className='blank'>{words.none}</p> : <PermittedActs permitted={drafts} onDo={(permission) => void navigate({ to: '/matters/$id/write/$key', params: { id: matter.id, key: permission.key } })} />}</div></section>
    </>
  )
}

/** The values that a recorded draft holds, by field name: what the paper is set from. */
const recorded = (act: Act | undefined): Values => (act === undefined ? {} : { ...(act.form as Values), on: act.on, to: act.to.map((organ) => organ.id), ...(act.demands === undefined ? {} : { demands: act.demands }), ...(act.files.length === 0 ? {} : { files: act.files }) })

const Write = ({ matter, permission }: { readonly matter: Matter; readonly permission: Permission }) => {
  const { editor: words, day, matter: matterWords } = useWords()
  const text = useText()
  const session = useSession()
  const queries = useQueryClient()
  const person = session.person.id
  const last = matter.acts.findLast((act) => act.act === 'draft' && act.key === permission.key)
  const kept = useMemo(() => readDraft(person, matter.id, permission.key), [person, matter.id, permission.key])
  const [values, setValues] = useState<Values>(() => ({ ...beforehand(permission, matter, session.today), ...recorded(last), on: session.today, ...kept?.values }))
  const [typed, setTyped] = useState<readonly string[]>(kept?.typed ?? [])
  const [saved, setSaved] = useState<number | 'never' | null>(kept?.savedAt ?? null)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [version, setVersion] = useState(matter.version)
  const [doing, setDoing] = useState<Permission | null>(null)
  const [proof, setProof] = useState(true)
  const [busy, setBusy] = useState(false)
  const idem = useRef(newKey())
  const writing = permission.allowed
  const fields = useMemo(() => permission.form ?? [], [permission])
  const [serveOn, setServeOn] = useState(session.today)
  const { preview, stale, failed } = usePaperPreview({ instrument: permission.instrument ?? '', matter: matter.id, fields: { ...values }, serveOn, proof })
  const touched = useRef(false)
  useEffect(() => {
    if (!touched.current) return
    const at = Date.now()
    setSaved(keepDraft(person, matter.id, permission.key, { values, savedAt: at, typed }) ? at : 'never')
  }, [values, typed, person, matter.id, permission.key])
  const change = (name: string, value: Value): void => { touched.current = true; setValues((before) => ({ ...before, [name]: value })); setWrong((names) => names.filter((one) => one !== name)); idem.current = newKey() }
  const type = (name: string): void => setTyped((names) => (names.includes(name) ? names : [...names, name]))
  const adopt = (check: Check): void => {
    if (check.suggestion === undefined) return
    if (check.demand !== undefined) change('demands', ((values.demands ?? []) as readonly DemandIn[]).map((demand) => (demand.no === check.demand ? { ...demand, ...adopted(check, demand) } : demand)))
    else if (check.field !== undefined) change(check.field, check.suggestion)
  }
  const focusOn = (check: Check): void => { const at = check.demand === undefined ? `[data-field="${check.field ?? ''}"] :is(input,textarea,select)` : `.dmd:nth-of-type(${check.demand}) textarea`; document.querySelector<HTMLElement>(at)?.focus() }
  const must = preview?.checks.filter((check) => check.level === 'must').length ?? 0
  const record = async (): Promise<void> => {
    const lacking = missing(fields, values)
    setWrong(lacking)
    if (lacking.length > 0) return
    setBusy(true)
    const sent = await putOnRecord(matter.id, newAct(permission, values), version, idem.current)
    setBusy(false)
    if (!sent.ok) { setProblem(sent.problem); return }
    setProblem(null)
    dropDraft(person, matter.id, permission.key)
    touched.current = false
    setSaved(null)
    setVersion(sent.value.version)
    await queries.invalidateQueries()
  }
  useEffect(() => { if (problem === null) setVersion(matter.version) }, [matter.version, problem])
  const next = matter.permitted.filter((one) => onItsWay.includes(one.act) && (one.instrument === undefined || one.instrument === permission.instrument))
  const ways = next.filter((one) => one.allowed)
  const title = text(permission.title)
  const docNo = matter.instruments.find((instrument) => instrument.id === permission.instrument)?.docNo
  return (
    <>
      <header className='edh'>
        <span className='crumb xl'><Link to='/matters/$id' params={{ id: matter.id }}>{matter.no}</Link><Icon name='right' size={11} />{docNo ?? words.numbered}</span>
        <h1>{title}</h1>
        <span className='chip blue xl'>{text(matter.procedure.title)}</span>
        {writing && saved !== null && <span className='chip' role='status'>{saved === 'never' ? words.notSaved : words.saved(day.clock(saved))}</span>}
        <span className='hint wide ell'>{words.source(matter.title)}</span>
        <div className='sp' />
        {writing && must > 0 && <span className='hint nw amber'>{words.act.must(must)}</span>}
        {wrong.length > 0 && <span className='sm red nw'>{words.act.missing(wrong.map((name) => { const field = fields.find((one) => one.name === name); return field === undefined ? name : text(field.label) }).join('、'))}</span>}
        {ways.slice(0, 3).map((way, i) => <button key={way.key} type='button' className={!writing && i === 0 ? 'btn s p' : 'btn s'} onClick={() => setDoing(way)} data-act={way.key}>{text(way.title)}</button>)}
        {writing && <button type='button' className='btn s p' disabled={busy} onClick={() => void record()} data-save-draft>{words.act.draft}</button>}
      </header>
      <div className='edesk' onKeyDown={(event) => { if (event.ctrlKey && event.key === 'Enter' && writing) { event.preventDefault(); void record() } }}>
        <section className='fm' aria-label={words.title}>
          <div className='sc'>
            {problem !== null && <Refused problem={problem} all={matter.permitted} onGo={() => { setVersion(problem.version ?? version); idem.current = newKey(); setProblem(null); void queries.invalidateQueries({ queryKey: ['matter', matter.id] }) }} />}
            {writing
              ? <Elements fields={fields} values={values} wrong={wrong} checks={preview?.checks ?? []} matter={matter} onChange={change} onTyped={type} />
              : <><p className='s13 mut2'>{permission.refusal === undefined ? '' : text(permission.refusal.because)}</p><PermittedActs permitted={next} onDo={setDoing} primary={false} /><Link to='/matters/$id' params={{ id: matter.id }}>{words.back}</Link></>}
          </div>
          <div className='cnt'><span>{words.count.typed} <b style={{ color: 'var(--ink)' }} data-typed>{words.count.typedUnit(typed.length)}</b>{words.count.goal}</span><span>{words.count.carried} <b style={{ color: 'var(--ink)' }}>{words.count.typedUnit(carried(matter, values, typed))}</b></span><span className='sp' /><span>{words.count.twice} <b className={twice(values) === 0 ? 'green' : 'amber'}>{twice(values)}</b></span></div>
        </section>
        <Preview preview={preview} stale={stale} failed={failed} proof={proof} onProof={setProof} />
        <Checks preview={preview} stale={stale} serveOn={serveOn} onServeOn={setServeOn} onAdopt={adopt} onGo={focusOn} />
      </div>
      {doing !== null && <ActDrawer key={doing.key} matter={matter} permission={doing} onClose={() => setDoing(null)} />}
      <span className='sr' role='status'>{last !== undefined && !writing ? words.act.drafted : matterWords.stages}</span>
    </>
  )
}

/** A suggestion replaces the part of the demand that the check is about: its field if named, else the sentence. */
const adopted = (check: Check, demand: DemandIn): Partial<DemandIn> => {
  const suggestion = check.suggestion ?? ''
  switch (check.field) {
    case 'standard': return { standard: suggestion }
    case 'by': return { by: suggestion }
    case 'verifiedHow': return { verifiedHow: suggestion }
    default: return { text: suggestion === '' ? demand.text : suggestion }
  }
}

/** Values nobody had to type: filled in beforehand, and read from the record for the paper and the case card. */
const carried = (matter: Matter, values: Values, typed: readonly string[]): number =>
  Object.entries(values).filter(([name, value]) => !typed.some((one) => one === name || one.startsWith(name.replace(/s$/, ''))) && value !== undefined && value !== '').length + caseCard(matter).filter((row) => row.value !== null).length

/** Sentences that were entered in two places. */
const twice = (values: Values): number => {
  const said = Object.values(values).filter((value): value is string => typeof value === 'string' && value.length > 12)
  return said.length - new Set(said).size
}
