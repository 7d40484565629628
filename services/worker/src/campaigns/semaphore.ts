/** Gives a place back. Harmless when called again. */
export type Release = () => void

/** A number of places that are given out in the order they were asked for. */
export interface Semaphore {
  /** Waits for a place; null when `signal` aborts first. */
  take(signal: AbortSignal): Promise<Release | null>
}

/** @param places how many may be taken at once */
export function createSemaphore(places: number): Semaphore {
  let free = places
  const waiting: (() => void)[] = []
  const giveBack = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  const place = (): Release => {
    let held = true
    return () => {
      if (held) giveBack()
      held = false
    }
  }
  return {
    take(signal) {
      if (signal.aborted) return Promise.resolve(null)
      if (free > 0) {
        free -= 1
        return Promise.resolve(place())
      }
      return new Promise((resolve) => {
        const called = (): void => {
          signal.removeEventListener('abort', leave)
          resolve(place())
        }
        const leave = (): void => {
          waiting.splice(waiting.indexOf(called), 1)
          resolve(null)
        }
        waiting.push(called)
        signal.addEventListener('abort', leave, { once: true })
      })
    },
  }
}
