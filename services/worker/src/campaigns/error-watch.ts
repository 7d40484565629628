/** Outcomes that are looked at. */
const WINDOW = 50
/** Fewer say nothing yet. */
const ENOUGH = 20
const TOO_MANY = 0.2

/** Watches how the sends of each campaign go in this process. */
export interface ErrorWatch {
  /** Notes one outcome. @returns true, once, when so many of the last ones failed that the campaign should stop */
  note(campaignId: string, failed: boolean): boolean
  /** Begins anew: the campaign has stopped, or is over. */
  forget(campaignId: string): void
}

export function createErrorWatch(): ErrorWatch {
  const outcomes = new Map<string, boolean[]>()
  return {
    note(campaignId, failed) {
      const last = [...(outcomes.get(campaignId) ?? []), failed].slice(-WINDOW)
      const errors = last.filter(Boolean).length
      const tooMany = failed && last.length >= ENOUGH && errors / last.length > TOO_MANY
      if (tooMany) outcomes.delete(campaignId)
      else outcomes.set(campaignId, last)
      return tooMany
    },
    forget: (campaignId) => {
      outcomes.delete(campaignId)
    },
  }
}
