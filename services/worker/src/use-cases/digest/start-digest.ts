import type { Campaign, Repositories } from '@abitly/database'
import { dateIn } from '@abitly/text'
import type { DigestContent } from '../../campaigns/content.ts'

/** A day's message must not come after the next day's. Nobody's quiet hours last as long. */
const EXPIRES_MS = 86_400_000

/** Which digest to begin. */
export interface DigestSlot {
  /** The moment it is due: 08:00 of the day. */
  slot: Date
  /** Whose calendar says which day that is, such as 'Europe/Kyiv'. */
  timeZone: string
  now: Date
}

/**
 * Begins the digest of a slot: a campaign that waits for its planning; none when no followed offer has changed since its
 * followers were told of it. Runs in the caller's transaction, who sees to it that a slot is taken once.
 */
export async function startDigest(
  { offerTold, campaigns }: Pick<Repositories, 'offerTold' | 'campaigns'>,
  { slot, timeZone, now }: DigestSlot,
): Promise<Campaign | null> {
  if (!(await offerTold.isAnybodyOutdated())) return null
  const content: DigestContent = { kind: 'digest', day: dateIn(timeZone, slot) }
  const expiresAt = new Date(now.getTime() + EXPIRES_MS)
  const draft = { kind: 'digest', content, audience: null, createdBy: null, expiresAt, now } as const
  const campaign = await campaigns.create(draft)
  await campaigns.start(campaign.id, { by: null, now })
  return campaign
}
