/** One command of `pnpm abitly`. */
export interface Command {
  name: string
  /** Arguments as the help shows them. */
  usage: string
  summary: string
  /** @returns the exit code */
  run(args: readonly string[], io: Io): Promise<number>
}

/** The world of a command: the environment it reads, the lines it prints, whom it may ask. */
export interface Io {
  env: Readonly<Record<string, string | undefined>>
  out: (line: string) => void
  err: (line: string) => void
  /** Asks the person at the terminal and waits for the line they type. Absent where nobody sits at one. */
  ask?: (question: string) => Promise<string>
  /** Replaces the last line of the terminal; an empty text takes it away. Absent where there is none. */
  draw?: (text: string) => void
}
