import type { Chat } from './model.ts'
import type { SimCommand } from '../page-api.ts'

export interface CommandScope {
  type:
    | 'default'
    | 'all_private_chats'
    | 'all_group_chats'
    | 'all_chat_administrators'
    | 'chat'
    | 'chat_administrators'
    | 'chat_member'
  chatId?: number
  userId?: number
}

/** The bot's command lists, one per scope and language. */
export interface Commands {
  set(scope: CommandScope, language: string, commands: SimCommand[]): void
  get(scope: CommandScope, language: string): SimCommand[]
  remove(scope: CommandScope, language: string): void
  /** The list a user sees in a chat. */
  seenBy(viewer: { userId: number; languageCode: string }, chat: Pick<Chat, 'id' | 'type'>): SimCommand[]
  entries(): [string, SimCommand[]][]
  restore(entries: [string, SimCommand[]][]): void
}

export function createCommands(): Commands {
  const lists = new Map<string, SimCommand[]>()
  return {
    set: (scope, language, commands) => void lists.set(keyOf(scope, language), commands),
    get: (scope, language) => lists.get(keyOf(scope, language)) ?? [],
    remove: (scope, language) => void lists.delete(keyOf(scope, language)),
    seenBy(viewer, chat) {
      for (const scope of scopesInOrder(viewer.userId, chat)) {
        const found =
          lists.get(keyOf(scope, viewer.languageCode.slice(0, 2).toLowerCase())) ??
          lists.get(keyOf(scope, ''))
        if (found !== undefined) return found
      }
      return []
    },
    entries: () => [...lists],
    restore(entries) {
      for (const [key, commands] of entries) lists.set(key, commands)
    },
  }
}

/** Telegram's order: in a private chat chat, all_private_chats, default; each first with the language, then without. */
function scopesInOrder(userId: number, chat: Pick<Chat, 'id' | 'type'>): CommandScope[] {
  const own: CommandScope = { type: 'chat', chatId: chat.id }
  if (chat.type === 'private') return [own, { type: 'all_private_chats' }, { type: 'default' }]
  return [
    { type: 'chat_member', chatId: chat.id, userId },
    own,
    { type: 'all_group_chats' },
    { type: 'default' },
  ]
}

function keyOf(scope: CommandScope, language: string): string {
  return [scope.type, scope.chatId ?? '', scope.userId ?? '', language].join('|')
}
