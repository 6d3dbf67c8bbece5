import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { adoptSet, checkSet, previewSet, type SetFiles } from '../../api/lawAdmin.ts'
import { newKey } from '../../api/client.ts'
import type { Problem, SetCheck, SetPreview } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Loading, Notice, ProblemBox } from '../../parts/states.tsx'
import { useText, useWords } from '../../words/words.ts'
import { readFolder, type Chosen } from './folder.ts'
import { Moves } from './Moves.tsx'

type Step = { readonly name: string; readonly files: SetFiles; readonly key: string; readonly check: SetCheck | null; readonly preview: SetPreview | null; readonly busy: 'check' | 'preview' | 'adopt' | null; readonly done: string | null }

/** A folder is chosen, checked, looked at for what it would move, and only then adopted, with a reason. */
export const Loader = () => {
  const { lawadmin: { sets: words }, number } = useWords()
  const text = useText()
  const queries = useQueryClient()
  const [step, setStep] = useState<Step | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const [reason, setReason] = useState('')
  const change = (more: Partial<Step>): void => setStep((before) => (before === null ? null : { ...before, ...more }))
  const fail = (one: Problem): void => { setProblem(one); change({ busy: null }) }
  const choose = async (list: readonly Chosen[]): Promise<void> => {
    const folder = await readFolder(list)
    setTooLarge(folder === null)
    setProblem(null)
    if (folder === null) return
    setStep({ ...folder, key: newKey(), check: null, preview: null, busy: 'check', done: null })
    const answer = await checkSet(folder.files)
    if (answer.ok) change({ check: answer.value, busy: null }); else fail(answer.problem)
  }
  const preview = async (): Promise<void> => { if (step === null) return; change({ busy: 'preview' }); const answer = await previewSet(step.files); if (answer.ok) change({ preview: answer.value, busy: null }); else fail(answer.problem) }
  const adopt = async (): Promise<void> => {
    if (step === null) return
    change({ busy: 'adopt' })
    const answer = await adoptSet(step.files, reason, step.key)
    if (!answer.ok) return fail(answer.problem)
    change({ busy: null, done: words.adopted(number(answer.value.moves), number(answer.value.matters)) })
    await queries.invalidateQueries()
  }
  const check = step?.check ?? null
  return (
    <section className='pane loader'>
      <div className='hd'><h2>{words.load}</h2><span className='hint ell'>{step === null ? words.loadHint : words.chosen(Object.keys(step.files).length, step.name)}</span><div className='sp' />
        <label className={step === null ? 'btn s p' : 'btn s'}><Icon name='ul' size={14} />{step === null ? words.load : words.again}<input type='file' className='sr' data-set-folder multiple {...{ webkitdirectory: '' }} onChange={(event) => { void choose([...event.target.files ?? []]); event.target.value = '' }} /></label>
      </div>
      <div className='bd steps'>
        {step === null && !tooLarge && <p className='s13 mut2'>{words.hint}</p>}
        {tooLarge && <Notice kind='amber' mark={<Icon name='warn' size={15} />} title={words.tooLarge} />}
        {problem !== null && <ProblemBox problem={problem} />}
        {step?.busy === 'check' && <Loading line={words.checking} onCancel={undefined} />}
        {check !== null && <div className='chk'>
          {check.head !== null && <p><b>{text(check.head.title)}</b> <span className='mono sm mut2'>{check.head.version}</span>{check.head.demonstration && <span className='chip amber'>{words.demonstration}</span>} <span className='hint'>{words.basis} {check.head.basis} · {check.holds.map(({ part, count }) => `${words.parts[part] ?? part} ${number(count)}`).join('、')} · {words.fingerprint} <span className='mono'>{check.sha256.slice(0, 12)}</span></span></p>}
          {check.ok ? <Notice kind='green' mark={<Icon name='check' size={15} />} title={words.good} /> : <Notice kind='red' mark={<Icon name='warn' size={15} />} title={words.bad(check.faults.length)}><span className='faults'>{check.faults.map((fault, i) => <span key={i}><b className='mono'>{words.line(fault.file, fault.line)}</b> <span className='mono'>{fault.field}</span> {fault.reason}</span>)}</span></Notice>}
          {check.ok && step !== null && step.preview === null && step.busy !== 'preview' && <p><button type='button' className='btn p' onClick={() => void preview()}>{words.preview}</button></p>}
        </div>}
        {step?.busy === 'preview' && <Loading line={words.previewing} onCancel={undefined} />}
        {step?.preview != null && <Moves preview={step.preview} />}
        {step?.done != null ? <Notice kind='green' mark={<Icon name='check' size={15} />} title={step.done} /> : step?.preview != null && <form className='why-do' onSubmit={(event) => { event.preventDefault(); void adopt() }}><label>{words.adoptReason}<input className='inp' required minLength={2} placeholder={words.reasonHint} value={reason} onChange={(event) => setReason(event.target.value)} /></label><button className='btn p' disabled={step.busy === 'adopt'}>{words.adopt}</button><span className='hint'>{words.sure}</span></form>}
      </div>
    </section>
  )
}
