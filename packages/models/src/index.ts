export type * from './contract/contract.ts'
export { DataProblem, problemData, type ProblemData, type Where } from './problem.ts'
