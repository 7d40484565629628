/** Something that was started: how it ends properly, and how at once. */
export interface Release {
  readonly name: string
  /** May return a promise; the next is ended when this is. */
  stop(): unknown
  kill?(): unknown
}

/** Everything a stack has started, given back in reverse order. */
export interface Releases {
  own(release: Release): void
  stopAll(): Promise<void>
  killAll(): Promise<void>
}

/** @param failed told what could not be ended properly; the rest is ended all the same */
export function createReleases(failed: (name: string, error: unknown) => void): Releases {
  const owned: Release[] = []
  return {
    own: (release) => void owned.push(release),
    stopAll: async () => {
      for (let next = owned.at(-1); next !== undefined; next = owned.at(-1)) {
        try {
          await next.stop()
        } catch (error) {
          failed(next.name, error)
        }
        owned.splice(owned.indexOf(next), 1)
      }
    },
    killAll: async () => {
      await Promise.allSettled([...owned].reverse().map(async (release) => release.kill?.()))
    },
  }
}
