import { Link } from '@tanstack/react-router'
import type { DutyRow as Row } from '../api/wire.gen.ts'
import { useText, useWords } from '../words/words.ts'
import { saying, toneOf, Mark } from './Light.tsx'
import { LawChip } from './LawChip.tsx'
import { OrganTag } from './OrganTag.tsx'
import './dutyrow.css'

/**
 * One duty as a sentence: how long, who, must do what, under which article, and the next act as its verb. A duty of the other organ that
 * is overdue and the duty which this creates for us are one row.
 */
export const DutyRow = ({ row, at, of, focusable, primary }: { readonly row: Row; readonly at: number; readonly of: number; readonly focusable: boolean; readonly primary: boolean }) => {
  const words = useWords()
  const { work, day, light } = words
  const text = useText()
  const { duty, matter, next, creates } = row
  const said = saying(duty, words)
  const what = text(duty.obligation)
  const params = { id: matter.id }
  return (
    <article className='dr' tabIndex={focusable ? 0 : -1} data-row={`${matter.id}/${duty.id}`} aria-posinset={at} aria-setsize={of} aria-label={work.sentence(text(duty.owedBy.name), what, said.whole)}>
      <div className='lt'>
        <span className={`light ${toneOf[duty.light]}`}><Mark light={duty.light} />{said.short}</span>
        <small>{duty.dueAt !== null ? day.momentBrief(duty.dueAt) : duty.due === null ? '' : duty.daysLeft === 0 ? `${day.brief(duty.due)} ${light.midnight}` : day.short(duty.due)}</small>
      </div>
      <div className='mid'>
        <div className='t'><OrganTag organ={duty.owedBy} ours={duty.ours} /><Link className='tx' tabIndex={-1} to='/matters/$id' params={params} search={{ duty: duty.id }} title={what}>{what}</Link></div>
        <div className='m'>{creates !== null && <><span className='then'>{creates.due === null ? work.createsPlain(text(creates.obligation)) : work.creates(text(creates.obligation), day.brief(creates.due))}</span> · </>}{matter.title}</div>
      </div>
      <div className='wide ell mut sm'>{matter.no}</div>
      <div className='lawc'>
        {text(duty.chip) !== '' && <LawChip sources={duty.sources}>{text(duty.chip)}</LawChip>}
        <Link className='calc' tabIndex={-1} to='/matters/$id/why/$duty' params={{ id: matter.id, duty: duty.id }} title={`${work.why}：${text(duty.calc)}`} data-why>{text(duty.calc)}</Link>
      </div>
      <div className='nx'>
        {next === null ? <Link className='btn s' to='/matters/$id' params={params} search={{ duty: duty.id }}>{work.open}</Link>
          : <Link className={primary ? 'btn s p' : 'btn s'} to='/matters/$id' params={params} search={{ do: next.key, duty: duty.id }} data-next={next.key}>{text(next.title)}</Link>}
      </div>
    </article>
  )
}
