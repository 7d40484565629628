import type { Events } from './events.ts'

/** Telegram shows an action for five seconds or until the next message. */
const ACTION_MS = 5000

/** "typing…" and the like, per chat. An empty action on the event stream means it is over. */
export interface Actions {
  begin(chatId: number, action: string): void
  end(chatId: number): void
  of(chatId: number): string | undefined
  clear(): void
}

export function createActions(events: Events): Actions {
  const current = new Map<number, { action: string; timer: NodeJS.Timeout }>()
  const forget = (chatId: number): boolean => {
    clearTimeout(current.get(chatId)?.timer)
    return current.delete(chatId)
  }
  const end = (chatId: number): void => {
    if (forget(chatId)) events.emit(() => ({ type: 'action', chatId, action: '' }))
  }
  return {
    begin(chatId, action) {
      forget(chatId)
      current.set(chatId, { action, timer: setTimeout(() => end(chatId), ACTION_MS).unref() })
      events.emit(() => ({ type: 'action', chatId, action }))
    },
    end,
    of: (chatId) => current.get(chatId)?.action,
    clear: () => [...current.keys()].forEach(forget),
  }
}
