import type { MessageContent } from '../../campaigns/content.ts'

/** What Telegram lets a bot write under a picture. */
export const MAX_CAPTION = 1024

/** A message of an admin, as far as it can become the content of a broadcast. */
export type TypedMessage =
  /** `text`: of the message, for questions that want a text; null when it has none. */
  | { kind: 'content'; content: MessageContent; text: string | null }
  /** One of several pictures that were sent together. */
  | { kind: 'album'; groupId: string }
  | { kind: 'caption-too-long'; length: number }
  | { kind: 'not-copyable' }
