export type * from './act.ts'
export type * from './duty.ts'
export type * from './state.ts'
export type * from './replay-file.ts'
