import type { RuleTests } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useText, useWords } from '../../words/words.ts'

/** What exercises the rule: dates worked out by hand, and timelines that must be judged so. */
export const Tests = ({ tests }: { readonly tests: RuleTests }) => {
  const { library: words, light } = useWords()
  const text = useText()
  const status: Readonly<Record<string, string>> = { 'overdue': light.late, 'discharged-in-time': light.done, 'discharged-late': light.doneLate, 'open': light.within, 'not-started': light.notStarted }
  if (tests.dates.length + tests.replays.length === 0) return <section className='pane'><div className='hd'><h2>{words.tests}</h2></div><p className='bd mut sm'>{words.testsNone}</p></section>
  return (
    <section className='pane tests'>
      <div className='hd'><h2>{words.tests}</h2><span className='hint'>{words.dates(tests.dates.length)} · {words.replays(tests.replays.length)}</span></div>
      <ul className='bd np'>
        {tests.dates.map((row, i) => <li key={i}><span className='ell' title={row.what}>{row.what}{row.given !== null && <small>{words.given(row.given)}</small>}</span><b className='num nw'>{words.testDay(row.from, row.due ?? words.facts.none)}</b></li>)}
        {tests.replays.map((replay) => (
          <li key={replay.file} className='rp'><div><Icon name='branch' size={13} /><b>{replay.title}</b><small className='mono ell' title={replay.file}>{replay.file.replace(/^.*\//, '')}</small></div>
            {replay.due.map((one, i) => <p key={i}><span className='num'>{one.due ?? words.facts.none}</span> {one.status === null ? '' : status[one.status] ?? one.status}<small>{one.because}</small></p>)}
            {replay.refused.map((one, i) => <p key={i}><Icon name='lock' size={12} />{words.refused(text(one.act), one.on)}<small>{one.because}</small></p>)}
          </li>
        ))}
      </ul>
    </section>
  )
}
