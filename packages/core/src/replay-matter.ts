import { day, instant, isDay } from '@hengjian/law'
import type { Act, Matter } from './act.ts'
import type { ReplayAct, ReplayFile } from './replay-file.ts'

/** Facts of a file are never in the future: its own days are all that is known. */
export const endOfTime = instant('2999-12-31T23:59+08:00')
const parts = ['act', 'key', 'instrument', 'what', 'result', 'of', 'demands', 'answers', 'findings', 'form'] as const

/** An act of the file as core knows it. What the file calls served or sent is taken as received on its day, unless it says otherwise; `custody` goes into the form. */
export function actOf(from: ReplayAct, n: number): Act {
  const to = from.to === undefined ? undefined : typeof from.to === 'string' ? [from.to] : from.to
  const known = Object.fromEntries(parts.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]))) as Partial<Act>
  const form = { ...(from.act === 'serve' ? { receivedOn: from.on } : {}), ...(from.custody === true ? { custody: true } : {}), ...known.form }
  return { ...known, n, act: from.act, on: day(from.on), by: from.by, ...(to === undefined ? {} : { to }), ...(from.at === undefined ? {} : { at: from.at }), form }
}

/** A whole file as a matter: the first `count` acts of the file that are legal moments. Numbers stay those of the file. */
export function matterOf(file: ReplayFile, count: number = file.acts.length): Matter {
  const acknowledged = new Set(file.acts.slice(0, count).flatMap((act) => (act.act === 'acknowledge' && typeof act.of === 'number' ? [act.of] : [])))
  const acts = file.acts.slice(0, count).flatMap((act, i) => {
    if (!isDay(act.on)) return []
    const made = actOf(act, i + 1)
    if (!acknowledged.has(i + 1) || act.assumed === 'receipt') return [made]
    const { receivedOn: _signedLater, ...form } = made.form ?? {}
    return [{ ...made, form }]
  })
  return { procedure: file.procedure, organs: file.organs, acts }
}
