/** Unsent text by chat. Kept for the tab, so that a reload (a change of language) loses nothing. */
export interface Drafts {
  get: (chatId: number) => string
  set: (chatId: number, text: string) => void
}

const KEY = 'abitly-simulator.drafts'

export function createDrafts(): Drafts {
  const drafts = new Map(stored())
  return {
    get: (chatId) => drafts.get(chatId) ?? '',
    set(chatId, text) {
      if (text === '') drafts.delete(chatId)
      else drafts.set(chatId, text)
      try {
        sessionStorage.setItem(KEY, JSON.stringify([...drafts]))
      } catch {
        // A browser that keeps nothing still keeps them until the reload.
      }
    },
  }
}

function stored(): [number, string][] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(value) ? value.filter(isDraft) : []
  } catch {
    return []
  }
}

function isDraft(value: unknown): value is [number, string] {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string'
}
