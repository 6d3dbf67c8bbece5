export type * from './types.ts'
export { StoreProblem } from './problem.ts'
export { openStore } from './open.ts'
