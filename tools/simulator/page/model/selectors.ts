import type { SimChat, SimMessage, SimUser } from '../page-api.ts'
import type { PageState } from './page-state.ts'

const NONE: readonly SimMessage[] = []

/** The person being played. */
export function currentUser(state: PageState): SimUser | undefined {
  return state.users.find((user) => user.id === state.me)
}

/** The person being played when it is one of the crowd, else 0. */
export function currentCrowdId(state: PageState): number {
  const user = currentUser(state)
  return user?.crowd === true ? user.id : 0
}

/** Messages of the chat on the screen, oldest first. */
export function currentMessages(state: PageState): readonly SimMessage[] {
  return state.chatId === undefined ? NONE : (state.messages.get(state.chatId) ?? NONE)
}

/** Groups this person writes in. The private chat is not among them: everybody has one. */
export function groupsOf(state: PageState, userId: number): SimChat[] {
  return state.chats.filter((chat) => chat.type !== 'private' && chat.members.includes(userId))
}

/** The chat on the screen when it is a group. */
export function currentGroup(state: PageState): SimChat | undefined {
  return state.chats.find((chat) => chat.id === state.chatId && chat.type !== 'private')
}

/** What stands where messages are written. */
export type ComposerMode = 'write' | 'start' | 'blocked' | 'none'

/** START before the first message and after a deep link, "unblock" when the bot is blocked, else the field. */
export function composerMode(state: PageState): ComposerMode {
  const user = currentUser(state)
  if (user === undefined) return 'none'
  if (state.chatId !== user.id) return 'write'
  if (user.blocked) return 'blocked'
  return !user.started || state.pendingStart !== undefined ? 'start' : 'write'
}
