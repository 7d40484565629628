import type { Campaign } from '@abitly/database'
import { formatCount } from '@abitly/text'
import type { View } from '../view.ts'
import type { AdminVisit } from '../visit.ts'
import { expectedRecipients } from './card-facts.ts'
import { titleArguments } from './card-heading.ts'
import { campaignButton } from './card-keyboard.ts'
import { waitingOf } from './tally-sums.ts'

/** Asks once more, with the number that will not get the message. */
export async function cancelQuestion({ repos, tr, now }: AdminVisit, campaign: Campaign): Promise<View> {
  const untouched = campaign.state === 'scheduled' || campaign.state === 'planning'
  const expected = untouched ? await expectedRecipients(repos, campaign, now) : null
  const waiting = expected ?? waitingOf(await repos.deliveries.tally(campaign.id))
  const args = { ...titleArguments(campaign), waiting: formatCount(tr.language, waiting) }
  return {
    text: tr.text(untouched ? 'campaign-ask-cancel-scheduled' : 'campaign-ask-cancel', args),
    keyboard: [
      [campaignButton(campaign, 'keep', tr.text('button-keep-campaign'), 'primary')],
      [campaignButton(campaign, 'cancel', tr.text('button-cancel-campaign'), 'danger')],
    ],
  }
}
