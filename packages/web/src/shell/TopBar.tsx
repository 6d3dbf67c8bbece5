import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { DropdownMenu, Popover } from 'radix-ui'
import { calendarQuery } from '../api/calendar.ts'
import { signOut } from '../api/session.ts'
import type { Session } from '../api/wire.gen.ts'
import { Icon, Logo } from '../parts/Icon.tsx'
import { LightOf } from '../parts/Light.tsx'
import { paths } from '../paths.ts'
import { useText, useWords } from '../words/words.ts'
import { setLook, useLook, type Look } from './look.ts'
import { homeOf } from './navigation.ts'

export const TopBar = ({ session, onSearch, onHelp }: { readonly session: Session; readonly onSearch: () => void; readonly onHelp: () => void }) => {
  const { shell, day } = useWords()
  const text = useText()
  const today = useQuery(calendarQuery(session.today, session.today)).data?.days[0]
  const kind = today === undefined ? null : today.kind === 'working' ? shell.workday : today.kind === 'make-up' ? shell.makeUp : today.kind === 'holiday' ? shell.holiday(today.name ?? shell.restday) : today.kind === 'weekend' ? shell.restday : shell.unpublished
  return (
    <header className='top'>
      <Link className='brand' to={homeOf(session)}><Logo size={26} /><b>{shell.brand}</b></Link>
      <Link className='org' to={paths.identity} title={shell.identity.switch}><span className='ell'>{text(session.post.organ.name)}</span><small>{text(session.post.title)}</small><Icon name='swap' size={14} /></Link>
      <button type='button' className='search' onClick={onSearch} aria-keyshortcuts='Control+K'><Icon name='search' size={15} /><span className='sp ell'>{shell.search.hint}</span><span className='kbd'>Ctrl K</span></button>
      <div className='sp' />
      <span className='it date'><Icon name='cal' size={15} />{day.longWeekday(session.today)}{kind !== null && ` · ${kind}`}</span>
      <Bell session={session} />
      <button type='button' className='it ib' onClick={onHelp} aria-label={shell.help.label} title={`${shell.help.label} ?`}><Icon name='help' size={17} /></button>
      <Person session={session} />
    </header>
  )
}

const Bell = ({ session }: { readonly session: Session }) => {
  const { shell } = useWords()
  const counts = session.post.counts ?? { overdue: 0, near: 0, toSign: 0 }
  const all = counts.overdue + counts.near
  return (
    <Popover.Root>
      <Popover.Trigger className='it ib bad' aria-label={`${shell.bell.label}：${shell.bell.count(all)}`}><Icon name='bell' size={17} />{all > 0 && <i aria-hidden='true'>{all}</i>}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className='menu bellbox' align='end' sideOffset={10}>
          <b>{shell.bell.title}</b>
          {all === 0 ? <p className='mut'>{shell.bell.none}</p> : <>
            {counts.overdue > 0 && <p><LightOf light='overdue'>{shell.bell.overdue(counts.overdue)}</LightOf></p>}
            {counts.near > 0 && <p><LightOf light='near'>{shell.bell.near(counts.near)}</LightOf></p>}
          </>}
          <p><Link to={homeOf(session)}>{shell.bell.open}</Link></p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

const Person = ({ session }: { readonly session: Session }) => {
  const { shell } = useWords()
  const text = useText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const look = useLook()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className='it ib' title={shell.person.menu}><span className='ava' aria-hidden='true'>{session.person.name.slice(0, 1)}</span><span className='pname'>{session.person.name}</span></DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className='menu' align='end' sideOffset={8}>
          <div className='ml'>{text(session.post.organ.name)} · {text(session.post.title)}</div>
          <DropdownMenu.Item className='mi' onSelect={() => void navigate({ to: paths.identity })}><Icon name='swap' size={15} />{shell.identity.switch}</DropdownMenu.Item>
          <hr />
          <div className='ml'>{shell.person.look}</div>
          <Choice title={shell.person.theme} name='theme' now={look.theme} options={[['light', shell.person.light], ['dark', shell.person.dark]]} />
          <Choice title={shell.person.size} name='size' now={look.size} options={[['normal', shell.person.normal], ['large', shell.person.large]]} />
          <Choice title={shell.person.density} name='density' now={look.density} options={[['standard', shell.person.standard], ['compact', shell.person.compact]]} />
          <Choice title={shell.person.language} name='language' now={look.language} options={[['zh', shell.person.zh], ['en', shell.person.en]]} />
          <Choice title={shell.person.keys} name='keys' now={String(look.keys)} options={[['true', shell.person.on], ['false', shell.person.off]]} />
          <hr />
          <DropdownMenu.Item className='mi' onSelect={() => void navigate({ to: paths.states })}><Icon name='eye' size={15} />{shell.person.states}</DropdownMenu.Item>
          <DropdownMenu.Item className='mi' onSelect={() => { void signOut(queries).then(() => navigate({ to: paths.signIn })) }} data-sign-out><Icon name='back' size={15} />{shell.person.out}</DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** One of two; the menu stays open so that the effect is seen. */
const Choice = ({ title, name, now, options }: { readonly title: string; readonly name: keyof Look; readonly now: string; readonly options: readonly (readonly [string, string])[] }) => (
  <DropdownMenu.RadioGroup className='two-of' aria-label={title} value={now} onValueChange={(value) => setLook({ [name]: name === 'keys' ? value === 'true' : value } as Partial<Look>)}>
    <span>{title}</span>
    <span className='seg low'>{options.map(([value, label]) => <DropdownMenu.RadioItem key={value} value={value} className={value === now ? 'mo on' : 'mo'} onSelect={(event) => event.preventDefault()} data-look={`${name}-${value}`}>{label}</DropdownMenu.RadioItem>)}</span>
  </DropdownMenu.RadioGroup>
)
