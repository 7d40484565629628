import type { Dialogue } from '@abitly/database'
import { BROADCAST_DIALOGUE, savedBroadcastState } from '../broadcast/broadcast-state.ts'
import { OPEN_DAY_UPDATE_DIALOGUE, openDayUpdateState } from '../open-day-update/open-day-update-state.ts'
import type { AdminVisit } from '../visit.ts'
import { audit } from './audit.ts'

/**
 * Ends whatever the chat is in the middle of, to begin something else; a draft that was being prepared is given up.
 * @returns the message that carries the keyboard of what has ended
 */
export async function leaveDialogue(visit: AdminVisit): Promise<number | null> {
  const { repos, student, now } = visit
  const dialogue = await repos.dialogues.find(student.chatId)
  if (dialogue === null) return null
  const campaignId = draftOf(dialogue)
  const campaign = campaignId === null ? null : await repos.campaigns.find(campaignId)
  if (campaign?.state === 'draft') {
    await repos.campaigns.cancel(campaign.id, { by: student.userId, now })
    await audit(visit, 'campaign.discard', { campaign: campaign.number })
  }
  await repos.dialogues.remove(student.chatId)
  return dialogue.messageId
}

function draftOf({ name, state }: Dialogue): string | null {
  switch (name) {
    case BROADCAST_DIALOGUE:
      return savedBroadcastState.safeParse(state).data?.step.draft?.campaignId ?? null
    case OPEN_DAY_UPDATE_DIALOGUE:
      return openDayUpdateState.safeParse(state).data?.campaignId ?? null
    default:
      return null
  }
}
