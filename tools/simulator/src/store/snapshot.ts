import type { Update } from '../delivery/update.ts'
import type { WebhookStatus } from '../delivery/webhook.ts'
import type { SimCommand } from '../page-api.ts'
import type { Telegram } from '../telegram.ts'
import type { Chat, Message, StoredFile, User } from './model.ts'
import type { MenuButton } from './world.ts'

export const SNAPSHOT_VERSION = 1

/** What survives a restart: everything but logs, faults and running limits. */
export interface Snapshot {
  version: number
  users: User[]
  chats: Chat[]
  messages: Message[]
  lastMessageId: number
  files: StoredFile[]
  commands: [string, SimCommand[]][]
  menuButtons: [number, MenuButton][]
  webhook: WebhookStatus
  allowedUpdates: readonly string[]
  updates: Update[]
  lastUpdateId: number
}

export function takeSnapshot({ world, updates, webhook }: Telegram): Snapshot {
  return {
    version: SNAPSHOT_VERSION,
    users: [...world.users.values()],
    chats: [...world.chats.values()],
    messages: world.messages.all(),
    lastMessageId: world.messages.lastId(),
    files: world.files.all(),
    commands: world.commands.entries(),
    menuButtons: [...world.menuButtons],
    webhook: webhook.status,
    allowedUpdates: updates.allowed.kinds,
    updates: updates.pending(),
    lastUpdateId: updates.lastId(),
  }
}

/** Puts a snapshot into a fresh Telegram. Administrators are those of the present configuration. */
export function restoreSnapshot({ world, updates, webhook, options }: Telegram, snapshot: Snapshot): void {
  for (const user of snapshot.users) {
    const isAdmin = user.isAdmin || options.adminIds.includes(user.id)
    // A snapshot of an earlier version has not counted.
    world.users.set(user.id, { ...user, received: (user as Partial<User>).received ?? 0, isAdmin })
  }
  for (const chat of snapshot.chats) world.chats.set(chat.id, chat)
  world.messages.restore(snapshot.messages, snapshot.lastMessageId)
  world.commands.restore(snapshot.commands)
  for (const [chatId, button] of snapshot.menuButtons) world.menuButtons.set(chatId, button)
  updates.allowed.kinds = snapshot.allowedUpdates
  updates.restore(snapshot.updates, snapshot.lastUpdateId)
  webhook.restore(snapshot.webhook)
}

/** Changes whenever something happened that a snapshot should hold; cheap enough to ask every few seconds. */
export function snapshotMark({ world, updates }: Telegram): string {
  const { calls, delivered } = world.counters
  return [
    calls,
    delivered,
    updates.lastId(),
    updates.count(),
    world.messages.lastId(),
    world.users.size,
  ].join()
}
