import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Dataset, Delivery, Problem } from '../../api/wire.gen.ts'
import { datasetsQuery, decideDelivery, deliveriesQuery, deliveryQuery, deliver, rejectsUrl, watchDelivery } from '../../api/data.ts'
import { useText, useWords } from '../../words/words.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Batch, FileProblem } from './Batch.tsx'
import { Datasets } from './Datasets.tsx'
import { Rejects } from './Rejects.tsx'
import './deliveries.css'

export type DeliveriesSearch = { readonly dataset?: string; readonly delivery?: string }

/** Agreed datasets, the delivery that is being looked at, and what a person decides about it. */
export const DeliveriesPage = () => {
  const datasets = useQuery(datasetsQuery())
  return <Loaded query={datasets}>{(list) => <Desk datasets={list} />}</Loaded>
}

const Desk = ({ datasets }: { readonly datasets: readonly Dataset[] }) => {
  const { deliveries: words, day } = useWords()
  const text = useText()
  const search = useSearch({ strict: false }) as DeliveriesSearch
  const navigate = useNavigate()
  const queries = useQueryClient()
  const go = (change: DeliveriesSearch): void => { void navigate({ to: '.', search: change, replace: true }) }
  const dataset = datasets.find((one) => one.id === search.dataset) ?? datasets.find((one) => one.last !== null) ?? datasets[0]
  const list = useQuery({ ...deliveriesQuery(dataset?.id ?? ''), enabled: dataset !== undefined })
  const shown = search.delivery ?? list.data?.items[0]?.id
  const one = useQuery({ ...deliveryQuery(shown ?? ''), enabled: shown !== undefined })
  const delivery = one.data
  const busy = delivery?.state === 'checking' || delivery?.state === 'receiving'
  useEffect(() => (busy && delivery !== undefined ? watchDelivery(delivery.id, (next) => { queries.setQueryData(deliveryQuery(next.id).queryKey, next); if (next.state !== 'checking' && next.state !== 'receiving') void queries.invalidateQueries({ queryKey: ['datasets'] }) }) : undefined), [busy, delivery?.id, queries]) // eslint-disable-line react-hooks/exhaustive-deps
  return (
    <>
      <header className='hh'><h1>{words.title}</h1><span className='sp' /></header>
      <div className='hdesk'>
        <Datasets datasets={datasets} selected={dataset?.id} onSelect={(id) => go({ dataset: id })} />
        <div className='stack'>
          {dataset !== undefined && <NewDelivery key={dataset.id} dataset={dataset} quiet={delivery?.state === 'waiting'} onDelivered={(made) => { queries.setQueryData(deliveryQuery(made.id).queryKey, made); void queries.invalidateQueries({ queryKey: ['deliveries'] }); go({ dataset: dataset.id, delivery: made.id }) }} />}
          {delivery === undefined ? <section className='pane grow'><p className='blank'>{dataset === undefined ? words.batch.choose : words.batch.none}</p></section> : <>
            <Batch delivery={delivery} />
            {delivery.problem === null && <Rejects key={delivery.id} delivery={delivery} download={rejectsUrl(delivery.id)} />}
          </>}
          {delivery !== undefined && delivery.profile.length > 0 && <Profile delivery={delivery} />}
        </div>
        <aside className='stack'>
          {dataset !== undefined && <Contract dataset={dataset} />}
          {(list.data?.items.length ?? 0) > 1 && <section className='pane'><div className='hd'><h2>{words.batch.earlier}</h2></div><div className='bd np scroll' style={{ maxHeight: 180 }}>{list.data?.items.map((item) => <button key={item.id} type='button' className={item.id === shown ? 'dsr on' : 'dsr'} onClick={() => go({ ...(dataset === undefined ? {} : { dataset: dataset.id }), delivery: item.id })}><span className='a ell'>{item.file}</span><span className='z'>{words.batch.state[item.state]}</span><span className='z'>{day.momentBrief(item.at)}</span></button>)}</div></section>}
          {dataset !== undefined && <section className='pane grow'><div className='hd'><h2>{words.models.title}</h2></div><div className='bd scroll'>{dataset.models.length === 0 ? <p className='sm mut'>{words.models.none}</p> : dataset.models.map((model) => <div className='row' key={model.id}><Link className='ell sp' to='/models/$id' params={{ id: model.id }}>{text(model.title)}</Link></div>)}<p className='sm mut' style={{ marginTop: 6 }}>{words.models.hint}</p></div>
            {delivery !== undefined && <Decide key={delivery.id} delivery={delivery} />}</section>}
        </aside>
      </div>
    </>
  )
}

/** Drop or choose one file; the upload shows its progress and can be cancelled; nothing is taken in before a person confirms. */
const NewDelivery = ({ dataset, quiet, onDelivered }: { readonly dataset: Dataset; readonly quiet: boolean; readonly onDelivered: (delivery: Delivery) => void }) => {
  const { deliveries: words } = useWords()
  const text = useText()
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<{ readonly percent: number; readonly speed: string; readonly name: string; readonly stop: () => void } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setProblem(null)
    const started = performance.now()
    const job = deliver(dataset.id, file, (sent) => setSending((before) => before === null ? before : { ...before, percent: Math.round((sent / Math.max(1, file.size)) * 100), speed: `${(sent / 1_048_576 / Math.max(0.05, (performance.now() - started) / 1000)).toFixed(1)} MB/s` }))
    setSending({ percent: 0, speed: '', name: file.name, stop: job.stop })
    const done = await job.result
    setSending(null)
    if (done.ok) onDelivered(done.value)
    else if (done.problem !== null) setProblem(done.problem)
  }
  return (
    <section className='pane'>
      <label className={over ? 'dropzone over' : 'dropzone'} style={{ border: 0, padding: '10px 14px', flexDirection: 'row', textAlign: 'left' }} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); void send(event.dataTransfer.files[0]) }}>
        <Icon name='ul' size={16} />
        <span className='sp'>{sending === null ? <><b className='s13'>{words.upload.drop}</b><span className='hint xl'> {words.upload.kinds}</span></> : <span role='status'>{sending.percent >= 100 ? words.upload.checking : words.upload.sending(sending.percent, sending.speed)} · {sending.name}</span>}<span className='sm mut' style={{ display: 'block' }}>{words.upload.into(text(dataset.title))}</span></span>
        {sending === null ? <span className={quiet ? 'btn s' : 'btn s p'}>{words.upload.pick}</span> : <button type='button' className='btn s' onClick={(event) => { event.preventDefault(); sending.stop() }}>{words.upload.cancel}</button>}
        <input type='file' className='sr' accept='.csv,.xlsx,.parquet,.txt' disabled={sending !== null} onChange={(event) => { void send(event.target.files?.[0]); event.target.value = '' }} data-upload />
      </label>
      {sending !== null && <div className='pbar' role='progressbar' aria-valuenow={sending.percent} aria-valuemin={0} aria-valuemax={100}><i style={{ width: `${sending.percent}%`, background: 'var(--blue)' }} /></div>}
      {problem !== null && <FileProblem problem={problem} />}
    </section>
  )
}

const Decide = ({ delivery }: { readonly delivery: Delivery }) => {
  const { deliveries: words, number } = useWords()
  const queries = useQueryClient()
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const decide = async (decision: 'accept' | 'refuse'): Promise<void> => {
    setBusy(true)
    const done = await decideDelivery(delivery.id, decision, reason)
    setBusy(false)
    if (!done.ok) { setProblem(done.problem); return }
    queries.setQueryData(deliveryQuery(delivery.id).queryKey, done.value)
    await queries.invalidateQueries()
  }
  return (
    <div className='decide'>
      {problem !== null && <div className='refused' role='alert'><b>{problem.title}</b><p>{problem.detail}</p></div>}
      {delivery.state === 'waiting'
        ? (
          <>
            <span className='sm mut'>{words.decide.confirm(number(delivery.accepted), number(delivery.rejected))}</span>
            {refusing && <label className='fld'><span className='sm mut2'>{words.decide.reason}</span><textarea className='inp area' rows={2} value={reason} onChange={(event) => setReason(event.target.value)} /></label>}
            <div className='row'><button type='button' className='btn s sp' disabled={busy} onClick={() => { if (refusing) void decide('refuse'); else setRefusing(true) }}>{words.decide.refuse}</button>{!refusing && <button type='button' className='btn s p sp' disabled={busy} onClick={() => void decide('accept')} data-accept>{words.decide.accept}</button>}</div>
          </>
        )
        : <span className='sm mut' data-decided={delivery.state}>{delivery.state === 'accepted' ? words.decide.accepted : delivery.state === 'refused' ? words.decide.refused : delivery.state === 'checking' || delivery.state === 'receiving' ? words.decide.wait : words.batch.state[delivery.state]}</span>}
    </div>
  )
}

const Contract = ({ dataset }: { readonly dataset: Dataset }) => {
  const { deliveries: words } = useWords()
  const text = useText()
  return (
    <section className='pane'>
      <div className='hd'><h2>{words.contract.title}</h2><div className='sp' /><span className='hint'>{words.contract.have(dataset.fields.length)}</span></div>
      <dl className='kvs'><dt>{words.contract.provider}</dt><dd>{text(dataset.provider)}</dd><dt>{words.contract.purpose}</dt><dd>{dataset.purpose}</dd><dt>{words.contract.grain}</dt><dd>{text(dataset.grain)}</dd><dt>{words.contract.cadence}</dt><dd>{text(dataset.cadence)}</dd><dt>{words.contract.sensitivity}</dt><dd>{dataset.sensitivity}</dd></dl>
      <details style={{ padding: '0 14px 10px' }}><summary className='lnk'>{words.contract.fields}</summary><table><tbody>{dataset.fields.map((field) => <tr key={field.name}><td className='mono'>{field.name}</td><td>{field.title}</td><td className='mut sm'>{[field.type, field.unit ?? '', field.required ? words.contract.required : '', field.identifier === null ? '' : words.contract.identifier].filter((part) => part !== '').join(' · ')}</td></tr>)}</tbody></table></details>
    </section>
  )
}

const Profile = ({ delivery }: { readonly delivery: Delivery }) => {
  const { deliveries: words, number } = useWords()
  return (
    <section className='pane wide f' style={{ maxHeight: '30%' }}>
      <div className='hd'><h2>{words.profile.title}</h2></div>
      <div className='bd np scroll'><table><thead><tr><th>{words.profile.field}</th><th className='r'>{words.profile.filled}</th><th className='r'>{words.profile.distinct}</th><th>{words.profile.min}</th><th>{words.profile.max}</th></tr></thead>
        <tbody>{delivery.profile.map((field) => <tr key={field.field}><td className='mono'>{field.field}</td><td className='r'>{delivery.rows === 0 ? '—' : `${Math.round((field.filled / delivery.rows) * 1000) / 10}%`}</td><td className='r'>{number(field.distinct)}</td><td className='ell' style={{ maxWidth: 160 }}>{field.min ?? '—'}</td><td className='ell' style={{ maxWidth: 160 }}>{field.max ?? '—'}</td></tr>)}</tbody></table></div>
    </section>
  )
}
