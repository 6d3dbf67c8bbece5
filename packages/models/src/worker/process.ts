// The working process: takes one task, says how far it is, answers, ends. It dies with whoever asked.
import { checkDelivery } from '../checking/check.ts'
import { DataProblem, problem, problemData } from '../problem.ts'
import { runModel } from '../run/run.ts'
import type { Said, Task } from './tasks.ts'

const tell = (said: Said): Promise<void> => new Promise((resolve) => { if (process.send === undefined) resolve(); else process.send(said, () => resolve()) })
process.on('disconnect', () => process.exit(1))

/** At most ten words of progress a second. */
let told = 0
const onProgress: NonNullable<Parameters<typeof checkDelivery>[0]['onProgress']> = (progress) => {
  const now = performance.now()
  if (now - told < 100 && progress.step !== 'write') return
  told = now
  void tell({ kind: 'progress', progress })
}

const answered = async (task: Task): Promise<Said> => {
  try {
    return { kind: 'done', result: task.kind === 'check' ? await checkDelivery({ ...task.input, onProgress }) : await runModel(task.model, task.input) }
  } catch (error) {
    return { kind: 'problem', problem: problemData(error instanceof DataProblem ? error : problem('unexpected', { reason: error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error) })) }
  }
}

process.once('message', (task: Task) => { void answered(task).then(tell).then(() => process.exit(0)) })
