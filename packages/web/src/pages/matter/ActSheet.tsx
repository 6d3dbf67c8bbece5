import type { Act, Matter } from '../../api/wire.gen.ts'
import { fileUrl } from '../../api/files.ts'
import { useText, useWords } from '../../words/words.ts'
import { Drawer } from '../../parts/Drawer.tsx'
import { Receipt } from '../../parts/Receipt.tsx'

const shown = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : Array.isArray(value) ? value.map(shown).join('、') : JSON.stringify(value))

/** One act as it stands on record, with its content, files and receipt. */
export const ActSheet = ({ matter, act, onClose }: { readonly matter: Matter; readonly act: Act; readonly onClose: () => void }) => {
  const { matter: words, record, day } = useWords()
  const text = useText()
  const fields = matter.permitted.find((permission) => permission.key === act.key)?.form ?? []
  const nameOf = (name: string): string => { const field = fields.find((one) => one.name === name); return field === undefined ? name : text(field.label) }
  const valueOf = (name: string, value: unknown): string => {
    const choice = fields.find((one) => one.name === name)?.choices?.find((one) => one.id === value)
    return choice === undefined ? (typeof value === 'boolean' ? (value ? words.act.yes : words.act.no) : shown(value)) : text(choice.label)
  }
  return (
    <Drawer title={text(act.title)} onClose={onClose}>
      <dl className='kvs'>
        <dt>{words.act.on}</dt><dd>{day.full(act.on)}</dd>
        <dt>{words.act.recorded}</dt><dd>{day.moment(act.recordedAt)}</dd>
        <dt>{words.act.by}</dt><dd>{text(act.by.name)}{act.person !== null && ` · ${act.person.name}`}</dd>
        {act.to.length > 0 && <><dt>{words.act.to}</dt><dd>{act.to.map((organ) => text(organ.name)).join('、')}</dd></>}
        {act.of !== null && <><dt>{words.act.of}</dt><dd>{words.act.n(act.of)}</dd></>}
        {act.what !== null && /[^\x20-\x7e]/.test(act.what) && <><dt>{words.act.content}</dt><dd>{act.what}</dd></>}
        {act.result !== null && <><dt>{words.tabs.card}</dt><dd>{valueOf('result', act.result)}</dd></>}
        {Object.entries(act.form).map(([name, value]) => <div key={name} style={{ display: 'contents' }}><dt>{nameOf(name)}</dt><dd style={{ whiteSpace: 'pre-line' }}>{valueOf(name, value)}</dd></div>)}
        {(act.demands ?? []).map((demand) => <div key={`d${demand.no}`} style={{ display: 'contents' }}><dt>{record.item(demand.no)}</dt><dd>{demand.text}</dd></div>)}
        {(act.answers ?? []).map((answer) => <div key={`a${answer.demand}`} style={{ display: 'contents' }}><dt>{record.item(answer.demand)}</dt><dd>{record.demands.answerState[answer.state]}：{answer.text}</dd></div>)}
        {(act.findings ?? []).map((finding) => <div key={`f${finding.demand}`} style={{ display: 'contents' }}><dt>{record.item(finding.demand)}</dt><dd>{record.demands.result[finding.result]}：{finding.text}</dd></div>)}
        {act.files.length > 0 && <><dt>{words.act.files}</dt><dd>{act.files.map((file) => <div key={file.sha256}><a href={fileUrl(file, matter.id)} download={file.name}>{file.name}</a></div>)}</dd></>}
        <dt>{words.act.hash}</dt><dd className='mono'>{act.hash}</dd>
      </dl>
      <div style={{ padding: '0 14px' }}><Receipt act={act} /></div>
    </Drawer>
  )
}
