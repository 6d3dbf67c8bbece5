import { Fragment, useState } from 'react'
import type { Delivery, RejectGroup } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { Icon } from '../../parts/Icon.tsx'
import './deliveries.css'

/** Faults grouped by what repairs them. What was kept out and what was kept but reported is told apart by word, colour and shape. */
export const Rejects = ({ delivery, download }: { readonly delivery: Delivery; readonly download: string }) => {
  const { deliveries: words } = useWords()
  const groups = [...delivery.reasons].sort((a, b) => Number(a.outcome === 'reported') - Number(b.outcome === 'reported') || b.count - a.count)
  const [open, setOpen] = useState<string | null>(groups[0] === undefined ? null : id(groups[0]))
  const rejected = groups.filter((group) => group.outcome === 'rejected')
  const all = rejected.reduce((sum, group) => sum + group.count, 0)
  const first = rejected.slice(0, 2)
  const share = all === 0 ? 0 : Math.round((first.reduce((sum, group) => sum + group.count, 0) / all) * 100)
  return (
    <section className='pane grow'>
      <div className='hd'><h2>{words.rejects.title}</h2><span className='hint nw xl'>{rejected.length > 2 ? words.rejects.hintShare(first.length, share) : words.rejects.hint}</span><div className='sp' />{delivery.rejected > 0 && <a className='btn s' href={download} download><Icon name='dl' size={13} />{words.rejects.download}</a>}</div>
      <div className='bd np scroll grow'>
        {groups.length === 0 ? <p className='blank'>{words.rejects.none}</p> : (
          <table className='rj'>
            <thead><tr><th style={{ width: 34 }} /><th>{words.rejects.reason}</th><th className='r' style={{ width: 70 }}>{words.rejects.rows}</th><th style={{ width: 150 }}>{words.rejects.outcome}</th><th className='wide tc' style={{ width: 110 }}>{words.rejects.share}</th><th style={{ width: 118 }}>{words.rejects.who}</th></tr></thead>
            <tbody>{groups.map((group) => <Group key={id(group)} group={group} all={delivery.rows} open={open === id(group)} onOpen={() => setOpen(open === id(group) ? null : id(group))} />)}</tbody>
          </table>
        )}
      </div>
    </section>
  )
}

const id = (group: RejectGroup): string => `${group.outcome}/${group.code}/${group.field ?? ''}`

const Group = ({ group, all, open, onOpen }: { readonly group: RejectGroup; readonly all: number; readonly open: boolean; readonly onOpen: () => void }) => {
  const { deliveries: words, number } = useWords()
  const text = useText()
  const kept = group.outcome === 'reported'
  return (
    <Fragment>
      <tr className={`${kept ? 'rep' : ''} ${open ? 'openrow' : ''}`} data-reason={group.code}>
        <td><button type='button' className='exp' aria-expanded={open} aria-label={`${words.rejects.see}：${text(group.title)}`} onClick={onOpen}><Icon name={open ? 'down' : 'right'} size={13} /></button></td>
        <td><button type='button' className='lnk' style={{ color: 'inherit', fontSize: 'inherit', padding: 0, whiteSpace: 'normal', textAlign: 'left' }} onClick={onOpen} tabIndex={-1}>{text(group.title)}</button>{group.field !== null && <span className='mut sm mono xl'> {group.field}</span>}</td>
        <td className='r'><b>{number(group.count)}</b></td>
        <td><span className={kept ? 'chip' : 'chip amber'}><Icon name={kept ? 'info' : 'x'} size={11} />{kept ? words.rejects.reported : words.rejects.rejected}</span></td>
        <td className='wide tc'><span className='bar' style={{ display: 'block' }} role='img' aria-label={`${all === 0 ? 0 : Math.round((group.count / all) * 1000) / 10}%`}><i style={{ width: `${all === 0 ? 0 : Math.max(2, (group.count / all) * 100)}%`, background: kept ? 'var(--ink-4)' : 'var(--amber-s)' }} /></span></td>
        <td><span className={group.whoFixes === 'provider' ? 'tag them' : 'tag us'}>{words.rejects.fixes[group.whoFixes]}</span></td>
      </tr>
      {open && (
        <tr className='exr'><td colSpan={6}>
          <table className='exs'>
            <thead><tr><th>{words.rejects.row}</th><th>{words.rejects.field}</th><th>{words.rejects.got}</th><th>{words.rejects.expected}</th></tr></thead>
            <tbody>{group.examples.slice(0, 3).map((example) => <tr key={`${example.row}/${example.field}`}><td>{number(example.row)}</td><td className='mono'>{example.field === '' ? words.rejects.whole : example.field}</td><td><span className={`mono bv ${kept ? 'rep' : ''}`}>{example.value === '' ? words.rejects.empty : example.value}</span></td><td>{example.expected}</td></tr>)}</tbody>
          </table>
          <p className='sm'><span className='mut'>{words.rejects.repair}：</span>{text(group.repair)}</p>
        </td></tr>
      )}
    </Fragment>
  )
}
