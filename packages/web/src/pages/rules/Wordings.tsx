import type { RuleWording } from '../../api/wire.gen.ts'
import { LawChip } from '../../parts/LawChip.tsx'
import { useText, useWords } from '../../words/words.ts'
import { diff } from './diff.ts'

/** All wordings of a rule side by side, older at the left: days in force, period, cases, extension, and the words with what changed. */
export const Wordings = ({ wordings }: { readonly wordings: readonly RuleWording[] }) => {
  const { library: words, day } = useWords()
  const text = useText()
  const order = wordings.toReversed()
  const quoteOf = (wording: RuleWording | undefined): string => wording?.sources[0]?.quote ?? ''
  const rows: readonly { readonly name: string; readonly of: (wording: RuleWording) => string; readonly aside?: true }[] = [
    { name: words.facts.period, of: (one) => (one.period === null ? one.noPeriod === null ? words.noPeriod : text(one.noPeriod) : text(one.period)) },
    { name: words.facts.variants, of: (one) => one.variants.map((variant) => `${text(variant.when)} ${text(variant.period)}`).join('；') },
    { name: words.facts.extension, of: (one) => (one.extension === null ? '' : `${text(one.extension.condition)} ${one.extension.length === null ? words.facts.ownLength : text(one.extension.length)}`) },
    { name: words.facts.computing, of: (one) => (one.computing === null ? '' : text(one.computing.title)) },
    { name: words.col.confidence, aside: true, of: (one) => words.confidence[one.confidence] ?? one.confidence },
    { name: words.facts.notes, aside: true, of: (one) => one.notes ?? '' },
  ]
  const told = rows.filter(({ of }) => order.some((one) => of(one) !== ''))
  return (
    <div className='scroll'>
      <table className='wordings' style={{ minWidth: `${order.length * 300 + 90}px` }}>
        <thead><tr><th scope='row'>{words.version}</th>{order.map((one, i) => <th key={i} scope='col' className={one.current ? 'now' : undefined}>{one.from === null ? words.openFrom : day.full(one.from)}{' — '}{one.to === null ? words.until : day.full(one.to)}{one.current && <span className='chip green'>{words.now}</span>}</th>)}</tr></thead>
        <tbody>
          {told.map(({ name, of, aside }) => <tr key={name}><th scope='row'>{name}</th>{order.map((one, i) => { const before = order[i - 1]; return <td key={i} className={aside === undefined && before !== undefined && of(before) !== of(one) ? 'chg' : undefined}>{of(one) === '' ? words.facts.none : of(one)}</td> })}</tr>)}
          <tr><th scope='row'>{words.col.source}</th>{order.map((one, i) => <td key={i}><span className='row g4 wrap'>{one.sources.map((source) => <LawChip key={source.law + source.article} sources={[source]}>{text(source.chip)}</LawChip>)}</span></td>)}</tr>
          <tr className='words'><th scope='row'>{words.textOf}</th>{order.map((one, i) => {
            // A wording of which only the period is kept has no words to compare with.
            const [before, after] = [order.slice(0, i).findLast((other) => quoteOf(other) !== ''), order.slice(i + 1).find((other) => quoteOf(other) !== '')]
            const own = quoteOf(one)
            // Against the older one what is new; the oldest against the next one what was dropped.
            const pieces = before !== undefined ? diff(quoteOf(before), own).filter(({ kind }) => kind !== 'gone') : after !== undefined ? diff(own, quoteOf(after)).filter(({ kind }) => kind !== 'added') : [{ text: own, kind: 'same' as const }]
            return <td key={i}><p className='lawtext'>{own === '' ? words.origins['noted'] : pieces.map((piece, n) => (piece.kind === 'same' ? piece.text : piece.kind === 'added' ? <ins key={n}>{piece.text}</ins> : <del key={n}>{piece.text}</del>))}</p></td>
          })}</tr>
        </tbody>
      </table>
    </div>
  )
}
