// `npm run lint`: oxlint with the house's settings. The walls between packages are tests in house/.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const done = spawnSync(path.join(root, 'node_modules/.bin/oxlint'), ['--deny-warnings', 'packages', 'scripts', 'house', 'journeys', 'bench'], { cwd: root, stdio: 'inherit' })
process.exit(done.status ?? 1)
