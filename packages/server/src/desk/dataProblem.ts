// What is wrong with a file or a run, as the problem document that people read: what, where, why, what to do.
import { DataProblem } from '@hengjian/models'
import type { Who } from './desk.ts'
import type { Problem } from './shapes.ts'
import { say } from './say.ts'

export function dataProblem(error: unknown, { language }: Pick<Who, 'language'>): Problem {
  if (!(error instanceof DataProblem)) return { type: 'urn:hengjian:problem:check-failed', title: say('problems.check-failed.title')[language], status: 422, code: 'check-failed', detail: say('problems.check-failed.detail')[language] }
  const { where } = error
  return {
    type: `urn:hengjian:problem:${error.code}`, title: error.what[language], status: 422, code: error.code, detail: `${error.why[language]} ${error.whatToDo[language]}`.trim(),
    ...(where === null ? {} : { errors: [{ field: where.sheet ?? where.part ?? '', message: error.what[language], ...(where.line === undefined ? {} : { line: where.line }), ...(where.column === undefined ? {} : { column: String(where.column) }) }] }),
  }
}
