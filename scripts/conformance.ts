// `npm run conformance [-- DIR…]`: replays every timeline (our own, the published guiding cases beside the repository, folders named) and says how far
// the law agrees, by track. Every disagreement must be told in core/replays/notes/disputed.yaml with its reason; one that is not fails the run.
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { replay, type Dispute, type ReplayFile } from '@hengjian/core'
import { lawbook } from '@hengjian/law'

const root = path.dirname(import.meta.dirname)
type Note = { readonly file: string; readonly rule: string; readonly right: 'ours' | 'theirs' | 'open'; readonly reason: { readonly zh: string; readonly en: string } }
type Count = { files: number; whole: number; expected: number; agreed: number; refusals: number; refused: number }

const notes = parse(readFileSync(path.join(root, 'packages/core/replays/notes/disputed.yaml'), 'utf8')) as readonly Note[]
const shared = path.join(root, '../shared/replays')
const folders = [path.join(root, 'packages/core/replays'), ...(existsSync(shared) ? [shared] : []), ...process.argv.slice(2).map((folder) => path.resolve(folder))]
if (!existsSync(shared)) process.stdout.write('The published guiding cases (../shared/replays) are not here: only our own timelines are replayed.\n')

const book = lawbook()
const tracks = new Map<string, Count>()
const rules = new Set<string>()
const told: string[] = []
const untold: string[] = []

const isRefusal = ({ want }: Dispute): boolean => want.startsWith('refuse ')
for (const folder of folders) {
  const own = folder === folders[0]
  for (const name of globSync('*.yaml', { cwd: folder }).toSorted()) {
    const file = parse(readFileSync(path.join(folder, name), 'utf8')) as ReplayFile
    const id = path.basename(name, '.yaml')
    const { agreement } = replay(file, book)
    const track = `${own ? 'own: ' : ''}${String(file['track'] ?? book.procedures.get(file.procedure)?.area ?? file.procedure)}`
    const count = tracks.get(track) ?? { files: 0, whole: 0, expected: 0, agreed: 0, refusals: 0, refused: 0 }
    tracks.set(track, count)
    const refusals = file.refuse?.length ?? 0
    const wrong = { refusals: agreement.disputed.filter(isRefusal).length, duties: new Set(agreement.disputed.filter((one) => !isRefusal(one)).map(({ rule, want }) => `${rule} ${want}`)).size }
    count.files += 1
    count.whole += agreement.disputed.length === 0 ? 1 : 0
    count.expected += agreement.expected - refusals
    count.agreed += agreement.agreed - (refusals - wrong.refusals)
    count.refusals += refusals
    count.refused += refusals - wrong.refusals
    for (const { rule } of [...(file.expect ?? []), ...(file.refuse ?? [])]) if (rule !== undefined) rules.add(rule)
    for (const dispute of agreement.disputed) {
      const note = notes.find((one) => one.file === id && one.rule === dispute.rule)
      const line = `${id}: ${dispute.rule}: wanted ${dispute.want}, got ${dispute.got}`
      if (note === undefined) untold.push(line)
      else told.push(`${line}\n    ${note.right === 'ours' ? 'we hold ours to be right' : note.right === 'theirs' ? 'the file is right, we are not there yet' : 'open'}: ${note.reason.en}`)
    }
  }
}

const row = (name: string, { files, whole, expected, agreed, refusals, refused }: Count): string => `${name.padEnd(34)} ${`${whole}/${files}`.padStart(8)} ${`${agreed}/${expected}`.padStart(12)} ${`${refused}/${refusals}`.padStart(12)}\n`
process.stdout.write(`${'track'.padEnd(34)} ${'files'.padStart(8)} ${'dates, status'.padStart(12)} ${'refusals'.padStart(11)}\n`)
const total: Count = { files: 0, whole: 0, expected: 0, agreed: 0, refusals: 0, refused: 0 }
for (const [track, count] of [...tracks].toSorted(([a], [b]) => (a.startsWith('own') === b.startsWith('own') ? a.localeCompare(b) : a.startsWith('own') ? 1 : -1))) {
  process.stdout.write(row(track, count))
  for (const key of Object.keys(total) as (keyof Count)[]) total[key] += count[key]
}
process.stdout.write(row('all', total))
process.stdout.write(`${rules.size} of ${book.rules.size} rules are exercised\n`)
if (told.length > 0) process.stdout.write(`\nDisputed, with a reason on record:\n${told.join('\n')}\n`)
if (untold.length > 0) process.stdout.write(`\nDisputed, without a reason on record (packages/core/replays/notes/disputed.yaml):\n${untold.join('\n')}\n`)
process.exit(untold.length === 0 ? 0 : 1)
