import type { Clock } from '@abitly/runtime'
import type { Io } from '../command.ts'

/** A line in a log this often, where there is no terminal to draw a bar on. */
const LOG_MS = 5_000
const BAR_MS = 100
const WIDTH = 24

export interface Progress {
  show(rows: number, share: number): void
  end(): void
}

/** How far a file is: a bar on a terminal, a line every few seconds elsewhere. */
export function createProgress(name: string, io: Io, clock: Clock): Progress {
  const { draw } = io
  const everyMs = draw === undefined ? LOG_MS : BAR_MS
  let shownAt = clock.now().getTime()
  return {
    show: (rows, share) => {
      const now = clock.now().getTime()
      if (now - shownAt < everyMs) return
      shownAt = now
      if (draw === undefined) io.out(`${name}: ${percent(share)}, ${rows} rows`)
      else draw(`${name} ${bar(share)} ${percent(share)}, ${rows} rows`)
    },
    end: () => draw?.(''),
  }
}

export function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * WIDTH)
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]`
}

function percent(share: number): string {
  return `${Math.floor(Math.min(1, share) * 100)} %`
}
