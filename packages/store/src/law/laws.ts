// Rule sets and local practice as the store offers them: looked up, tried out, adopted, withdrawn.
import { layered, loadLawbook, practiceFault, withPractice, type Instant, type Lawbook, type Practice, type RuleSet } from '@hengjian/law'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { together, withClient } from '../database/connect.ts'
import { StoreProblem } from '../problem.ts'
import type { Organs } from '../record/parties.ts'
import type { Adopted, LawInForce, Laws, Move, MoveCause, Moves } from '../types.ts'
import { uuid } from '../read/sql.ts'
import { bookWith, setOf, type Base, type BookHolder } from './book.ts'
import { apply, foresee, type Change } from './change.ts'
import { settleAll } from './settling.ts'
import { trial } from './trial.ts'

type Holding = { readonly pool: pg.Pool; readonly base: Base; readonly holder: BookHolder; readonly organs: () => Promise<Organs> }

/** One transaction as the engine; `keep` false: nothing of it stays. */
async function inTransaction<T>(pool: pg.Pool, keep: boolean, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  return withClient(pool, async (client) => {
    await together([client.query('begin'), client.query('set local role hengjian_engine'), client.query(`set local statement_timeout = '10min'`)])
    try {
      const result = await work(client)
      await client.query(keep ? 'commit' : 'rollback')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  })
}

export function lawsFrom({ pool, base, holder, organs }: Holding): Laws {
  const others = (set: RuleSet): readonly RuleSet[] => holder.standing().map(setOf).filter(({ head }) => head.id !== set.head.id)
  const without = (adoption: string): readonly RuleSet[] => holder.standing().filter((one) => one.adoption !== adoption).map(setOf)
  const partsWithout = (set: RuleSet) => { const made = bookWith(base, others(set)); return made.ok ? made.parts : base.parts }
  const settled = async (law: LawInForce, now: Instant): Promise<number> => settleAll({ pool, organs: await organs(), law }, now)

  const tryOut = async (before: LawInForce, after: Lawbook, cause: MoveCause, now: Instant): Promise<readonly Move[]> => {
    const known = await organs()
    return inTransaction(pool, false, async (client) => {
      const change: Change = { before: before.book, after, owner: null, cause, now }
      const direct = await foresee(client, change)
      return [...direct, ...await trial(client, known, (owner) => withPractice(after, before.practices, owner), now, cause)]
    })
  }

  /** Writes a change with all that follows from it, then derives the matters that need their acts. */
  const change = async (before: Lawbook, after: (law: LawInForce) => Lawbook, cause: MoveCause, owner: string | null, now: Instant, write: (client: pg.ClientBase) => Promise<unknown>): Promise<Moves> => {
    const from = performance.now()
    const counted = await inTransaction(pool, true, async (client) => {
      await write(client)
      const law = await holder.read(client)
      const done = await apply(client, { before, after: after(law), owner, cause, now })
      const notes = (await client.query<{ n: number }>('select count(*)::int as n from recalculation')).rows[0]?.n ?? 0
      return { ...done, notes }
    }).catch(async (error: unknown) => { await holder.read(); throw error })
    const law = await holder.read()
    const slow = await settled(law, now)
    const total = await inTransaction(pool, false, async (client) => (await client.query<{ n: number }>('select count(*)::int as n from recalculation')).rows[0]?.n ?? 0)
    return { matters: counted.matters + slow, moves: counted.moves + total - counted.notes, millis: Math.round(performance.now() - from) }
  }

  const rowOf = (law: LawInForce, adoption: string) => {
    const row = law.sets.find((one) => one.adoption === adoption)
    if (row === undefined) throw new StoreProblem({ code: 'law.set', what: 'An adoption that was just written is not there', where: adoption, why: 'the list of adoptions does not hold it', whatToDo: 'Run hj record verify' })
    return row
  }

  return {
    now: () => holder.now(), fresh: () => holder.fresh(),
    files: async (adoption) => (uuid.test(adoption) ? inTransaction(pool, false, async (client) => (await client.query<{ files: Readonly<Record<string, string>> }>('select s.files from law_set s where s.id = $1', [adoption])).rows[0]?.files ?? null) : null),
    check: (set) => {
      const whole = layered(partsWithout(set), set)
      const loaded = loadLawbook(whole.parts)
      return loaded.ok ? { ok: true, lawbook: loaded.lawbook } : { ok: false, problems: loaded.problems, layered: whole }
    },
    previewSet: async (set, now) => {
      const before = await holder.fresh()
      const made = bookWith(base, [...others(set), set])
      return made.ok ? tryOut(before, made.lawbook, { kind: 'rule-set', set: set.head.id, title: set.head.title, version: set.head.version }, now) : null
    },
    previewWithdrawal: async (adoption, now) => {
      const before = await holder.fresh()
      const row = holder.standing().find((one) => one.adoption === adoption)
      const made = row === undefined ? null : bookWith(base, without(adoption))
      return made?.ok === true && row !== undefined ? tryOut(before, made.lawbook, { kind: 'withdrawal', set: row.id, title: row.title, version: row.version }, now) : null
    },
    adopt: async ({ set, files, sha256, holds, rules }, reason, { person, name, now }): Promise<Adopted> => {
      const before = await holder.fresh()
      const standing = holder.standing().find(({ id }) => id === set.head.id)
      if (standing?.sha256 === sha256) return { ok: false, code: 'already' }
      const made = bookWith(base, [...others(set), set])
      if (!made.ok) return { ok: false, code: 'faults', problems: made.problems }
      const adoption = randomUUID()
      const { id, title, version, basis, demonstration } = set.head
      const moves = await change(before.book, ({ book }) => book, { kind: 'rule-set', set: id, title, version }, null, now, async (client) => {
        // One change of the law at a time.
        await client.query(`select pg_advisory_xact_lock(hashtext('hengjian.law'))`)
        if (standing !== undefined) await client.query('insert into law_set_end (law_set, reason, person, person_name, at) values ($1, $2, $3, $4, $5)', [standing.adoption, reason, person, name, now])
        await client.query('insert into law_set (id, set_id, title, version, basis, demonstration, sha256, files, parts, holds, rules, reason, person, person_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)',
          [adoption, id, JSON.stringify(title), version, basis, demonstration, sha256, JSON.stringify(files), JSON.stringify(set.parts), JSON.stringify(holds), rules, reason, person, name, now])
      })
      return { ok: true, row: rowOf(holder.now(), adoption), moves }
    },
    withdraw: async (adoption, reason, { person, name, now }): Promise<Adopted> => {
      const before = await holder.fresh()
      const row = holder.standing().find((one) => one.adoption === adoption)
      if (row === undefined) return { ok: false, code: 'absent' }
      const made = bookWith(base, without(adoption))
      if (!made.ok) return { ok: false, code: 'faults', problems: made.problems }
      const moves = await change(before.book, ({ book }) => book, { kind: 'withdrawal', set: row.id, title: row.title, version: row.version }, null, now, async (client) => {
        await client.query(`select pg_advisory_xact_lock(hashtext('hengjian.law'))`)
        await client.query('insert into law_set_end (law_set, reason, person, person_name, at) values ($1, $2, $3, $4, $5)', [adoption, reason, person, name, now])
      })
      return { ok: true, row: rowOf(holder.now(), adoption), moves }
    },
    practise: async (organ, given, { person, name, now }) => {
      const before = await holder.fresh()
      const fault = practiceFault(given, before.book)
      if (fault !== null) throw new RangeError(`no local practice: ${fault}`)
      const id = randomUUID()
      const moves = await change(before.of(organ), (law) => law.of(organ), { kind: 'practice', set: id, ...(before.book.settings.get(given.setting)?.title === undefined ? {} : { title: before.book.settings.get(given.setting)?.title ?? { zh: '', en: '' } }) }, organ, now, (client) =>
        client.query('insert into practice (id, organ, setting, value, from_day, reason, person, person_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [id, organ, given.setting, given.value === null ? null : JSON.stringify(given.value), given.from, given.reason, person, name, now]))
      const practice = holder.now().practices.find((one: Practice) => one.id === id)
      if (practice === undefined) throw new RangeError('a practice that was just written is not there')
      return { practice, moves }
    },
  }
}
