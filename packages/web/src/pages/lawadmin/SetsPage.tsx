import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { previewWithdrawal, setsQuery, withdrawSet } from '../../api/lawAdmin.ts'
import type { LawSet, LawSets, Problem, SetPreview } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Empty, Loaded, Loading, Notice, ProblemBox } from '../../parts/states.tsx'
import { useText, useWords } from '../../words/words.ts'
import { Frame } from '../rules/Frame.tsx'
import { Loader } from './Loader.tsx'
import { Moves } from './Moves.tsx'
import './lawadmin.css'

/** Rule sets over the shipped rulebook: what is adopted, and for the administrator of legal rules the way to adopt and withdraw. */
export const SetsPage = () => {
  const sets = useQuery(setsQuery())
  return <Frame><Loaded query={sets}>{(loaded) => <Sets sets={loaded} />}</Loaded></Frame>
}

const Sets = ({ sets }: { readonly sets: LawSets }) => {
  const { lawadmin: { sets: words } } = useWords()
  return (
    <div className='adm'>
      {sets.mayAdopt ? <Loader /> : <Notice kind='grey' mark={<Icon name='info' size={15} />} title={words.notYours}>{words.hint}</Notice>}
      <section className='pane'><div className='hd'><h2>{words.list}</h2><span className='chip'>{sets.rulebook}</span></div>
        {sets.items.length === 0 ? <Empty title={words.none} icon='book'>{words.noneBody}</Empty> : <ul className='setl'>{sets.items.map((set) => <One key={set.adoption} set={set} mayAdopt={sets.mayAdopt} />)}</ul>}
      </section>
    </div>
  )
}

const One = ({ set, mayAdopt }: { readonly set: LawSet; readonly mayAdopt: boolean }) => {
  const { lawadmin: { sets: words }, day, number } = useWords()
  const text = useText()
  const queries = useQueryClient()
  const [preview, setPreview] = useState<SetPreview | 'busy' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [reason, setReason] = useState('')
  const look = async (): Promise<void> => { setPreview('busy'); const answer = await previewWithdrawal(set.adoption); if (answer.ok) { setPreview(answer.value); setProblem(null) } else { setPreview(null); setProblem(answer.problem) } }
  const withdraw = async (): Promise<void> => { const answer = await withdrawSet(set.adoption, reason); if (answer.ok) await queries.invalidateQueries(); else setProblem(answer.problem) }
  return (
    <li data-set={set.id}>
      <div className='row g6'><b>{text(set.title)}</b><span className='mono sm mut2'>{set.version}</span><span className={set.state === 'in-force' ? 'chip green' : 'chip'}>{set.state === 'in-force' ? words.inForce : words.ended}</span>{set.demonstration && <span className='chip amber'>{words.demonstration}</span>}<div className='sp' /><span className='hint'>{words.by(set.adoptedBy, day.moment(set.adoptedAt))}</span>{mayAdopt && set.state === 'in-force' && preview === null && <button type='button' className='btn s' onClick={() => void look()}>{words.withdraw}</button>}</div>
      <p className='s13 mut2'>{set.reason}</p>
      <p className='hint'>{words.basis} {set.basis} · {set.holds.map(({ part, count }) => `${words.parts[part] ?? part} ${number(count)}`).join('、')} · {words.fingerprint} <span className='mono'>{set.sha256.slice(0, 12)}</span></p>
      {set.ended !== null && <p className='hint'>{words.ended} · {set.ended.reason} · {words.by(set.ended.by, day.moment(set.ended.at))}</p>}
      {problem !== null && <ProblemBox problem={problem} />}
      {preview === 'busy' && <Loading line={words.previewing} onCancel={undefined} />}
      {preview !== null && preview !== 'busy' && <><Moves preview={preview} /><form className='why-do' onSubmit={(event) => { event.preventDefault(); void withdraw() }}><label>{words.withdrawReason}<input className='inp' required minLength={2} value={reason} onChange={(event) => setReason(event.target.value)} /></label><button className='btn p'>{words.withdraw}</button><button type='button' className='btn' onClick={() => setPreview(null)}>{words.cancel}</button></form></>}
    </li>
  )
}
