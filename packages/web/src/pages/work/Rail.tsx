import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { calendarQuery } from '../../api/calendar.ts'
import { cluesQuery } from '../../api/models.ts'
import { othersActsQuery, scorecardQuery } from '../../api/work.ts'
import { useSession } from '../../api/session.ts'
import type { ActRow, Clue, Day } from '../../api/wire.gen.ts'
import { monday, shift } from '../../parts/days.ts'
import { Icon, type IconName } from '../../parts/Icon.tsx'
import { Mark } from '../../parts/Light.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'

const iconOf = (act: string): IconName => (act === 'acknowledge' ? 'inbox' : act === 'reply' ? 'check' : act === 'explain' ? 'doc' : act === 'provide-files' ? 'clip' : 'pen')
const objection = (act: string): boolean => act === 'object'

/** What the other organs did lately; an objection is violet because it waits for a review. */
export const OthersActs = ({ today }: { readonly today: Day }) => {
  const { work: { acts: words } } = useWords()
  const rows = useQuery(othersActsQuery()).data?.items ?? []
  const raised = rows.filter((row) => objection(row.act.act)).length
  return (
    <section className='pane acts'>
      <div className='hd'><h2>{words.title}</h2>{raised > 0 && <span className='chip violet'>{words.objections(raised)}</span>}<div className='sp' /><span className='hint'>{words.hint}</span></div>
      <ul className='bd np'>{rows.length === 0 && <li className='none'>{words.none}</li>}{rows.slice(0, 4).map((row) => <Other key={row.act.id} row={row} today={today} />)}</ul>
    </section>
  )
}

const Other = ({ row: { act, matter }, today }: { readonly row: ActRow; readonly today: Day }) => {
  const { record, day } = useWords()
  const text = useText()
  const session = useSession()
  const about = act.answers?.map((answer) => answer.demand) ?? act.demands?.map((demand) => demand.no) ?? []
  const to = session.post.office === 'liaison' ? paths.liaisonMatter : paths.matter
  return (
    <li className='oev'>
      <span className={objection(act.act) ? 'i violet' : 'i'}>{objection(act.act) ? <Mark light='review' size={14} /> : <Icon name={iconOf(act.act)} size={15} />}</span>
      <Link className='a ell' to={to} params={{ id: matter.id }} search={to === paths.matter ? { act: act.n } : {}}><b>{text(act.by.short)}</b> {text(act.title)}{about.length > 0 && ` ${record.itemList(about)}`}</Link>
      <span className='z'>{day.recent(act.at ?? act.recordedAt, today, shift(today, -1))}</span>
      <span className='q'>{matter.title}</span>
    </li>
  )
}

const barColours = ['var(--blue)', 'var(--teal)', 'var(--violet)', 'var(--green-s)', 'var(--amber-s)']

/** Clues that wait, by model. */
export const CluesPane = () => {
  const { work: { clues: words } } = useWords()
  const text = useText()
  const clues = useQuery({ ...cluesQuery('waiting'), retry: false }).data
  const by = new Map<string, Clue[]>()
  for (const clue of clues?.items ?? []) by.set(clue.model.id, [...(by.get(clue.model.id) ?? []), clue])
  const models = [...by.values()].sort((a, b) => b.length - a.length).slice(0, 4)
  const most = Math.max(1, ...models.map((list) => list.length))
  return (
    <section className='pane clues'>
      <div className='hd'><h2>{words.title}</h2><span className='hint xl ell'>{words.hint}</span><div className='sp' /><Link className='sm nw' to={paths.clues}>{words.count(clues?.items.length ?? 0)}</Link></div>
      <div className='bd'>{models.length === 0 && <p className='sm mut'>{words.none}</p>}{models.map((list, i) => list[0] !== undefined && <Link className='mdl' key={list[0].model.id} to={paths.model} params={{ id: list[0].model.id }}><span className='ell'>{text(list[0].model.title)}</span><span className='bar'><i style={{ width: `${(list.length / most) * 100}%`, background: barColours[i] ?? 'var(--blue)' }} /></span><span className='r sm'>{words.count(list.length)}</span></Link>)}</div>
    </section>
  )
}

/** What became of every demand, and what ends in the next eight weeks. On wide screens only. */
export const ScorePane = ({ today }: { readonly today: Day }) => {
  const { work: { score: words }, number, day } = useWords()
  const rows = useQuery(scorecardQuery()).data?.rows
  const first = monday(today)
  const days = useQuery(calendarQuery(first, shift(first, 55))).data?.days ?? []
  const sum = (pick: (row: NonNullable<typeof rows>[number]) => number): number => (rows ?? []).reduce((all, row) => all + pick(row), 0)
  const [demands, done, partly, upheld] = [sum((row) => row.demands), sum((row) => row.done), sum((row) => row.partly), sum((row) => row.objectionsUpheld)]
  const rest = Math.max(0, demands - done - partly - upheld)
  const weeks = Array.from({ length: 8 }, (_, i) => ({ from: shift(first, i * 7), n: days.slice(i * 7, i * 7 + 7).reduce((all, one) => all + one.duties, 0) }))
  const most = Math.max(1, ...weeks.map((week) => week.n))
  return (
    <section className='pane wide f score'>
      <div className='hd'><h2>{words.title}</h2></div>
      <div className='bd scroll'>
        {rows !== undefined && <>
          <dl className='figs'>
            <div><dt>{words.demands}</dt><dd>{number(demands)}</dd></div><div><dt>{words.done}</dt><dd className='green'>{number(done)}</dd></div><div><dt>{words.partly}</dt><dd className='amber'>{number(partly)}</dd></div><div><dt>{words.upheld}</dt><dd className='violet'>{number(upheld)}</dd></div>
          </dl>
          <div className='stack1' aria-hidden='true'><i style={{ flex: done, background: 'var(--green-s)' }} /><i style={{ flex: partly, background: 'var(--amber-s)' }} /><i style={{ flex: upheld, background: 'var(--violet)' }} /><i style={{ flex: rest, background: 'var(--grey-l)' }} /></div>
          <p className='hint'>{words.rest(rest)}</p>
        </>}
        <h3>{words.weeks}</h3>
        <ol className='weeks'>{weeks.map((week, i) => <li key={week.from}><span className='sr'>{words.week(day.full(week.from), week.n)}</span><span aria-hidden='true'><b>{week.n}</b><i style={{ height: `${(week.n / most) * 64}px` }} className={i === 0 ? 'now' : undefined} /><small>{day.brief(week.from)}</small></span></li>)}</ol>
      </div>
    </section>
  )
}
