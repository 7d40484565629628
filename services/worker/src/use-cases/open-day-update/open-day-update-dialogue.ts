import type { Campaign } from '@abitly/database'
import { kyivDate } from '@abitly/text'
import type { OpenDayEvent } from '../../campaigns/open-day-event.ts'
import { contentOf } from '../../campaigns/parse-content.ts'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { countOpenDayRecipients } from './count-recipients.ts'
import { openDayUpdatePrompt } from './open-day-update-prompt.ts'
import { OPEN_DAY_UPDATE_DIALOGUE, openDayUpdateState } from './open-day-update-state.ts'
import type { OpenDayUpdateState } from './open-day-update-state.ts'

/** The dialogue of a chat, as far as it is ours, readable, and about edits of today that nobody was told of. */
export interface LiveOpenDayUpdate {
  state: OpenDayUpdateState
  campaign: Campaign
  events: readonly OpenDayEvent[]
  revision: number
  messageId: number | null
}

/** The live dialogue; null when there is none. */
export async function findOpenDayUpdate({
  repos,
  student,
  now,
}: AdminVisit): Promise<LiveOpenDayUpdate | null> {
  const dialogue = await repos.dialogues.find(student.chatId)
  if (dialogue?.name !== OPEN_DAY_UPDATE_DIALOGUE) return null
  const state = openDayUpdateState.safeParse(dialogue.state).data
  const campaign = state === undefined ? null : await repos.campaigns.find(state.campaignId)
  if (state === undefined || campaign?.state !== 'draft') return null
  if (kyivDate(campaign.createdAt) !== kyivDate(now)) return null
  const { revision, messageId } = dialogue
  return { state, campaign, events: eventsOf(campaign), revision, messageId }
}

/** Moves the dialogue to a step and asks its question, with the count of this moment. */
export async function askOpenDayUpdate(
  visit: AdminVisit,
  campaign: Campaign,
  step: OpenDayUpdateState['step'],
  previousMessageId: number | null,
): Promise<Step> {
  const { repos, student, now } = visit
  const count = await countOpenDayRecipients(repos.openDays, eventsOf(campaign))
  const { id, number } = campaign
  const state: OpenDayUpdateState = { step, campaignId: id, number, recipients: count.recipients }
  const revision = await repos.dialogues.save(student.chatId, { name: OPEN_DAY_UPDATE_DIALOGUE, state, now })
  const view = openDayUpdatePrompt(visit, { state, count, events: eventsOf(campaign) }, revision)
  return { view, revision, previousMessageId }
}

/** The open days a campaign tells of. */
export function eventsOf(campaign: Campaign): readonly OpenDayEvent[] {
  const content = contentOf(campaign)
  if (content.kind !== 'open-days') throw new Error(`Campaign ${campaign.number} tells of no open days`)
  return content.events
}
