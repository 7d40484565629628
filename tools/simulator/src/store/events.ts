import type { SimEvent } from '../page-api.ts'

/** What happens in the simulated Telegram, told to whoever listens (the chat page, tests). */
export interface Events {
  /** `make` is called only when somebody listens: most runs have no page open. */
  emit(make: () => SimEvent): void
  subscribe(listener: (event: SimEvent) => void): () => void
}

export function createEvents(): Events {
  const listeners = new Set<(event: SimEvent) => void>()
  return {
    emit(make) {
      if (listeners.size === 0) return
      const event = make()
      for (const listener of listeners) listener(event)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
