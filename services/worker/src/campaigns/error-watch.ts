/** Outcomes that are looked at. */
const WINDOW = 50
/** Fewer say nothing yet. */
const ENOUGH = 20
const TOO_MANY = 0.2

/** A campaign between two of its transitions: whoever resumes it begins a new run. */
export interface Run {
  id: string
  changedAt: Date | null
}

/** Watches how the sends of each campaign go in this process. */
export interface ErrorWatch {
  /** Notes one outcome. @returns true, once, when so many of the last ones failed that the campaign should stop */
  note(run: Run, failed: boolean): boolean
  /** The campaign has stopped, or is over. */
  forget(campaignId: string): void
}

export function createErrorWatch(): ErrorWatch {
  const runs = new Map<string, { since: number; last: boolean[] }>()
  return {
    note({ id, changedAt }, failed) {
      const since = changedAt?.getTime() ?? 0
      const known = runs.get(id)
      const before = known?.since === since ? known.last : []
      const last = [...before, failed].slice(-WINDOW)
      const errors = last.filter(Boolean).length
      const tooMany = failed && last.length >= ENOUGH && errors / last.length > TOO_MANY
      if (tooMany) runs.delete(id)
      else runs.set(id, { since, last })
      return tooMany
    },
    forget: (campaignId) => {
      runs.delete(campaignId)
    },
  }
}
