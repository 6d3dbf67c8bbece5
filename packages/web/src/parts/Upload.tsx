import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import type { FileRef } from '../api/wire.gen.ts'
import { uploadFile } from '../api/files.ts'
import { useWords } from '../words/words.ts'
import { Icon } from './Icon.tsx'
import { Mark } from './Light.tsx'

type Sending = { readonly name: string; readonly percent: number; readonly problem: string | null }

/** Size for people. */
export const size = (bytes: number): string => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`)

/** Files by drop, paste or picker. Each shows its fingerprint as soon as the server has stored it. */
export const Upload = ({ value, onChange }: { readonly value: readonly FileRef[]; readonly onChange: (files: readonly FileRef[]) => void }) => {
  const { liaison: words } = useWords()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [over, setOver] = useState(false)
  const latest = useRef(value)
  latest.current = value
  const send = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const show = (change: Partial<Sending>): void => setSending((list) => [...list.filter((one) => one.name !== file.name), { name: file.name, percent: 0, problem: null, ...change }])
      show({})
      const sent = await uploadFile(file, (percent) => show({ percent }))
      if (sent.ok) {
        setSending((list) => list.filter((one) => one.name !== file.name))
        onChange([...latest.current.filter((one) => one.sha256 !== sent.file.sha256), sent.file])
      } else show({ problem: sent.problem })
    }
  }
  const dropped = (event: DragEvent): void => { event.preventDefault(); setOver(false); void send([...event.dataTransfer.files]) }
  const pasted = (event: ClipboardEvent): void => { if (event.clipboardData.files.length > 0) { event.preventDefault(); void send([...event.clipboardData.files]) } }
  return (
    <div className='upl' onPaste={pasted}>
      {value.map((file) => (
        <div className='fl' key={file.sha256}>
          <span className='seen'><Mark light='done' /></span><span className='ell' title={file.name}>{file.name}</span><span className='mut'>{size(file.size)}</span>
          <button type='button' className='icb' aria-label={words.answers.removeFile(file.name)} title={words.answers.removeFile(file.name)} onClick={() => onChange(value.filter((one) => one.sha256 !== file.sha256))}><Icon name='x' size={12} /></button>
          <span className='fp'>SHA-256 {file.sha256.slice(0, 12)}…{file.sha256.slice(-6)}</span>
        </div>
      ))}
      {sending.map((one) => <div className={one.problem === null ? 'fl' : 'fl bad'} key={one.name} role='status'><span><Mark light={one.problem === null ? 'paused' : 'overdue'} /></span><span className='ell'>{one.name}</span><span>{one.problem === null ? words.answers.uploading(one.percent) : words.answers.uploadFailed}</span>{one.problem !== null && <span className='fp'>{one.problem}</span>}</div>)}
      <label className={over ? 'drop over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={dropped}>
        <Icon name='ul' size={15} />{words.answers.drop}
        <input type='file' multiple className='sr' onChange={(event) => { void send([...(event.target.files ?? [])]); event.target.value = '' }} />
      </label>
    </div>
  )
}
