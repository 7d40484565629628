import type { SimState, SimStats } from '../page-api.ts'
import { botProfile, toSimChat, toSimMessage, toSimUser } from '../store/page-view.ts'
import type { Telegram } from '../telegram.ts'

export function statsOf({ world, updates }: Telegram): SimStats {
  const { calls, sends, violations, delivered } = world.counters
  return { calls, sends, violations, pendingUpdates: updates.count(), deliveredUpdates: delivered }
}

/** All there is to show one user; without a user, the chats of everybody. */
export function stateOf(telegram: Telegram, userId: number | undefined): SimState {
  const { world, webhook, updates, faults, violations } = telegram
  const seen = userId === undefined ? new Set(world.chats.keys()) : world.chatsOf(userId)
  const chats = [...world.chats.values()].filter((chat) => seen.has(chat.id))
  const messages = chats.map((chat) => [
    String(chat.id),
    world.messages.ofChat(chat.id).map((message) => toSimMessage(world, message)),
  ])
  const { url, lastErrorMessage } = webhook.status
  return {
    bot: botProfile(world, userId),
    users: [...world.users.values()].map(toSimUser),
    chats: chats.map((chat) => toSimChat(world, chat)),
    messages: Object.fromEntries(messages) as SimState['messages'],
    webhook: {
      url,
      pending: updates.pending().length,
      ...(lastErrorMessage === '' ? {} : { lastError: lastErrorMessage }),
    },
    faults: faults.list(),
    violations: violations.list(),
    stats: statsOf(telegram),
  }
}
