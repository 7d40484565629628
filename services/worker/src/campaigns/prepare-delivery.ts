import type { Campaign, DeliveryRow, Language } from '@abitly/database'
import { isQuiet } from '../use-cases/quiet-hours.ts'
import { contentCall, contentFor } from './content-call.ts'
import type { ContentCall } from './content-call.ts'
import type { DeliveryDependencies, Sending } from './sending.ts'
import { deliveryContentOf } from './parse-content.ts'

/** The message of one delivery, made before its recipient's language is known: the claim tells it. */
export interface PreparedDelivery {
  /** In the language of nearly everybody. */
  likely: ContentCall
  /** Does a recipient of this language need another call? Only open days are told in people's own language. */
  differsIn: (language: Language) => boolean
  inLanguage: (language: Language) => ContentCall
}

const LIKELY: Language = 'uk'

/** @returns null when the message cannot be made: a mistake of ours, which is logged */
export function prepareDelivery(
  row: DeliveryRow,
  { campaign, content }: Sending,
  { openDayView, clock, logger }: Pick<DeliveryDependencies, 'openDayView' | 'clock' | 'logger'>,
): PreparedDelivery | null {
  try {
    const own = contentFor(content, deliveryContentOf(row.content))
    const silent = isSilent(campaign, clock.now())
    const inLanguage = (language: Language): ContentCall =>
      contentCall(own, { chatId: row.chatId, language, silent }, openDayView)
    const differsIn = (language: Language): boolean => own.kind === 'open-days' && language !== LIKELY
    return { likely: inLanguage(LIKELY), differsIn, inLanguage }
  } catch (error) {
    logger.error(
      { err: error, campaign: campaign.number, position: row.position },
      'a message cannot be made',
    )
    return null
  }
}

/** A reminder comes in the quiet hours; one that comes late is no louder for that. */
function isSilent({ kind }: Campaign, now: Date): boolean {
  return kind === 'reminder' || isQuiet(now)
}
