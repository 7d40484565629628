import type { AudienceCount, AudienceFilter } from './audiences/audience-filter.ts'
import { countAudience } from './audiences/count-audience.ts'
import type { Tx } from './client.ts'

/** Audiences of broadcasts. */
export interface AudiencesRepository {
  /** `recipients`: what `deliveries.planAudience` would plan. */
  count(filter: AudienceFilter, now: Date): Promise<AudienceCount>
}

export function createAudiencesRepository(tx: Tx): AudiencesRepository {
  return { count: (filter, now) => countAudience(tx, filter, now) }
}
