import { roleIn } from '@hengjian/core'
import { shippedParts, type Instant } from '@hengjian/law'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { directoryFrom } from './directory.ts'
import { reach, type Reached } from './database/reach.ts'
import { withClient, together } from './database/connect.ts'
import { filesFrom } from './files.ts'
import { lakeFrom } from './lake.ts'
import { bookHolder } from './law/book.ts'
import { lawsFrom } from './law/laws.ts'
import { officesFrom } from './law/offices.ts'
import { noteUndated, settleAll } from './law/settling.ts'
import { exportLog } from './log/export.ts'
import { logKey } from './log/head.ts'
import { consistencyOf, headNow, receiptOf } from './log/proofs.ts'
import { sealerFrom } from './log/sealer.ts'
import { verifyAll } from './log/verify-all.ts'
import { noteTold } from './read/moved.ts'
import { noteReading, read } from './read/read.ts'
import { rebuild, refreshDuties } from './rebuild.ts'
import { organsFrom, type Organs } from './record/parties.ts'
import { legalInstant } from './record/moment.ts'
import { openMatter, putOnRecord, type Writing } from './record/write.ts'
import type { Scope, Store, StoreOptions } from './types.ts'

const organsFor = 30_000

/** Brings up the database (embedded unless `databaseUrl`), migrates it as its owner and serves it with a login that owns nothing. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { mode } = options
  const say = options.say ?? (() => undefined)
  const dataDir = path.resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const reached: Reached = await reach({ dataDir, mode, say, ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }) })
  const { pool } = reached
  const key = logKey(dataDir)
  const base = { lawbook: options.lawbook, parts: options.parts ?? shippedParts() }
  const holder = bookHolder(pool, base, options.lenient ?? false, say)
  let kept: { readonly organs: Organs; readonly until: number } | null = null
  const directory = directoryFrom(pool, () => { kept = null })
  // Another process may add an organ; half a minute later it is known here.
  const organs = async (): Promise<Organs> => {
    if (kept === null || performance.now() > kept.until) kept = { organs: organsFrom(await directory.organs(), (procedure, role) => roleIn(holder.now().book, procedure, role)), until: performance.now() + organsFor }
    return kept.organs
  }
  const sealer = sealerFrom(pool, key, options.sealEvery ?? 250, say)
  const writing: Writing = {
    pool, law: () => holder.fresh(), organs, ownClock: mode === 'production', recorded: () => sealer.nudge(),
    reload: async (scope, id) => read(pool, await organs(), holder.now(), scope, (q) => q.matter(id)),
  }
  try {
    const law = await holder.read()
    await noteUndated(pool)
    await settleAll({ pool, organs: await organs(), law }, legalInstant(Date.now()))
  } catch (error) {
    await sealer.stop()
    await reached.close()
    throw error
  }
  sealer.nudge()
  let closed = false
  return {
    async close() {
      if (closed) return
      closed = true
      await sealer.stop()
      await reached.close()
    },
    healthy: () => withClient(pool, (client) => together([client.query('begin'), client.query('set local role hengjian_engine'), client.query('select 1 from head limit 1'), client.query('commit')])).then(() => true, () => false),
    read: async (scope, work) => { const [known, law] = await Promise.all([organs(), holder.fresh()]); return read(pool, known, law, scope, work) },
    openMatter: (scope, actor, input, meta) => openMatter(writing, sameOrgan(scope, actor.organ), actor, input, meta),
    putOnRecord: (scope, actor, id, attempt, files, meta) => putOnRecord(writing, sameOrgan(scope, actor.organ), actor, id, attempt, files, meta),
    noteTold: async (scope, ids, at) => noteTold(pool, await organs(), scope, ids, at),
    law: lawsFrom({ pool, base, holder, organs }), offices: officesFrom(pool, organs),
    noteReading: async (scope, matter, what, at) => noteReading(pool, await organs(), scope, matter, what, at),
    proofs: {
      receipt: async (scope, id) => receiptOf(pool, await organs(), scope, id),
      head: () => headNow(pool, key),
      consistency: (first, second) => consistencyOf(pool, first, second),
      seal: () => sealer.tick(),
      verifyAll: () => verifyAll(pool),
      exportTo: (file) => exportLog(pool, file),
    },
    rebuild: async ({ check, now }) => rebuild({ pool, organs: await organs(), law: await holder.fresh() }, check, now ?? (check ? null : legalInstant(Date.now()))),
    directory, files: filesFrom(pool, organs, dataDir), lake: lakeFrom(pool, organs),
    refreshDuties: async (now: Instant) => refreshDuties({ pool, organs: await organs(), law: await holder.fresh() }, now),
  }
}

/** Nobody acts for another organ than the one the credential names; a caller who mixes them up has a fault of its own. */
function sameOrgan(scope: Scope, organ: string): Scope {
  if (scope.organ !== organ) throw new RangeError(`the scope is that of ${scope.organ}, the actor that of ${organ}`)
  return scope
}
