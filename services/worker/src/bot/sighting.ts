import type { User } from 'grammy/types'
import type { Sighting } from '@abitly/database'

/** What an update tells about who sent it. */
export function sightingOf(from: User, chatId: number, now: Date): Sighting {
  return {
    chatId: BigInt(chatId),
    userId: BigInt(from.id),
    firstName: from.first_name,
    lastName: from.last_name ?? null,
    username: from.username ?? null,
    languageCode: from.language_code ?? null,
    now,
  }
}
