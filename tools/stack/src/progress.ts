/** What the user watches: one line per step. */
export interface Progress {
  /** Runs a step; its line ends with how long it took. */
  readonly step: <T>(label: string, work: () => Promise<T>) => Promise<T>
  /** A line of its own, also in the middle of a step. */
  readonly note: (message: string) => void
}

/** @param write where it goes, usually standard output */
export function createProgress(write: (text: string) => void): Progress {
  const line = { open: false }
  const begin = (label: string): void => {
    write(`  ${label} ... `)
    line.open = true
  }
  const end = (text: string): void => {
    if (line.open) write(text)
    line.open = false
  }
  return {
    step: async (label, work) => {
      const since = performance.now()
      begin(label)
      try {
        const result = await work()
        if (!line.open) begin(label)
        end(`${((performance.now() - since) / 1000).toFixed(1)} s\n`)
        return result
      } catch (error) {
        end('failed\n')
        throw error
      }
    },
    note: (message) => {
      end('\n')
      write(`  ${message}\n`)
    },
  }
}
