// Writes every generated file of the repository. A house test checks that they are fresh.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import * as law from './gen-law.ts'
import * as tests from './gen-law-tests.ts'
import * as wire from './gen-wire.ts'

mkdirSync(path.dirname(wire.target), { recursive: true })
wire.write()
law.write()
tests.write()
