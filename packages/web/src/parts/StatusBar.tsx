import type { Session } from '../api/wire.gen.ts'
import { useText, useWords } from '../words/words.ts'
import { Icon } from './Icon.tsx'

/** A checkpoint older than this many minutes is shown amber, with the reason. */
const staleAfter = 60

/** Zone, rulebook, calendar and last witnessed checkpoint: what every date and every receipt on the page rests on. */
export const StatusBar = ({ session }: { readonly session: Session }) => {
  const { shell, day, number } = useWords()
  const text = useText()
  const { rulebook, calendar, checkpoint } = session.versions
  const stale = checkpoint !== null && checkpoint.staleMinutes > staleAfter
  return (
    <footer className='status' aria-label={shell.status.label}>
      <span className='i'><Icon name='lock' size={13} /><b>{shell.status.zone(text(session.zone))}</b></span>
      <span className='i'><Icon name='book' size={13} />{shell.status.rulebook} <b>{rulebook}</b></span>
      <span className='i' title={calendar.notice}><Icon name='cal' size={13} />{shell.status.calendar} <b className='ell'>{calendar.lastYear}（{calendar.notice}）</b></span>
      <span className={stale ? 'i amber' : 'i'} title={checkpoint?.root}><Icon name={stale ? 'warn' : 'tree'} size={13} />{shell.status.checkpoint} {checkpoint === null ? shell.status.none : <><b className='num'>#{number(checkpoint.size)}</b> · {stale ? shell.status.stale(checkpoint.staleMinutes) : checkpoint.witnesses.length === 0 ? shell.status.unwitnessed(day.time(checkpoint.at)) : shell.status.witnessed(day.time(checkpoint.at), checkpoint.witnesses.map(text).join('、'))}</>}</span>
      {session.mode === 'demo' && <span className='demo'>{shell.demo}</span>}
    </footer>
  )
}
