import type { AnswerIn, Day, Demand } from '../../api/wire.gen.ts'
import { useWords } from '../../words/words.ts'
import { demandLight } from '../../parts/DemandTable.tsx'
import { Mark } from '../../parts/Light.tsx'
import { Upload } from '../../parts/Upload.tsx'
import './liaison.css'

export type Filled = Readonly<Record<number, AnswerIn>>

/** An answer can be sent once it says a state and a text. */
export const ready = (answer: AnswerIn | undefined): answer is AnswerIn => answer !== undefined && answer.text.trim() !== ''

const states = ['done', 'partly', 'planned', 'disagreed'] as const
const tone: Readonly<Record<string, string>> = { 'done': 'done', 'review': 'violet', 'near': 'amber', 'overdue': 'red', 'within': 'green' }

/** Every numbered demand with what was said of it; the open one is filled in, each by itself. */
export const Answers = ({ demands, filled, open, due, mayReply, onOpen, onFill }: {
  readonly demands: readonly Demand[]
  readonly filled: Filled
  readonly open: number | null
  readonly due: Day | null
  readonly mayReply: boolean
  readonly onOpen: (no: number | null) => void
  readonly onFill: (answer: AnswerIn) => void
}) => (
  <div>
    {demands.map((demand) => <Item key={demand.no} demand={demand} answer={filled[demand.no]} open={open === demand.no} due={due} mayReply={mayReply && demand.state !== 'withdrawn'} onOpen={onOpen} onFill={onFill} />)}
  </div>
)

const Item = ({ demand, answer, open, due, mayReply, onOpen, onFill }: { readonly demand: Demand; readonly answer: AnswerIn | undefined; readonly open: boolean; readonly due: Day | null; readonly mayReply: boolean; readonly onOpen: (no: number | null) => void; readonly onFill: (answer: AnswerIn) => void }) => {
  const { liaison: words, record, day } = useWords()
  const light = demandLight[demand.state]
  const said = demand.finding !== null ? words.answers.verified(record.demands.result[demand.finding.result], day.brief(demand.finding.on))
    : demand.state === 'objected' || demand.state === 'in-review' ? words.answers.review
      : ready(answer) ? words.answers.filling : demand.answer !== null ? record.demands.state[demand.state] : words.answers.unanswered
  return (
    <div className={open ? 'rq on' : 'rq'}>
      <button type='button' className='ih' aria-expanded={open} onClick={() => onOpen(open ? null : demand.no)} data-demand={demand.no}>
        <span className='dmn'>{record.ordinal(demand.no)}</span>
        <span className='ell tx'>{demand.text}</span>
        <span className='hint'>{demand.answer === null ? '' : [words.answers.answeredOn(day.brief(demand.answer.on)), (demand.answer.evidence?.length ?? 0) === 0 ? '' : record.demands.evidence(demand.answer.evidence?.length ?? 0)].filter((part) => part !== '').join(' · ')}</span>
        <span className={`light ${tone[light] ?? 'grey'}`} style={{ fontWeight: 400 }}><Mark light={ready(answer) ? 'near' : light} />{said}</span>
      </button>
      {open && (mayReply ? <Fill demand={demand} answer={answer} due={due} onFill={onFill} /> : <p className='said'>{demand.answer?.text ?? words.answers.notAllowed}</p>)}
    </div>
  )
}

const Fill = ({ demand, answer, due, onFill }: { readonly demand: Demand; readonly answer: AnswerIn | undefined; readonly due: Day | null; readonly onFill: (answer: AnswerIn) => void }) => {
  const { liaison: words, record } = useWords()
  const now: AnswerIn = answer ?? { demand: demand.no, state: demand.answer?.state ?? 'done', text: '' }
  const set = (change: Partial<AnswerIn>): void => onFill({ ...now, ...change })
  return (
    <div className='ib'>
      <div className='col' style={{ gap: 9 }}>
        {demand.answer !== null && <p className='sm mut2'>{words.answers.answeredOn(demand.answer.on)}：{demand.answer.text}</p>}
        <div className='rads' role='radiogroup' aria-label={words.answers.state}>
          {states.map((state) => <label key={state} className={now.state === state ? 'on' : undefined}><input type='radio' name={`state-${demand.no}`} checked={now.state === state} onChange={() => set({ state })} />{record.demands.answerState[state]}</label>)}
        </div>
        {(now.state === 'partly' || now.state === 'planned') && (
          <label className='fld'><span className='sm mut2'>{words.answers.planned}</span>
            <span className='row'><input className='inp' type='date' value={now.plannedBy ?? ''} onChange={(event) => { const { plannedBy: _, ...rest } = now; onFill(event.target.value === '' ? rest : { ...rest, plannedBy: event.target.value }) }} />
              {now.plannedBy !== undefined && due !== null && <span className={now.plannedBy <= due ? 'hint' : 'sm amber'}>{now.plannedBy <= due ? words.answers.inTime : words.answers.afterDue}</span>}</span>
          </label>
        )}
        <label className='fld'><span className='sm mut2'>{words.answers.text} <span className='hint'>{words.answers.textHint}</span></span><textarea className='inp area' rows={3} value={now.text} onChange={(event) => set({ text: event.target.value })} data-answer={demand.no} /></label>
      </div>
      <div>
        <div className='row sm b'>{words.answers.evidence}<span className='sp' /><span className='hint'>{words.answers.evidenceHint}</span></div>
        <Upload value={now.evidence ?? []} onChange={(evidence) => set({ evidence: [...evidence] })} />
        <div className='sm mut' style={{ marginTop: 7 }}>
          {demand.standard !== undefined && <p>{words.answers.standard(demand.standard)}</p>}
          {demand.by !== undefined && <p>{words.answers.by(demand.by)}</p>}
          {demand.verifiedHow !== undefined && <p>{words.answers.how(demand.verifiedHow)}</p>}
        </div>
      </div>
    </div>
  )
}
