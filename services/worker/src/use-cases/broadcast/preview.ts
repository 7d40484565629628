import type { Campaign } from '@abitly/database'
import { contentCall } from '../../campaigns/content-call.ts'
import type { ContentCall } from '../../campaigns/content-call.ts'
import type { MessageContent } from '../../campaigns/content.ts'
import { contentOf } from '../../campaigns/parse-content.ts'
import { audit } from '../admin/audit.ts'
import { isQuiet } from '../quiet-hours.ts'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { askBroadcast } from './broadcast-dialogue.ts'
import type { BroadcastDraft } from './broadcast-state.ts'

/** What an admin wrote, as the campaign keeps it. */
export function messageOf(campaign: Campaign): MessageContent {
  const content = contentOf(campaign)
  if (content.kind === 'open-days' || content.kind === 'reminders' || content.kind === 'digest')
    throw new Error(`Campaign ${campaign.number} was not written by an admin`)
  return content
}

/** Puts other buttons under the message. */
export async function keepButtons(
  visit: AdminVisit,
  campaign: Campaign,
  buttons: MessageContent['buttons'],
): Promise<void> {
  await visit.repos.campaigns.edit(campaign.id, { content: { ...messageOf(campaign), buttons } })
  await audit(visit, 'broadcast.buttons', { campaign: campaign.number, buttons: buttons.flat().length })
}

/** The message to the admin, made exactly as it is made for students. */
export function messageToSelf({ student, tr, now }: AdminVisit, campaign: Campaign): ContentCall {
  const { chatId } = student
  return contentCall(messageOf(campaign), { chatId, language: tr.language, silent: isQuiet(now) })
}

/** The message, and below it the question whether it looks right. */
export async function openPreview(
  visit: AdminVisit,
  draft: BroadcastDraft,
  previousMessageId: number | null,
): Promise<Step> {
  const campaign = await visit.repos.campaigns.find(draft.campaignId)
  if (campaign === null) throw new Error(`There is no campaign ${draft.campaignId} to show`)
  const step = await askBroadcast(visit, { step: 'preview', draft }, previousMessageId)
  return { ...step, above: messageToSelf(visit, campaign) }
}
