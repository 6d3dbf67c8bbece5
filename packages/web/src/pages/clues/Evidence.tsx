import { Link } from '@tanstack/react-router'
import type { Clue } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { Mark } from '../../parts/Light.tsx'

/** Why this is a clue: the rows with the compared values marked, the limit with its article, and what was searched in vain. */
export const Evidence = ({ clue }: { readonly clue: Clue }) => {
  const { clues: words, day, number } = useWords()
  const text = useText()
  return (
    <>
      {clue.status === 'undecidable' && <p className='rs'><span className='amber'><Mark light='near' /></span><b>{words.evidence.missing}</b></p>}
      <p className='s13' style={{ marginBottom: 8, lineHeight: 1.7 }}>{clue.why}</p>
      {clue.evidence.map((row) => (
        <article className='ev' key={`${row.dataset}/${row.row}`}>
          <div className='h'><b className='ell'>{text(row.title)}</b><span className='mut nw'>{words.evidence.row(number(row.row))}</span><span className='sp' /><span className='mut ell'>{text(row.provider)}</span></div>
          <dl>{row.fields.map((field) => <div key={field.name} style={{ display: 'contents' }}><dt title={field.name}>{field.title}</dt><dd>{field.matched ? <mark title={words.evidence.matched}>{field.value}</mark> : field.value === '' ? '—' : field.value}</dd></div>)}</dl>
        </article>
      ))}
      {clue.limit !== null && <Limit clue={clue} />}
      {clue.searched.length > 0 && <div className='s13 b' style={{ marginTop: 8 }}>{words.evidence.searched}</div>}
      {clue.searched.map((search) => <p className='rs' key={`${search.dataset}/${search.what}`}><span className='mut'><Mark light='not-started' /></span><span>{text(search.title)}：{search.what}<small className='sm mut' style={{ display: 'block' }}>{words.evidence.coverage(search.coverage)}</small></span></p>)}
      {clue.remarks.map((remark) => <p className='rs' key={remark.text}><span className={remark.level === 'ok' ? 'green' : 'amber'}><Mark light={remark.level === 'ok' ? 'done' : 'near'} /></span><span>{remark.text}</span></p>)}
      {clue.decided !== null && (
        <p className='rs'><span className='green'><Mark light='done' /></span><span>{words.state[clue.state]} · {words.evidence.decided(clue.decided.by, day.momentBrief(clue.decided.at))}{clue.decided.reason !== null && <small className='sm mut' style={{ display: 'block' }}>{words.evidence.reason}：{clue.decided.reason}</small>}</span></p>
      )}
      {clue.matter !== null && <p className='rs'><Link to='/matters/$id' params={{ id: clue.matter.id }}>{words.evidence.matter(clue.matter.no)}</Link></p>}
    </>
  )
}

const Limit = ({ clue }: { readonly clue: Clue }) => {
  const { clues: words, number } = useWords()
  const limit = clue.limit
  if (limit === null) return null
  return (
    <div className='limit'>
      <div className='figs'>
        <span>{words.evidence.limit}<b>{number(limit.minimum)} {limit.unit}</b></span>
        <span>{words.evidence.value}<b className={limit.value === null ? 'amber' : undefined}>{limit.value === null ? words.evidence.unknown : `${number(limit.value)} ${limit.unit}`}</b></span>
        {limit.value !== null && limit.minimum > 0 && <span style={{ alignSelf: 'flex-end' }}>{words.evidence.over((limit.value / limit.minimum).toFixed(1))}</span>}
      </div>
      <b className='s13'>{limit.offence}：{limit.law} {limit.article}</b>
      <p className='lawtext'>{limit.quote}</p>
    </div>
  )
}
