// A process that keeps a store open and puts acts on record until it is killed; every acknowledged one is told on stdout.
import { lawbook } from '@hengjian/law'
import { openStore } from '../src/index.ts'
import { open, people } from './city.ts'

const [dataDir = ''] = process.argv.slice(2)
const store = await openStore({ dataDir, mode: 'demo', lawbook: lawbook(), sealEvery: 20 })
await people(store)
process.stdout.write('ready\n')
for (;;) {
  const { act } = await open(store)
  process.stdout.write(`${act.id}\n`)
}
