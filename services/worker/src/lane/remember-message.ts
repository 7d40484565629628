import type { Database } from '@abitly/database'
import type { Clock } from '@abitly/runtime'
import type { CallReply } from '../bot/reply.ts'

/**
 * Notes the message that a reply has made, for whoever wants to change it later: a dialogue, so that an answered
 * question can lose its buttons; a campaign, so that its progress is shown there; a picture, so that the next one of
 * its subject takes its place.
 * @param result what Telegram answered
 */
export async function rememberMessage(
  result: unknown,
  { payload, remember, card, picture }: CallReply,
  { database, clock }: { database: Database; clock: Clock },
): Promise<void> {
  const chat = payload['chat_id']
  if (typeof chat !== 'number' && typeof chat !== 'string') return
  const messageId = messageIdOf(result) ?? messageIdOf(payload)
  if (messageId === null) return
  const { dialogues, pictures } = database.repositories
  if (remember !== undefined) {
    await dialogues.rememberMessage(BigInt(chat), remember.dialogueRevision, messageId)
  }
  if (picture !== undefined) {
    const { digest, subject } = picture
    await pictures.show(BigInt(chat), subject, { messageId, digest, sentAt: clock.now() })
  }
  if (card !== undefined) await showCard(card, BigInt(chat), messageId, { database, clock })
}

/** An edit that changed nothing is answered without a message: then it is the one that was edited. */
function messageIdOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('message_id' in value)) return null
  return typeof value.message_id === 'number' ? value.message_id : null
}

async function showCard(
  campaignId: string,
  chatId: bigint,
  messageId: number,
  { database, clock }: { database: Database; clock: Clock },
): Promise<void> {
  const { campaigns, deliveries } = database.repositories
  const [campaign, tally] = await Promise.all([campaigns.find(campaignId), deliveries.tally(campaignId)])
  if (campaign === null) return
  const done = campaign.size - tally.pending - tally.sending
  await campaigns.showCard(campaignId, { chatId, messageId, done, at: clock.now() })
}
