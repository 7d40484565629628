import type { Tx } from '../client.ts'
import { RECEIVES, audienceCondition } from './audience-condition.ts'
import type { AudienceCount, AudienceFilter } from './audience-filter.ts'

/** Counts whom a filter meets, in one pass. */
export async function countAudience(tx: Tx, filter: AudienceFilter, now: Date): Promise<AudienceCount> {
  const [count] = await tx.$queryRaw<AudienceCount[]>`
    SELECT (count(*) FILTER (WHERE ${RECEIVES}))::integer AS recipients,
           (count(*) FILTER (WHERE t.unreachable_at IS NULL AND NOT (${RECEIVES})))::integer AS muted,
           (count(*) FILTER (WHERE t.unreachable_at IS NOT NULL))::integer AS unreachable
      FROM telegram_users t
     WHERE ${audienceCondition(filter, now)}`
  return count ?? { recipients: 0, muted: 0, unreachable: 0 }
}
