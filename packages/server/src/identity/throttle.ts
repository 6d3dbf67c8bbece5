// How long somebody has to wait before another attempt to sign in. Failures are counted for an account from one address, so that a
// stranger's guesses never lock the owner out elsewhere; for an account from all unknown places together, which slows guessing from many
// addresses; and for an address over all accounts. Whoever comes from a device that has signed in to the account before is counted apart.
import type { SignInAttempt } from '@hengjian/store'

/** Attempts older than this are forgotten, so nobody ever waits longer. */
export const remembered = 15 * 60_000
const limits = { accountAndAddress: 5, account: 60, address: 120 } as const

/** Seconds from the last of `failures` until the next attempt is heard: nothing up to `free`, then doubling from two seconds to five minutes. */
const delayAfter = (failures: number, free: number): number => (failures < free ? 0 : Math.min(300, 2 ** Math.min(10, failures - free + 1)))

export type Seen = { readonly account: readonly SignInAttempt[]; readonly address: readonly SignInAttempt[] }

/** Seconds to wait before an attempt on `account` from `address` at `now` (milliseconds); 0: it may be tried. Attempts are newest first. */
export function secondsToWait(seen: Seen, account: string, address: string, knownDevice: boolean, now: number): number {
  const fresh = (list: readonly SignInAttempt[]): readonly SignInAttempt[] => list.filter(({ at }) => now - Date.parse(at) < remembered)
  // A success ends the row of failures of that address.
  const row = (list: readonly SignInAttempt[]): readonly SignInAttempt[] => { const end = list.findIndex(({ ok }) => ok); return end === -1 ? list : list.slice(0, end) }
  const here = row(fresh(seen.account).filter((one) => one.address === address))
  const counted: readonly (readonly [readonly SignInAttempt[], number])[] = [
    [here, limits.accountAndAddress],
    ...(knownDevice ? [] : [[fresh(seen.account).filter(({ ok }) => !ok), limits.account], [fresh(seen.address).filter((one) => !one.ok && one.account !== account), limits.address]] as const),
  ]
  return Math.max(...counted.map(([failures, free]) => {
    const last = failures[0]
    return last === undefined ? 0 : Math.ceil(delayAfter(failures.length, free) - (now - Date.parse(last.at)) / 1000)
  }), 0)
}
