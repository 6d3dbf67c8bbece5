import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { demoAccountsQuery, sessionQuery, signIn, signOut, switchPost } from '../../api/session.ts'
import type { DemoAccount, Post, Problem } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { LightOf, Mark } from '../../parts/Light.tsx'
import { ProblemBox } from '../../parts/states.tsx'
import { paths, safeNext as safe } from '../../paths.ts'
import { Help } from '../../shell/Help.tsx'
import { lookOf } from '../../shell/look.ts'
import { useText, useWords } from '../../words/words.ts'
import { Frame } from './Frame.tsx'

export const SignInPage = () => {
  const { signin: words, shell } = useWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const search = useSearch({ strict: false }) as { readonly next?: string; readonly ended?: boolean }
  const demo = useQuery(demoAccountsQuery())
  const [given, setGiven] = useState({ account: '', password: '', code: '' })
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [help, setHelp] = useState(false)
  const enter = async (with_: typeof given): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const done = await signIn(queries, { account: with_.account.trim(), password: with_.password, ...(with_.code.trim() === '' ? {} : { code: with_.code.trim() }) })
    setBusy(false)
    if (!done.ok) { setProblem(done.problem); return }
    await lookOf(done.value.person.id)
    if (done.value.posts.length > 1) void navigate({ to: paths.identity, search: search.next === undefined ? {} : { next: search.next } })
    else router.history.push(safe(search.next))
  }
  const submit = (event: FormEvent): void => { event.preventDefault(); void enter(given) }
  // Codes run out after half a minute: the list is asked for again when an account is chosen.
  const choose = async (account: DemoAccount): Promise<void> => {
    const fresh = (await demo.refetch()).data?.find((one) => one.account === account.account) ?? account
    const filled = { account: fresh.account, password: fresh.password, code: fresh.code ?? '' }
    setGiven(filled)
    await enter(filled)
  }
  const accounts = demo.data ?? []
  return (
    <Frame session={null} demo={accounts.length > 0} onHelp={() => setHelp(true)}>
      <section className={accounts.length > 0 ? 'bx wd' : 'bx'}>
        <div className='stp'><b className='on'><span className='nb'>1</span>{words.step1}</b><i /><b><span className='nb'>2</span>{words.step2}</b></div>
        <h1>{words.title}</h1>
        {search.ended === true && problem === null && <p className='nt'><Icon name='info' size={15} /><span>{shell.signedOut}</span></p>}
        {problem !== null && <ProblemBox problem={problem} />}
        <form onSubmit={submit}>
          <div className='fs'>
            <label className='f acc'>{words.account}<input className='inp' name='account' autoComplete='username' autoFocus required value={given.account} onChange={(event) => setGiven({ ...given, account: event.target.value })} /></label>
            <label className='f'>{words.password}<span className='inp with'><input name='password' type={shown ? 'text' : 'password'} autoComplete='current-password' required value={given.password} onChange={(event) => setGiven({ ...given, password: event.target.value })} /><button type='button' aria-pressed={shown} aria-label={words.show} title={words.show} onClick={() => setShown(!shown)}><Icon name='eye' size={16} /></button></span></label>
            <label className='f'>{words.code}<input className='inp' name='code' inputMode='numeric' autoComplete='one-time-code' pattern='\d{6}' maxLength={6} placeholder={words.codeHint} value={given.code} onChange={(event) => setGiven({ ...given, code: event.target.value.replaceAll(/\D/g, '') })} /></label>
          </div>
          <button className='btn p big' disabled={busy}>{busy ? words.going : words.go}</button>
        </form>
        <p className='nt'><Icon name='info' size={15} /><span>{words.note}</span></p>
        {accounts.length > 0 && <Demo accounts={accounts} busy={busy} onChoose={(account) => void choose(account)} />}
      </section>
      {help && <Help onClose={() => setHelp(false)} />}
    </Frame>
  )
}

const Demo = ({ accounts, busy, onChoose }: { readonly accounts: readonly DemoAccount[]; readonly busy: boolean; readonly onChoose: (account: DemoAccount) => void }) => {
  const { signin: words } = useWords()
  const text = useText()
  return (
    <div className='demos'>
      <h2>{words.demo.title}<span className='hint'>{words.demo.hint}</span></h2>
      <ul>{accounts.map((account) => <li key={account.account}><button type='button' disabled={busy} onClick={() => onChoose(account)} title={text(account.what)} aria-label={words.demo.fill(`${account.person} ${text(account.title)}`)} data-demo={account.account} data-office={account.office}><b className='ell'>{text(account.organ)}</b><span className='ell'>{text(account.title)} · {account.person}</span></button></li>)}</ul>
    </div>
  )
}

/** In which organ and office to work now. Reached after signing in and from the top bar. */
export const IdentityPage = () => {
  const { signin: words, shell } = useWords()
  const text = useText()
  const queries = useQueryClient()
  const router = useRouter()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { readonly next?: string }
  const session = useQuery(sessionQuery()).data
  const [chosen, setChosen] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [help, setHelp] = useState(false)
  if (session === undefined || session === null) return null
  const at = chosen ?? session.post.id
  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (at !== session.post.id) {
      setBusy(true)
      const done = await switchPost(queries, at)
      setBusy(false)
      if (!done.ok) { setProblem(done.problem); return }
      router.history.push(paths.home)
      return
    }
    router.history.push(safe(search.next))
  }
  return (
    <Frame session={session} demo={session.mode === 'demo'} onHelp={() => setHelp(true)}>
      <form className='bx wd' onSubmit={(event) => void enter(event)}>
        <div className='stp'><b className='ok'><Mark light='done' size={16} />{words.verified(session.person.name)}</b><i /><b className='on'><span className='nb'>2</span>{words.step2}</b></div>
        <h1>{words.choose}</h1>
        {problem !== null && <ProblemBox problem={{ ...problem, title: shell.identity.failed }} />}
        <div className='ids' role='radiogroup' aria-label={words.choose}>
          {session.posts.map((post) => <Identity key={post.id} post={post} on={post.id === at} current={post.id === session.post.id} onChoose={() => setChosen(post.id)} />)}
        </div>
        <p className='nt'><Icon name='info' size={15} /><span>{words.note2}</span></p>
        <button className='btn p big' disabled={busy} data-enter>{words.enter} {text(session.posts.find((post) => post.id === at)?.title ?? session.post.title)} <span className='kbd'>Enter</span></button>
        <div className='row sm' style={{ justifyContent: 'center', marginTop: 12 }}><button type='button' className='lnk' onClick={() => { void signOut(queries).then(() => navigate({ to: paths.signIn })) }}>{words.other}</button></div>
      </form>
      {help && <Help onClose={() => setHelp(false)} />}
    </Frame>
  )
}

const Identity = ({ post, on, current, onChoose }: { readonly post: Post; readonly on: boolean; readonly current: boolean; readonly onChoose: () => void }) => {
  const { signin: words } = useWords()
  const text = useText()
  const note = [post.department === null ? '' : text(post.department), current ? words.last : ''].filter((part) => part !== '').join(' · ')
  return (
    <label className={on ? 'id on' : 'id'} data-post={post.id}>
      <input type='radio' name='post' checked={on} onChange={onChoose} autoFocus={on} />
      <span className={note === '' ? 'a alone' : 'a'}>{text(post.organ.name)} · {text(post.title)}</span>
      {note !== '' && <span className='z'>{note}</span>}
      <span className='q'>
        {(post.counts?.overdue ?? 0) > 0 && <LightOf light='overdue'>{words.counts.overdue(post.counts?.overdue ?? 0)}</LightOf>}
        {(post.counts?.near ?? 0) > 0 && <LightOf light='near'>{words.counts.near(post.counts?.near ?? 0)}</LightOf>}
        {(post.counts?.toSign ?? 0) > 0 && <LightOf light='not-started'>{words.counts.sign(post.counts?.toSign ?? 0)}</LightOf>}
      </span>
    </label>
  )
}
