/**
 * Runs what it is given in the order it was given, at most so many at once.
 * @param places how many may run at once
 */
export function createLine(places: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = places
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1
    else await new Promise<void>((admit) => waiting.push(admit))
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return async (run) => {
    await enter()
    try {
      return await run()
    } finally {
      leave()
    }
  }
}
