import type { Campaign, DeliveryRow, QuietHours } from '@abitly/database'
import { isQuiet } from '../use-cases/quiet-hours.ts'
import { contentCall } from './content-call.ts'
import type { ContentCall, ContentViews } from './content-call.ts'
import type { DeliveryDependencies, Sending } from './sending.ts'
import { deliveryContentOf } from './parse-content.ts'
import { contentFor } from './recipient-content.ts'

/** @returns the call of one delivery; null when it cannot be made: a mistake of ours, which is logged */
export function prepareDelivery(
  { chatId, language, position, content: own, quiet }: DeliveryRow,
  { campaign, content }: Sending,
  deps: Pick<DeliveryDependencies, keyof ContentViews | 'clock' | 'logger'>,
): ContentCall | null {
  const { clock, logger } = deps
  try {
    const silent = isSilent(campaign, quiet, clock.now())
    return contentCall(contentFor(content, deliveryContentOf(own)), { chatId, language, silent }, deps)
  } catch (error) {
    logger.error({ err: error, campaign: campaign.number, position }, 'a message cannot be made')
    return null
  }
}

/**
 * A reminder goes out early in the morning; one that comes late is no louder for that. Anything else obeys the quiet
 * hours of its reader.
 */
function isSilent({ kind }: Campaign, quiet: QuietHours, now: Date): boolean {
  return kind === 'reminder' || isQuiet(now, quiet)
}
