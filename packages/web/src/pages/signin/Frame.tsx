import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { healthQuery } from '../../api/session.ts'
import type { Session } from '../../api/wire.gen.ts'
import { Icon, Logo } from '../../parts/Icon.tsx'
import { setLook, useLook } from '../../shell/look.ts'
import { useText, useWords } from '../../words/words.ts'
import './signin.css'

const marks = Array.from({ length: 24 }, (_, i) => { const a = (i * 15 * Math.PI) / 180; const far = i % 6 === 0 ? 338 : 322; return `M${(380 + 310 * Math.cos(a)).toFixed(1)} ${(380 + 310 * Math.sin(a)).toFixed(1)}L${(380 + far * Math.cos(a)).toFixed(1)} ${(380 + far * Math.sin(a)).toFixed(1)}` }).join('')

/** Both pages of the door: what the product stands for at the left, the box at the right, the display switches above it. */
export const Frame = ({ session, demo, onHelp, children }: { readonly session: Session | null; readonly demo: boolean; readonly onHelp: () => void; readonly children: ReactNode }) => {
  const { signin: words, shell } = useWords()
  const text = useText()
  const look = useLook()
  useEffect(() => { document.title = shell.titled(words.title) }, [shell, words])
  return (
    <div className='door'>
      <aside className='l'>
        <svg className='dial' width='760' height='760' viewBox='0 0 760 760' fill='none' aria-hidden='true'><g stroke='#2b4a73'><circle cx='380' cy='380' r='150' /><circle cx='380' cy='380' r='230' /><circle cx='380' cy='380' r='310' /><path d='M0 380h760' strokeWidth='1.5' /></g><path d='M150 380a230 230 0 0 0 460 0z' fill='#1c3a60' opacity='.55' /><path d={marks} stroke='#2b4a73' /></svg>
        <div className='bn'><Logo size={44} /><div><b>{shell.brand}</b><small>{words.product}</small></div></div>
        <div className='mt'><p className='motto'>{words.motto[0]}<br />{words.motto[1]}</p><p>{words.body}</p></div>
        {session === null ? <Service /> : <Facts session={session} />}
      </aside>
      <main className='rt'>
        <div className='tp'>
          <button type='button' onClick={() => setLook({ theme: look.theme === 'dark' ? 'light' : 'dark' })} data-look='theme'><Icon name='sun' size={15} />{look.theme === 'dark' ? words.tools.light : words.tools.dark}</button>
          <button type='button' onClick={() => setLook({ size: look.size === 'large' ? 'normal' : 'large' })} data-look='size'><Icon name='plus' size={15} />{look.size === 'large' ? words.tools.normal : words.tools.large}</button>
          <button type='button' onClick={onHelp}><Icon name='help' size={15} />{words.tools.keys}</button>
          <button type='button' lang={look.language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLook({ language: look.language === 'zh' ? 'en' : 'zh' })} data-look='language'>{words.tools.language}</button>
        </div>
        <div className='w'>{children}</div>
        <div className='bt'><span>{session === null ? words.foot.local : text(session.zone)}</span>{demo && <span className='last'>{words.foot.demo}</span>}</div>
      </main>
    </div>
  )
}

const Service = () => {
  const { signin: words } = useWords()
  const health = useQuery(healthQuery()).data
  return <dl className='ft'>{health !== undefined && <><dt>{words.facts.server}</dt><dd>{words.facts.version(health.version)} · {health.status === 'ok' ? words.facts.up : words.facts.down}</dd></>}</dl>
}

const Facts = ({ session }: { readonly session: Session }) => {
  const { signin: words, shell, day, number } = useWords()
  const text = useText()
  const { rulebook, calendar, checkpoint } = session.versions
  return (
    <dl className='ft'>
      <dt>{words.facts.rulebook}</dt><dd>{rulebook}</dd><dt>{words.facts.calendar}</dt><dd>{calendar.lastYear} · {calendar.notice}</dd>
      <dt>{words.facts.checkpoint}</dt><dd>{checkpoint === null ? shell.status.none : `#${number(checkpoint.size)} · ${checkpoint.witnesses.length === 0 ? shell.status.unwitnessed(day.time(checkpoint.at)) : shell.status.witnessed(day.time(checkpoint.at), checkpoint.witnesses.map(text).join('、'))}`}</dd>
    </dl>
  )
}
