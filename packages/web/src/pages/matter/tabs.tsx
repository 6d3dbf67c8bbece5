// The quiet tabs beside the timeline: instruments, evidence, case card, links, readings.
import { Link } from '@tanstack/react-router'
import type { Act, FileRef, Matter, Reading } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { caseCard } from './caseCard.ts'
import { fileUrl } from '../../api/files.ts'

const kilobytes = (size: number): string => (size < 1_048_576 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / 1_048_576).toFixed(1)} MB`)

export const Papers = ({ matter, onView }: { readonly matter: Matter; readonly onView: (n: number) => void }) => {
  const { matter: words } = useWords()
  const text = useText()
  if (matter.instruments.length === 0) return <p className='blank'>{words.papers.none}</p>
  return (
    <table className='sheet'>
      <thead><tr><th>{words.tabs.papers}</th><th>{words.papers.docNo}</th><th>{words.papers.to}</th><th /><th /></tr></thead>
      <tbody>
        {matter.instruments.map((instrument) => (
          <tr key={instrument.n}>
            <td>{text(instrument.title)}</td><td>{instrument.docNo ?? <span className='mut'>{words.papers.noNumber}</span>}</td>
            <td>{instrument.to.map((organ) => text(organ.short)).join('、')}</td>
            <td><span className='chip'>{words.papers.stage[instrument.stage]}</span></td>
            <td className='r nw'><button type='button' className='lnk' onClick={() => onView(instrument.n)}>{words.papers.view}</button>{instrument.file !== null && <a className='lnk' href={fileUrl(instrument.file, matter.id)} download={instrument.file.name}>{words.papers.download}</a>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Every file of the matter with the act that brought it. */
const filesOf = (act: Act): readonly FileRef[] => [...act.files, ...(act.answers ?? []).flatMap((answer) => answer.evidence ?? []), ...(act.findings ?? []).flatMap((finding) => finding.evidence ?? [])]
export const evidenceCount = (matter: Matter): number => matter.acts.reduce((sum, act) => sum + filesOf(act).length, 0)

export const EvidenceTab = ({ matter }: { readonly matter: Matter }) => {
  const { matter: words } = useWords()
  const text = useText()
  const rows = [...matter.acts].reverse().flatMap((act) => filesOf(act).map((file, i) => ({ act, file, key: `${act.n}/${i}` })))
  if (rows.length === 0) return <p className='blank'>{words.evidence.none}</p>
  return (
    <table className='sheet'>
      <thead><tr><th>{words.evidence.name}</th><th>{words.evidence.from}</th><th className='r'>{words.evidence.size}</th><th>{words.evidence.fingerprint}</th></tr></thead>
      <tbody>{rows.map(({ act, file, key }) => <tr key={key}><td><a href={fileUrl(file, matter.id)} download={file.name}>{file.name}</a></td><td>{text(act.by.short)} · {act.on.slice(5)} {text(act.title)}</td><td className='r nw'>{kilobytes(file.size)}</td><td className='mono'>{file.sha256.slice(0, 8)}…{file.sha256.slice(-4)}</td></tr>)}</tbody>
    </table>
  )
}

export const CaseCard = ({ matter }: { readonly matter: Matter }) => {
  const { matter: words } = useWords()
  const text = useText()
  const names: Readonly<Record<string, string>> = words.card.fields
  const rows = caseCard(matter).filter((row) => row.value !== null)
  return (
    <>
      <p className='hint' style={{ padding: '10px 14px 0' }}>{words.card.filled(rows.length + 4)} · {words.card.hint}</p>
      <dl className='kvs'>
        <dt>{words.card.fields.title}</dt><dd>{matter.title}</dd><dt>{words.card.fields.procedure}</dt><dd>{text(matter.procedure.title)}</dd>
        <dt>{words.card.fields.owner}</dt><dd>{text(matter.owner.name)}</dd><dt>{words.card.fields.stage}</dt><dd>{text(matter.stage)}</dd>
        {matter.subject !== null && <><dt>{words.card.fields.subject}</dt><dd>{text(matter.subject.name)}</dd></>}
        {rows.map((row) => <div key={row.field} style={{ display: 'contents' }}><dt>{names[row.field]}</dt><dd>{row.value}</dd></div>)}
      </dl>
    </>
  )
}

export const Links = ({ matter }: { readonly matter: Matter }) => {
  const { matter: words } = useWords()
  const text = useText()
  if (matter.links.length === 0 && matter.clue === null) return <p className='blank'>{words.links.none}</p>
  return (
    <dl className='kvs'>
      {matter.clue !== null && <><dt>{words.links.clue}</dt><dd><Link to='/clues' search={{ clue: matter.clue.id }}>{words.facts.clue(matter.clue.model)}</Link><br /><span className='mut sm'>{matter.clue.why}</span></dd></>}
      {matter.links.map((link) => <div key={link.id} style={{ display: 'contents' }}><dt>{text(link.relation)}</dt><dd><Link to='/matters/$id' params={{ id: link.id }}>{link.title}</Link></dd></div>)}
    </dl>
  )
}

export const Readings = ({ readings }: { readonly readings: readonly Reading[] }) => {
  const { matter: words, day } = useWords()
  const text = useText()
  if (readings.length === 0) return <p className='blank'>{words.readings.none}</p>
  return (
    <table className='sheet'>
      <thead><tr><th>{words.readings.at}</th><th>{words.readings.person}</th><th>{words.readings.organ}</th><th>{words.readings.what}</th><th>{words.readings.purpose}</th></tr></thead>
      <tbody>{readings.map((reading, i) => <tr key={`${reading.at}/${i}`}><td className='nw'>{day.moment(reading.at)}</td><td>{reading.person}</td><td>{text(reading.organ)}</td><td>{reading.what}</td><td>{reading.purpose}</td></tr>)}</tbody>
    </table>
  )
}
