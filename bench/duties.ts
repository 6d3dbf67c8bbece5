// Duties and permitted acts of a matter of forty acts, from the acts anew, against the floor: one pass over the same acts that only compares days.
// Every round asks for a fresh matter object, so that nothing is taken from what was worked out before.
import { day, lawbook } from '../packages/law/src/index.ts'
import { duties, permitted, type Act, type Matter } from '../packages/core/src/index.ts'
import { emptyMatter, late, seats, toReceipt, walk, type Step } from '../packages/core/src/walking.ts'

const [rounds, times] = [3, 2000]
const law = lawbook()
const answered: readonly Step[] = [['forestry', 'reply', '2026-10-10', { of: 3 }], ['prosecutor', 'verify', '2026-10-12', { of: 3 }]]
const start = walk(emptyMatter('forward-linkage'), law, [...toReceipt(), ...answered])
const more: readonly Step[] = Array.from({ length: 40 - start.acts.length }, (_, i): Step => ['prosecutor', i % 2 === 0 ? 'inquire' : 'request-files', '2026-11-02'])
const matter = walk(start, law, more)
const now = day('2026-11-20')

const fresh = (): Matter => ({ ...matter, acts: [...matter.acts] })
const sorted = (all: readonly number[]): readonly number[] => all.toSorted((a, b) => a - b)
function timed(work: (matter: Matter) => unknown): readonly number[] {
  const matters = Array.from({ length: times }, fresh)
  return sorted(matters.map((one) => { const at = performance.now(); work(one); return performance.now() - at }))
}
const show = (name: string, all: readonly number[]): void => console.log(`${name.padEnd(40)} p50 ${((all[all.length >> 1] ?? 0) * 1000).toFixed(0).padStart(6)} µs   p99 ${((all[Math.floor(all.length * 0.99)] ?? 0) * 1000).toFixed(0).padStart(6)} µs`)
const floor = ({ acts }: Matter): number => acts.toSorted((a: Act, b: Act) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.n - b.n)).reduce((open, act) => open + (act.on <= now ? 1 : 0), 0)

console.log(`${matter.acts.length} acts, ${duties(matter, law, now).length} duties, ${permitted(matter, law, seats.prosecutor, late).length} permissions`)
timed((one) => [duties(one, law, now), permitted(one, law, seats.prosecutor, late)])
for (let round = 0; round < rounds; round++) {
  const both = timed((one) => [duties(one, law, now), permitted(one, law, seats.prosecutor, now)])
  const alone = timed((one) => duties(one, law, now))
  const least = timed(floor)
  show('duties + permitted, from the acts anew', both)
  show('duties alone', alone)
  show('floor: sort and compare days', least)
  console.log(`  against the floor ${((both[both.length >> 1] ?? 0) / (least[least.length >> 1] ?? 1)).toFixed(0)}×   goal: duties + permitted ≤ 1000 µs`)
}
const warm = fresh()
show('again on the same matter object', sorted(Array.from({ length: times }, () => { const at = performance.now(); duties(warm, law, now); permitted(warm, law, seats.prosecutor, now); return performance.now() - at })))
