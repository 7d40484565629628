import type { Campaign } from '@abitly/database'
import { formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { CampaignAction } from '../admin/admin-press.ts'
import type { Button, Keyboard } from '../view.ts'
import type { CardFacts } from './card-facts.ts'
import { totalOf } from './tally-sums.ts'

/** A button of a campaign's card. */
export function campaignButton(
  { number }: Pick<Campaign, 'number'>,
  action: CampaignAction,
  text: string,
  style?: 'primary' | 'danger',
): Button {
  const press = { kind: 'admin', ask: { kind: 'campaign', number, action } } as const
  return { text, press, ...(style === undefined ? {} : { style }) }
}

/** The way to the list of campaigns. */
export function campaignsButton(tr: Translator, page = 0): Button {
  return { text: tr.text('button-campaigns'), press: { kind: 'admin', ask: { kind: 'campaigns', page } } }
}

/** What can be done about a campaign in its state. */
export function cardKeyboard(tr: Translator, facts: CardFacts): Keyboard {
  const { campaign } = facts
  const cancel = campaignButton(campaign, 'ask-cancel', tr.text('button-ask-cancel'), 'danger')
  switch (campaign.state) {
    case 'draft':
      return []
    case 'scheduled': {
      const count = formatCount(tr.language, facts.expected ?? campaign.size)
      const sendNow = campaignButton(campaign, 'send-now', tr.text('button-send-scheduled', { count }))
      const otherTime = campaignButton(campaign, 'reschedule', tr.text('button-other-time'))
      return [[sendNow], [otherTime, cancel]]
    }
    case 'planning':
      return [[cancel]]
    case 'running':
      return [[campaignButton(campaign, 'pause', tr.text('button-pause')), cancel]]
    case 'paused':
      return [[campaignButton(campaign, 'resume', tr.text('button-resume'), 'primary'), cancel]]
    case 'finished':
    case 'cancelled':
      return endedKeyboard(tr, facts)
  }
}

function endedKeyboard(tr: Translator, { campaign, tally }: CardFacts): Keyboard {
  const report = campaignButton(campaign, 'report', tr.text('button-report'))
  const canRetry = campaign.state === 'finished' && tally.unknown > 0
  const unknown = formatCount(tr.language, tally.unknown)
  const retry = campaignButton(campaign, 'retry-unknown', tr.text('button-retry-unknown', { unknown }))
  return [...(totalOf(tally) > 0 ? [[report]] : []), ...(canRetry ? [[retry]] : [])]
}
