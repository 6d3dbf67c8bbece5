/** What a command writes to and reads from. `out` is stdout (one JSON document under --json), `err` is stderr. */
export type Io = { readonly out: (text: string) => void; readonly err: (text: string) => void; readonly env: NodeJS.ProcessEnv; readonly cwd: string }

/** One command of `hj`. `run` gets the words after the command's own and returns the exit status: 0 done, 1 refused or failed, 2 wrong usage. */
export type Command = {
  readonly words: readonly string[]
  readonly usage: string
  readonly what: string
  readonly run: (args: readonly string[], io: Io) => Promise<number>
}

/** Wrong usage: said on stderr with the usage line, exit status 2. */
export class UsageError extends Error {}

/** A refusal or failure with a problem document (RFC 9457 members), exit status 1. Never a stack trace. */
export class CommandProblem extends Error {
  readonly problem: { readonly type: string; readonly title: string; readonly status: number; readonly code: string; readonly detail: string } & Record<string, unknown>
  constructor(problem: CommandProblem['problem']) {
    super(problem.detail)
    this.problem = problem
  }
}
