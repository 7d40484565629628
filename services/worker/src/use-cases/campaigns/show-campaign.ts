import type { Campaign } from '@abitly/database'
import type { Step } from '../step.ts'
import type { View } from '../view.ts'
import type { AdminVisit } from '../visit.ts'
import { campaignCard } from './campaign-card.ts'
import type { CardPlace } from './campaign-card.ts'
import { loadCardFacts } from './card-facts.ts'

/** The card of a campaign as it is now. */
export async function showCampaign(
  { repos, tr, now }: AdminVisit,
  { id }: Pick<Campaign, 'id'>,
  place: CardPlace,
): Promise<View> {
  const campaign = await repos.campaigns.find(id)
  if (campaign === null) throw new Error(`There is no campaign ${id} any more`)
  return campaignCard(tr, await loadCardFacts(repos, campaign, now), place)
}

/** Whether this message is the one that the progress job keeps up to date. */
export function isLiveCard(
  { student }: AdminVisit,
  { card }: Pick<Campaign, 'card'>,
  messageId: number | null,
): boolean {
  return card?.chatId === student.chatId && card.messageId === messageId
}

/**
 * The card in a message that is kept up to date from now on. The one before loses its buttons; where it is in
 * another admin's chat, it stays the live one and this one is refreshed by hand.
 */
export async function showLiveCard(
  visit: AdminVisit,
  campaign: Campaign,
): Promise<Pick<Step, 'view' | 'previousMessageId' | 'card'>> {
  const { card } = campaign
  if (card !== null && card.chatId !== visit.student.chatId) {
    return { view: await showCampaign(visit, campaign, 'opened'), previousMessageId: null }
  }
  const view = await showCampaign(visit, campaign, 'live')
  return { view, previousMessageId: card?.messageId ?? null, card: campaign.id }
}
