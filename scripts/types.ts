// `npm run types`: TypeScript over the server side and over the web.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const tsc = path.join(root, 'node_modules/.bin/tsc')
const statuses = ['tsconfig.json', 'packages/web/tsconfig.json'].map((project) => spawnSync(tsc, ['-p', project, '--noEmit'], { cwd: root, stdio: 'inherit' }).status)
process.exit(statuses.every((status) => status === 0) ? 0 : 1)
