import { stampText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { adminName } from '../admin/admin-name.ts'
import type { Button, View } from '../view.ts'
import type { CardFacts } from './card-facts.ts'
import { cardHeading } from './card-heading.ts'
import { campaignButton, campaignsButton, cardKeyboard } from './card-keyboard.ts'
import { cardLines } from './card-lines.ts'

/** 'live': the message that the progress job keeps up to date; 'opened': one in which a campaign is looked up. */
export type CardPlace = 'live' | 'opened'

/** A campaign as an admin sees it: how far it is, and what can be done about it. */
export function campaignCard(tr: Translator, facts: CardFacts, place: CardPlace = 'live'): View {
  const created = place === 'opened' ? [createdLine(tr, facts)] : []
  return {
    text: [cardHeading(tr, facts), ...cardLines(tr, facts), ...created].join('\n\n'),
    keyboard: [...cardKeyboard(tr, facts), ...wayOn(tr, facts, place)],
  }
}

/** A live card is redrawn every few seconds while its campaign goes on: nothing else can stand in its place. */
function wayOn(tr: Translator, { campaign }: CardFacts, place: CardPlace): Button[][] {
  if (place === 'opened') {
    return [[campaignButton(campaign, 'refresh', tr.text('button-refresh')), campaignsButton(tr)]]
  }
  const isDriven = campaign.finishedAt === null && campaign.state !== 'scheduled'
  return isDriven ? [] : [[campaignsButton(tr)]]
}

function createdLine(tr: Translator, { campaign, names, now }: CardFacts): string {
  const time = stampText(tr, campaign.createdAt, now)
  return tr.text('campaign-created', { who: adminName(tr, names, campaign.createdBy), time })
}
