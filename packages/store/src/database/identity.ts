import { spawnSync } from 'node:child_process'
import { accessSync, constants, lchownSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { StoreProblem } from '../problem.ts'

/** As whom the server runs: it refuses uid 0. `wrap` puts a command in front, `uid` is given to spawn. */
export type Identity = { readonly kind: 'self' | 'nobody' | 'mapped'; readonly uid?: number; readonly gid?: number; wrap(command: string, args: readonly string[]): readonly [string, readonly string[]] }

const nobody = 65534
const plain = (command: string, args: readonly string[]): readonly [string, readonly string[]] => [command, args]
const mapped = (command: string, args: readonly string[]): readonly [string, readonly string[]] => ['unshare', ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', command, ...args]]

function own(folder: string, uid: number, gid: number): void {
  lchownSync(folder, uid, gid)
  if (!lstatSync(folder).isDirectory()) return
  for (const name of readdirSync(folder)) own(path.join(folder, name), uid, gid)
}

/**
 * An ordinary user runs the server itself (one without a name in a user name space, where the number appears as nobody's). For root it runs as `nobody`, to whom the folder is given; where `nobody` cannot reach the
 * folder or the binaries (a home with mode 700), it runs in a user name space in which root's own files appear as nobody's.
 */
export function identityFor(folder: string, bin: string): Identity {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (process.getuid?.() !== 0) {
    try { accessSync(folder, constants.W_OK) } catch {
      throw new StoreProblem({ code: 'database.folder', what: 'The data folder cannot be written', where: folder, why: 'it belongs to another user', whatToDo: 'Run as the user who started first, or set HENGJIAN_DATA to another folder' })
    }
    // initdb looks the user up; a container may run as a number without a name.
    try { userInfo(); return { kind: 'self', wrap: plain } } catch { return { kind: 'mapped', wrap: mapped } }
  }
  const owner = lstatSync(folder).uid
  if (owner !== nobody) own(folder, nobody, nobody)
  const reach = spawnSync('/bin/sh', ['-c', 'test -w "$0" && test -x "$1"', folder, path.join(bin, 'postgres')], { uid: nobody, gid: nobody, cwd: '/' })
  if (reach.status === 0) return { kind: 'nobody', uid: nobody, gid: nobody, wrap: plain }
  own(folder, 0, 0)
  const [command, args] = mapped(path.join(bin, 'postgres'), ['--version'])
  if (spawnSync(command, args, { cwd: '/' }).status !== 0) throw new StoreProblem({
    code: 'database.root', what: 'PostgreSQL does not run as root', where: folder, why: 'nobody (65534) cannot reach the folder and user name spaces are not allowed here',
    whatToDo: 'Run as an ordinary user, or move the clone and HENGJIAN_DATA out of a private home',
  })
  return { kind: 'mapped', wrap: mapped }
}
