import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { headQuery } from '../../api/law.ts'
import type { LogHead, Receipt } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Mark } from '../../parts/Light.tsx'
import { Result } from '../../parts/Receipt.tsx'
import { Empty, Notice } from '../../parts/states.tsx'
import { verifyReceipt } from '../../parts/verify.ts'
import { useWords } from '../../words/words.ts'
import { readReceipt } from './read.ts'
import './verify.css'

type Read = { readonly name: string; readonly receipt: Receipt | null }

/** Receipts checked by whoever holds them: nothing leaves the browser, and it is said what was not checked. */
export const VerifyPage = () => {
  const { verify: words } = useWords()
  const [files, setFiles] = useState<readonly Read[]>([])
  const [over, setOver] = useState(false)
  const head = useQuery(headQuery()).data
  const take = async (list: FileList | null): Promise<void> => {
    const read = await Promise.all([...(list ?? [])].slice(0, 50).map(async (file): Promise<Read> => ({ name: file.name, receipt: file.size > 2_000_000 ? null : readReceipt(await file.text()) })))
    setFiles((before) => [...read, ...before])
  }
  return (
    <div className='vfy'>
      <header className='ph'><h1>{words.title}</h1><span className='hint ell'>{words.hint}</span></header>
      <div className='vg'>
        <section className='pane'>
          <label className={over ? 'vdrop over' : 'vdrop'} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); void take(event.dataTransfer.files) }}>
            <Icon name='shield' size={20} /><span className='sp'><b>{words.drop}</b><span className='hint'>{words.kinds}</span></span><span className='btn s p'>{words.pick}</span>
            <input type='file' className='sr' multiple accept='.json,application/json' onChange={(event) => { void take(event.target.files); event.target.value = '' }} data-receipts />
          </label>
          <div className='hd'><h2>{words.list}</h2><div className='sp' />{files.length > 0 && <button type='button' className='lnk' onClick={() => setFiles([])}>{words.clear}</button>}</div>
          <div className='bd np scroll'>
            {files.length === 0 ? <Empty title={words.none} icon='shield' /> : files.map((file, i) => <Checked key={`${files.length - i}${file.name}`} file={file} head={head} onClose={() => setFiles((before) => before.filter((one) => one !== file))} />)}
          </div>
        </section>
        <aside className='vside'>
          <section className='pane'>
            <div className='hd'><h2>{words.head}</h2></div>
            {head === undefined ? <p className='bd sm mut'>{words.noHead}</p> : <Head head={head} />}
          </section>
          <section className='pane'>
            <div className='hd'><h2>{words.howTitle}</h2></div>
            <div className='bd'><ul className='vlist'>{words.how.map((one) => <li key={one}><span className='green'><Mark light='done' /></span>{one}</li>)}</ul><h3>{words.notTitle}</h3><ul className='vlist'>{words.not.map((one) => <li key={one}><span className='grey'><Mark light='not-started' /></span>{one}</li>)}</ul></div>
          </section>
        </aside>
      </div>
    </div>
  )
}

const Head = ({ head }: { readonly head: LogHead }) => {
  const { verify: words, day, number } = useWords()
  return <dl className='bd vhead'><dt>{words.headSize}</dt><dd>{number(head.size)}</dd><dt>{words.at}</dt><dd>{day.moment(head.at)}</dd><dt>{words.root}</dt><dd className='mono'>{head.root}</dd><dt>{words.key}</dt><dd className='mono'>{head.publicKey}</dd><dd className='hint whole'>{words.headHint}</dd></dl>
}

const Checked = ({ file, head, onClose }: { readonly file: Read; readonly head: LogHead | undefined; readonly onClose: () => void }) => {
  const { verify: words, day, number } = useWords()
  const { receipt } = file
  if (receipt === null) return <div className='vone'><Notice kind='red' mark={<Mark light='overdue' size={14} />} title={words.unreadable(file.name)}>{words.unreadableWhat}</Notice></div>
  const leaf = receipt.leaf
  const same = leaf === null || head === undefined ? null : leaf.size === head.size ? (leaf.root === head.root ? words.same : words.newer) : leaf.size < head.size ? words.older : words.newer
  return (
    <article className='vone rcp'>
      <Icon name='shield' size={16} />
      <dl className='vhead'><dt>{words.matter}</dt><dd>{receipt.matter}</dd><dt>{words.act}</dt><dd>{receipt.act} · {receipt.n}</dd><dt>{words.recorded}</dt><dd>{day.moment(receipt.recordedAt)}</dd>{leaf !== null && <><dt>{words.leaf}</dt><dd>{number(leaf.index)} / {number(leaf.size)}{same !== null && <span className='hint'> · {same}</span>}</dd></>}</dl>
      <span />
      <Result checked={{ receipt, findings: verifyReceipt(receipt) }} onClose={onClose} />
    </article>
  )
}
