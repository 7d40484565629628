import { open, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

/** One thing that is wrong with a row. `column` is empty where the whole row is meant. */
export interface RowError {
  line: number
  column: string
  reason: string
}

/** A file of what is wrong. Nothing of it is a person's: lines, columns and reasons. */
export interface ErrorReport {
  add(errors: readonly RowError[]): Promise<void>
  close(): Promise<void>
}

/** The report of an earlier run goes; a new one is begun with its first error. */
export async function createErrorReport(path: string): Promise<ErrorReport> {
  await rm(path, { force: true })
  let file: FileHandle | null = null
  return {
    add: async (errors) => {
      if (errors.length === 0) return
      const isNew = file === null
      file ??= await open(path, 'w')
      const lines = errors.map(({ line, column, reason }) => `${line},${column},"${reason}"\n`)
      await file.appendFile((isNew ? 'line,column,reason\n' : '') + lines.join(''))
    },
    close: async () => {
      await file?.close()
    },
  }
}
