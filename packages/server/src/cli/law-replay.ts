import type { Command } from './command.ts'

export const replayCommands: readonly Command[] = []
