/** One command of `pnpm abitly`. */
export interface Command {
  name: string
  /** Arguments as the help shows them. */
  usage: string
  summary: string
  /** @returns the exit code */
  run(args: readonly string[], io: Io): Promise<number>
}

/** The world of a command: the environment it reads and the lines it prints. */
export interface Io {
  env: Readonly<Record<string, string | undefined>>
  out: (line: string) => void
  err: (line: string) => void
}
