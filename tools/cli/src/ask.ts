import { createInterface } from 'node:readline/promises'

/** Asks the person at the terminal; Ctrl-D and Ctrl-C answer nothing. */
export async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const nothing = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
  try {
    return await Promise.race([terminal.question(question), nothing])
  } finally {
    terminal.close()
  }
}
