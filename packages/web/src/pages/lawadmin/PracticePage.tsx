import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { practiceQuery, setPractice } from '../../api/lawAdmin.ts'
import { newKey } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import type { LocalSetting, Practices, Problem, SettingValue } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Empty, Loaded, Notice, ProblemBox } from '../../parts/states.tsx'
import { useWords, useText } from '../../words/words.ts'
import { periodEn, periodZh } from '@hengjian/law'
import { Frame } from '../rules/Frame.tsx'
import './lawadmin.css'

/** What this office has chosen where the sources leave a choice: by whom, from which day, why. */
export const PracticePage = () => {
  const practice = useQuery(practiceQuery())
  return <Frame><Loaded query={practice}>{(loaded) => <List practice={loaded} />}</Loaded></Frame>
}

const useValue = (): ((value: SettingValue) => string) => {
  const { library: { settings: words } } = useWords()
  const text = useText()
  return (value) => (typeof value === 'object' ? text({ zh: periodZh(value), en: periodEn(value) }) : value === true ? words.yes : value === false ? words.no : words.values[String(value)] ?? String(value))
}

const List = ({ practice }: { readonly practice: Practices }) => {
  const { lawadmin: { practice: words }, day } = useWords()
  const value = useValue()
  return (
    <div className='adm'>
      {!practice.maySet && <Notice kind='grey' mark={<Icon name='info' size={15} />} title={words.notYours}>{words.hint}</Notice>}
      <section className='pane'><div className='hd'><h2>{words.title}</h2><span className='hint ell'>{words.hint}</span></div>
        {practice.settings.length === 0 ? <Empty title={words.none} icon='scale' /> : <ul className='prl'>{practice.settings.map((setting) => <One key={setting.id} setting={setting} maySet={practice.maySet} />)}</ul>}
      </section>
      <section className='pane'><div className='hd'><h2>{words.history}</h2></div>
        {practice.items.length === 0 ? <p className='bd mut sm'>{words.noHistory}</p> : <ul className='setl'>{practice.items.map((one) => <li key={one.id}><div className='row g6'><Titled text={one.title} /><b className='blue'>{one.value === null ? words.never : value(one.value)}</b><span className='hint'>{words.from} {one.from}</span><div className='sp' /><span className='hint'>{words.by(one.by, day.moment(one.at))}</span></div><p className='s13 mut2'>{one.reason}</p></li>)}</ul>}
      </section>
    </div>
  )
}

const Titled = ({ text: title }: { readonly text: LocalSetting['title'] }) => { const text = useText(); return <b>{text(title)}</b> }

const One = ({ setting, maySet }: { readonly setting: LocalSetting; readonly maySet: boolean }) => {
  const { lawadmin: { practice: words, sets }, day, number } = useWords()
  const text = useText()
  const value = useValue()
  const queries = useQueryClient()
  const session = useSession()
  const [form, setForm] = useState<{ readonly choice: number; readonly from: string; readonly reason: string; readonly key: string } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    if (form === null) return
    const chosen = setting.choices[form.choice]
    const answer = await setPractice({ setting: setting.id, value: chosen === undefined ? null : chosen.value, from: form.from, reason: form.reason }, form.key)
    if (!answer.ok) { setProblem(answer.problem); return }
    setDone(words.done(number(answer.value.moves)))
    setForm(null)
    setProblem(null)
    await queries.invalidateQueries()
  }
  return (
    <li data-setting={setting.id}>
      <div className='prg'>
        <div><b>{text(setting.title)}</b><p className='sm mut2'>{text(setting.reason)}</p>{setting.source !== null && <p className='hint'>{setting.source}</p>}</div>
        <div><span className='hint'>{words.house}</span><b className='blk'>{value(setting.value)}</b></div>
        <div><span className='hint'>{words.own}</span>{setting.local?.value == null ? <span className='blk mut'>{words.never}</span> : <b className='blk blue'>{value(setting.local.value)}</b>}{setting.local !== null && <span className='hint blk'>{words.from} {setting.local.from} · {words.by(setting.local.by, day.moment(setting.local.at))}</span>}</div>
        <div>{maySet && form === null && <button type='button' className='btn s' onClick={() => setForm({ choice: 0, from: session.today, reason: '', key: newKey() })}>{setting.local === null ? words.set : words.change}</button>}</div>
      </div>
      {done !== null && <Notice kind='green' mark={<Icon name='check' size={15} />} title={done} />}
      {problem !== null && <ProblemBox problem={problem} />}
      {form !== null && <form className='why-do' onSubmit={(event) => { event.preventDefault(); void save() }}>
        <label>{words.choose}<select className='inp' value={form.choice} onChange={(event) => setForm({ ...form, choice: Number(event.target.value) })}>{setting.choices.map((choice, i) => <option key={i} value={i}>{value(choice.value)} · {choice.source}</option>)}{setting.local?.value != null && <option value={-1}>{words.back}</option>}</select></label>
        <label>{words.from}<input className='inp' type='date' required value={form.from} onChange={(event) => setForm({ ...form, from: event.target.value })} /></label>
        <label className='wide-l'>{words.reason}<input className='inp' required minLength={2} value={form.reason} onChange={(event) => setForm({ ...form, reason: event.target.value })} /></label>
        <button className='btn p'>{words.set}</button><button type='button' className='btn' onClick={() => setForm(null)}>{sets.cancel}</button>
      </form>}
    </li>
  )
}
