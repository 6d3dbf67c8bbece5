import { useState } from 'react'
import type { Act, Receipt as ReceiptFile } from '../api/wire.gen.ts'
import { fetchReceipt } from '../api/receipts.ts'
import { useText, useWords } from '../words/words.ts'
import { Icon } from './Icon.tsx'
import { Mark } from './Light.tsx'
import { verifyReceipt, type Finding } from './verify.ts'
import './record.css'

export type Checked = { readonly receipt: ReceiptFile; readonly findings: readonly Finding[] }

/** The receipt of an act: its log number, a check that runs here in the browser and says what it did not check, and the file itself. */
export const Receipt = ({ act, receipt }: { readonly act: Act; readonly receipt?: ReceiptFile }) => {
  const { record, day } = useWords()
  const text = useText()
  const [state, setState] = useState<Checked | 'busy' | null>(null)
  const verify = async (): Promise<void> => {
    setState('busy')
    const fresh = receipt !== undefined && receipt.leaf !== null ? receipt : await fetchReceipt(act.id).catch(() => receipt)
    setState(fresh === undefined ? null : { receipt: fresh, findings: verifyReceipt(fresh) })
  }
  const save = async (): Promise<void> => {
    const fresh = await fetchReceipt(act.id)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(fresh, null, 2)], { type: 'application/json' }))
    link.download = `receipt-${fresh.matter}-${fresh.n}.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const no = act.receiptNo === null ? record.receipt.waiting : record.receipt.no(act.receiptNo)
  return (
    <div className='rcp' data-receipt={act.n}>
      <Icon name='shield' size={15} />
      <span>{record.receipt.of(text(act.title))}<small>{day.momentBrief(act.recordedAt)} · {no}</small></span>
      <span className='nw'><button type='button' className='lnk' disabled={state === 'busy'} onClick={() => void verify()} data-verify>{state === 'busy' ? record.receipt.verifying : record.receipt.verify}</button><button type='button' className='lnk' onClick={() => void save()} title={record.receipt.download}>{record.receipt.export}</button></span>
      {state !== null && state !== 'busy' && <Result checked={state} onClose={() => setState(null)} />}
    </div>
  )
}

export const Result = ({ checked, onClose }: { readonly checked: Checked; readonly onClose: () => void }) => {
  const { record } = useWords()
  const words = record.receipt
  const bad = checked.findings.some((finding) => finding.good === false)
  const said = (finding: Finding): string => {
    switch (finding.what) {
      case 'bytes': return finding.good === false ? words.bytesBad : words.bytes
      case 'sm3': return finding.good === false ? words.sm3Bad : words.sm3
      case 'leaf': return finding.good === null ? words.noLeaf : finding.good ? words.leaf : words.leafBad
      case 'path': return finding.good === false ? words.pathBad : words.path(checked.receipt.leaf?.size ?? 0)
      default: return finding.what satisfies never
    }
  }
  return (
    <div className='res' role='status' data-verified={bad ? 'bad' : 'good'}>
      <b className={bad ? 'red' : 'green'}>{bad ? words.bad : words.good}</b>
      <ul>{checked.findings.map((finding) => <li key={finding.what}><span className={finding.good === false ? 'red' : finding.good === null ? 'amber' : 'green'}><Mark light={finding.good === false ? 'overdue' : finding.good === null ? 'paused' : 'done'} /></span>{said(finding)}</li>)}</ul>
      <p>{words.notChecked}：{words.notCheckedWhat}</p>
      <p className='hash'>SM3 {checked.receipt.sm3}</p>
      <p>{words.offline} <button type='button' className='lnk' onClick={onClose}>{words.close}</button></p>
    </div>
  )
}
