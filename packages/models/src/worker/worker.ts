import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, constants, setPriority } from 'node:os'
import path from 'node:path'
import type { CheckInput, CheckResult, Progress } from '../checking/check.ts'
import { fromData, problem } from '../problem.ts'
import type { RunInput, RunResult } from '../run/run.ts'
import type { Said, Task } from './tasks.ts'

export type WorkerOptions = { /** Megabytes of JavaScript memory; DuckDB has its own limit. Default 1024. */ readonly memory?: number }

// Two cores: one working process at a time leaves one to the record. More cores, more of them.
const atOnce = Math.max(1, availableParallelism() - 1)
let running = 0
const waiting: (() => void)[] = []
async function turn(signal: AbortSignal | undefined): Promise<void> {
  if (running >= atOnce) await new Promise<void>((resolve, reject) => {
    waiting.push(resolve)
    signal?.addEventListener('abort', () => { const at = waiting.indexOf(resolve); if (at >= 0) { waiting.splice(at, 1); reject(problem('cancelled')) } }, { once: true })
  })
  else running++
}
/** The turn goes to the next in line, or back. */
const pass = (): void => { const next = waiting.shift(); if (next === undefined) running--; else next() }

async function ask(task: Task, options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void; readonly memory: number }): Promise<CheckResult | RunResult> {
  const { signal } = options
  if (signal?.aborted === true) throw problem('cancelled')
  await turn(signal)
  mkdirSync(task.input.workDir, { recursive: true })
  const workDir = mkdtempSync(path.join(task.input.workDir, 'worker-'))
  try {
    return await new Promise<CheckResult | RunResult>((resolve, reject) => {
      // No secret of ours goes to a process that reads strangers' files: only what it needs to find programs, zone and what Node has compiled before.
      const child = fork(path.join(import.meta.dirname, 'process.ts'), [], { execArgv: [`--max-old-space-size=${options.memory}`, '--max-semi-space-size=32'], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { PATH: process.env['PATH'], TZ: 'Asia/Shanghai', NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] } })
      let ended: (() => void) | null = null
      const stop = (): void => { ended = () => reject(problem('cancelled')); child.kill('SIGKILL') }
      signal?.addEventListener('abort', stop, { once: true })
      child.once('spawn', () => { if (child.pid !== undefined) try { setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL) } catch { /* a host that forbids it: then it works at equal rank */ } })
      child.on('message', (said: Said) => {
        switch (said.kind) {
          case 'progress': options.onProgress?.(said.progress); break
          case 'done': ended ??= () => resolve(said.result); break
          case 'problem': ended ??= () => reject(fromData(said.problem)); break
        }
      })
      child.once('error', (error) => { ended ??= () => reject(problem('worker-ended', { reason: error.message })) })
      // The answer counts when the process is gone: its files are closed then.
      child.once('close', (code, killed) => {
        signal?.removeEventListener('abort', stop)
        ;(ended ?? (() => reject(problem('worker-ended', { reason: killed ?? `status ${code ?? '?'}` }))))()
      })
      child.send({ ...task, input: { ...task.input, workDir } } as Task)
    })
  } finally {
    rmSync(workDir, { recursive: true, force: true })
    pass()
  }
}

/** `checkDelivery` in a process of its own: killable, with a cap on memory, at lower rank than the record. Throws DataProblem, also when it dies. */
export async function checkInWorker(input: CheckInput, options: WorkerOptions = {}): Promise<CheckResult> {
  const { signal, onProgress, ...rest } = input
  return await ask({ kind: 'check', input: rest }, { memory: options.memory ?? 1024, ...(signal === undefined ? {} : { signal }), ...(onProgress === undefined ? {} : { onProgress }) }) as CheckResult
}

/** `runModel` in a process of its own. Throws DataProblem, also when it dies. */
export async function runInWorker(model: string, input: RunInput, options: WorkerOptions = {}): Promise<RunResult> {
  const { signal, ...rest } = input
  return await ask({ kind: 'run', model, input: rest }, { memory: options.memory ?? 1024, ...(signal === undefined ? {} : { signal }) }) as RunResult
}
