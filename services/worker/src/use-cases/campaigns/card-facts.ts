import type { Campaign, DeliveryState, Repositories } from '@abitly/database'
import { loadAdminNames } from '../admin/admin-name.ts'
import type { AdminNames } from '../admin/admin-name.ts'
import { audienceOf } from '../../campaigns/parse-content.ts'
import { sendingRate } from './sending-rate.ts'
import { settledOf } from './tally-sums.ts'

/** Everything the card of a campaign shows. */
export interface CardFacts {
  campaign: Campaign
  tally: Readonly<Record<DeliveryState, number>>
  /** Of failed recipients, most frequent first. */
  errors: readonly { error: string; count: number }[]
  /** Recipients settled per second; null: nothing to tell it by. */
  ratePerSecond: number | null
  /** How many a scheduled one would reach if it began now; null for all others. */
  expected: number | null
  /** The emergency stop of all bulk sends, when it is on. */
  stop: { by: bigint; at: Date } | null
  /** Of the admins who made it what it is. */
  names: AdminNames
  now: Date
}

/** More lines than this tell nothing new. */
const TOP_ERRORS = 3

type FactSources = Pick<Repositories, 'audiences' | 'deliveries' | 'sendingSwitch' | 'students'>

/** Reads what the card of a campaign shows. */
export async function loadCardFacts(repos: FactSources, campaign: Campaign, now: Date): Promise<CardFacts> {
  const tally = shownTally(campaign, await repos.deliveries.tally(campaign.id))
  const errors = tally.failed === 0 ? [] : await repos.deliveries.errors(campaign.id, TOP_ERRORS)
  const ratePerSecond = sendingRate(campaign, settledOf(tally), now)
  const expected = campaign.state === 'scheduled' ? await expectedRecipients(repos, campaign, now) : null
  const stop = await repos.sendingSwitch.state()
  const names = await namesOf(repos, campaign, stop)
  return { campaign, tally, errors, ratePerSecond, expected, stop, names, now }
}

/** Nobody who waits for a cancelled campaign will get it, though their rows are settled a moment later. */
function shownTally(
  { state }: Campaign,
  tally: Record<DeliveryState, number>,
): Record<DeliveryState, number> {
  if (state !== 'cancelled') return tally
  return { ...tally, pending: 0, skipped: tally.skipped + tally.pending }
}

/** What the admins are called who have to do with a campaign, or with the emergency stop. */
export function namesOf(
  { students }: Pick<Repositories, 'students'>,
  { createdBy, changedBy, pause }: Campaign,
  stop: CardFacts['stop'] = null,
): Promise<AdminNames> {
  return loadAdminNames(students, [createdBy, changedBy, pause?.by, stop?.by])
}

/** How many a broadcast would reach if it began now; null for what has no audience to count. */
export async function expectedRecipients(
  { audiences }: Pick<Repositories, 'audiences'>,
  campaign: Campaign,
  now: Date,
): Promise<number | null> {
  if (campaign.kind !== 'broadcast') return null
  return (await audiences.count(audienceOf(campaign), now)).recipients
}
