import { z } from 'zod'
import type { Visit } from '../visit.ts'

/** Name of this dialogue in the `dialogues` table. */
export const LINK_DIALOGUE = 'link'

/** How long a token that has been claimed waits for an answer, in milliseconds. */
const ANSWER_WITHIN_MS = 10 * 60 * 1000

const state = z.object({
  webUserId: z.guid(),
  /** Hex SHA-256 of the token. */
  tokenId: z.string(),
  conflict: z.enum(['chat-taken', 'account-taken', 'both-taken']),
  /** When the token was claimed, in UNIX milliseconds. */
  claimedAt: z.int(),
})

/** A link that waits for an answer. */
export type PendingLink = z.infer<typeof state>

/** The question of this chat, as far as it is about a link. */
export interface OpenQuestion {
  link: PendingLink
  revision: number
  messageId: number | null
  /** False once its time is over. */
  open: boolean
}

/** The question that waits for an answer in this chat; null: there is none. */
export async function findQuestion({ repos, student, now }: Visit): Promise<OpenQuestion | null> {
  const dialogue = await repos.dialogues.find(student.chatId)
  const read = dialogue?.name === LINK_DIALOGUE ? state.safeParse(dialogue.state) : null
  if (dialogue === null || read?.success !== true) return null
  const { revision, messageId } = dialogue
  const open = now.getTime() - read.data.claimedAt < ANSWER_WITHIN_MS
  return { link: read.data, revision, messageId, open }
}
