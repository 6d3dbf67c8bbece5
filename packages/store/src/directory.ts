import type { Instant } from '@hengjian/law'
import type pg from 'pg'
import { together, withClient } from './database/connect.ts'
import type { AccountRow, Directory, OrganRow, PersonRow, PostRow, SessionRow, SignInAttempt } from './types.ts'

const sessionColumns = 's.token_hash as "tokenHash", s.account, s.person, s.post, s.csrf, s.created_at as "createdAt", s.seen_at as "seenAt", s.expires_at as "expiresAt"'
const accountColumns = 'a.id, a.person, a.name, a.password_hash as "passwordHash", a.totp_secret as "totpSecret", a.disabled, a.demo'
const postColumns = 'p.id, p.person, p.organ, p.office, p.title, p.department, p.clearance'

/** One statement under the role that sees persons and accounts and no case content. */
export function directoryFrom(pool: pg.Pool, onOrgans: () => void): Directory {
  const rows = <T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<readonly T[]> => withClient(pool, async (client) => {
    const all = await together([client.query('begin'), client.query('set local role hengjian_directory'), client.query<T>(text, [...values]), client.query('commit')])
    return (all[2] as pg.QueryResult<T>).rows
  })
  const run = async (text: string, values: readonly unknown[]): Promise<void> => { await rows(text, values) }
  const one = async <T extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<T | null> => (await rows<T>(text, values))[0] ?? null
  const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
  return {
    organs: () => rows<OrganRow>('select o.id, o.name, o.short, o.role, o.level, o.superior, o.division from organ o order by o.id'),
    async saveOrgan(organ) {
      await run(`insert into organ (id, name, short, role, level, superior, division) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (id) do update set name = excluded.name, short = excluded.short, role = excluded.role, level = excluded.level, superior = excluded.superior, division = excluded.division`,
      [organ.id, json(organ.name), json(organ.short), organ.role, organ.level, organ.superior, organ.division])
      onOrgans()
    },
    savePerson: (person) => run('insert into person (id, name) values ($1, $2) on conflict (id) do update set name = excluded.name', [person.id, person.name]),
    person: (id) => one<PersonRow>('select p.id, p.name from person p where p.id = $1', [id]),
    saveAccount: (account) => run(`insert into account (id, person, name, password_hash, totp_secret, disabled, demo) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (id) do update set person = excluded.person, name = excluded.name, password_hash = excluded.password_hash, totp_secret = excluded.totp_secret, disabled = excluded.disabled, demo = excluded.demo`,
    [account.id, account.person, account.name, account.passwordHash, account.totpSecret, account.disabled, json(account.demo)]),
    accountByName: (name) => one<AccountRow>(`select ${accountColumns} from account a where a.name = $1`, [name]),
    accounts: () => rows<AccountRow>(`select ${accountColumns} from account a order by a.name`),
    savePost: (post) => run(`insert into post (id, person, organ, office, title, department, clearance) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (id) do update set person = excluded.person, organ = excluded.organ, office = excluded.office, title = excluded.title, department = excluded.department, clearance = excluded.clearance`,
    [post.id, post.person, post.organ, post.office, json(post.title), json(post.department), post.clearance]),
    post: (id) => one<PostRow>(`select ${postColumns} from post p where p.id = $1`, [id]),
    postsOf: (person) => rows<PostRow>(`select ${postColumns} from post p where p.person = $1 order by p.id`, [person]),
    createSession: (session) => run('insert into session (token_hash, account, person, post, csrf, created_at, seen_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [session.tokenHash, session.account, session.person, session.post, session.csrf, session.createdAt, session.seenAt, session.expiresAt]),
    session: (tokenHash, now) => one<SessionRow>(`select ${sessionColumns} from session s join account a on a.id = s.account and not a.disabled where s.token_hash = $1 and s.expires_at > $2::timestamptz`, [tokenHash, now]),
    touchSession: (tokenHash, change) => run('update session set seen_at = $2, post = coalesce($3, post), expires_at = coalesce($4, expires_at) where token_hash = $1', [tokenHash, change.seenAt, change.post ?? null, change.expiresAt ?? null]),
    endSession: (tokenHash) => run('delete from session where token_hash = $1', [tokenHash]),
    endSessionsOf: (account) => run('delete from session where account = $1', [account]),
    noteAttempt: (attempt) => run('insert into sign_in_attempt (account, address, at, ok) values ($1, $2, $3, $4)', [attempt.account, attempt.address, attempt.at, attempt.ok]),
    attempts: ({ account, address, since }) => rows<SignInAttempt & { at: Instant }>(`select t.account, t.address, t.at, t.ok from sign_in_attempt t where t.at >= $1::timestamptz and ($2::text is null or t.account = $2) and ($3::text is null or t.address = $3) order by t.at desc limit 1000`, [since, account ?? null, address ?? null]),
    async useTotpStep(account, step) {
      const fresh = await rows('insert into totp_step (account, step) values ($1, $2) on conflict do nothing returning step', [account, step])
      return fresh.length > 0
    },
    lastTotpStep: async (account) => (await one<{ step: number | null }>('select max(u.step) as step from totp_step u where u.account = $1', [account]))?.step ?? 0,
    async setting(key) { return (await one<{ value: string }>('select s.value from setting s where s.key = $1', [key]))?.value ?? null },
    saveSetting: (key, value) => run('insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value', [key, value]),
  }
}
