import { useId, useState } from 'react'
import type { Permission } from '../api/wire.gen.ts'
import { useText, useWords } from '../words/words.ts'
import { Icon } from './Icon.tsx'
import './record.css'

/**
 * Every act that the procedure knows for this identity: permitted ones with a button, refused ones locked with the reason.
 * A refused act is never hidden; opened, it tells the whole reason, the provision, what would unblock it and the earliest day.
 * The server gives the most useful act first; only that one is the view's primary button.
 */
export const PermittedActs = ({ permitted, onDo, primary = true }: { readonly permitted: readonly Permission[]; readonly onDo: (permission: Permission) => void; readonly primary?: boolean }) => {
  const { record } = useWords()
  const allowed = permitted.filter((permission) => permission.allowed)
  const locked = permitted.filter((permission) => !permission.allowed)
  if (permitted.length === 0) return <p className='blank'>{record.acts.none}</p>
  return (
    <ul className='pacts'>
      {allowed.map((permission, i) => <Allowed key={permission.key} permission={permission} primary={primary && i === 0} onDo={onDo} />)}
      {locked.map((permission) => <Locked key={permission.key} permission={permission} all={permitted} />)}
    </ul>
  )
}

const Allowed = ({ permission, primary, onDo }: { readonly permission: Permission; readonly primary: boolean; readonly onDo: (permission: Permission) => void }) => {
  const { record } = useWords()
  const text = useText()
  const level = permission.decidedBy === undefined ? null : text(permission.decidedBy.text)
  return (
    <li className='pact'>
      <span className='ico'><Icon name='check' size={15} /></span>
      <div className='ell'>
        {primary ? <b>{text(permission.title)}</b> : text(permission.title)}
        {level !== null && <small title={permission.decidedBy?.provision}>{level}</small>}
      </div>
      <button type='button' className={primary ? 'btn s p' : 'btn s'} onClick={() => onDo(permission)} aria-label={`${record.acts.do} ${text(permission.title)}`} data-act={permission.key}>{record.acts.do}</button>
    </li>
  )
}

const Locked = ({ permission, all }: { readonly permission: Permission; readonly all: readonly Permission[] }) => {
  const { record } = useWords()
  const text = useText()
  const [open, setOpen] = useState(false)
  const panel = useId()
  const refusal = permission.refusal
  const unblocks = all.find((other) => other.key === refusal?.unblockedBy)
  const because = refusal === undefined ? record.acts.locked : text(refusal.because)
  return (
    <li className='pact no' data-act={permission.key}>
      <button type='button' aria-expanded={open} aria-controls={panel} title={because} onClick={() => setOpen(!open)}>
        <span className='ico'><Icon name='lock' size={14} /></span>
        <span className='nw'>{text(permission.title)}</span>
        <small>{refusal === undefined ? record.acts.locked : text(refusal.short)}</small>
        <span className='sr'>{because}</span>
      </button>
      {open && (
        <div className='because' id={panel}>
          <p>{because}</p>
          <dl>
            {unblocks !== undefined && <><dt>{record.acts.needs}</dt><dd>{text(unblocks.title)}</dd></>}
            {refusal?.provision !== undefined && <><dt>{record.acts.provision}</dt><dd>{refusal.provision}</dd></>}
          </dl>
          {refusal?.earliest !== undefined && <p><b>{record.acts.earliest(refusal.earliest)}</b></p>}
        </div>
      )}
    </li>
  )
}
