import type { CheckInput, CheckResult, Progress } from '../checking/check.ts'
import type { ProblemData } from '../problem.ts'
import type { RunInput, RunResult } from '../run/run.ts'

/** What the working process can be asked for. Functions and signals stay with the asker. */
export type Task =
  | { readonly kind: 'check'; readonly input: Omit<CheckInput, 'onProgress' | 'signal'> }
  | { readonly kind: 'run'; readonly model: string; readonly input: Omit<RunInput, 'signal'> }

/** What it says back: progress any number of times, then one end. */
export type Said =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: CheckResult | RunResult }
  | { readonly kind: 'problem'; readonly problem: ProblemData }
