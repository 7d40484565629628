import type { CrowdStatus, SimState, SimStats } from '../page-api.ts'
import { botProfile, toSimChat, toSimMessage, toSimUser } from '../store/page-view.ts'
import type { Telegram } from '../telegram.ts'

export function statsOf({ world, updates, sendStats }: Telegram): SimStats {
  const { calls, sends, violations, delivered } = world.counters
  return {
    ...{ calls, sends, violations, pendingUpdates: updates.count(), deliveredUpdates: delivered },
    ...sendStats.view(),
  }
}

/** All there is to show one user; without a user, the chats of everybody but the crowd. */
export function stateOf(telegram: Telegram, crowd: CrowdStatus, userId: number | undefined): SimState {
  const { world, webhook, updates, faults, violations } = telegram
  const isShown = ({ id }: { id: number }): boolean => id === userId || world.users.get(id)?.crowd !== true
  const seen = userId === undefined ? undefined : world.chatsOf(userId)
  const chats = [...world.chats.values()].filter((chat) => isShown(chat) && (seen?.has(chat.id) ?? true))
  const messages = chats.map((chat) => [
    String(chat.id),
    world.messages.ofChat(chat.id).map((message) => toSimMessage(world, message)),
  ])
  const { url, lastErrorMessage } = webhook.status
  return {
    bot: botProfile(world, userId),
    users: [...world.users.values()].filter(isShown).map(toSimUser),
    crowd,
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
