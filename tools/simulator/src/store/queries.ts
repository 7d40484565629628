import { randomInt } from 'node:crypto'

export interface CallbackQuery {
  id: string
  userId: number
  chatId: number
  messageId: number
  askedAt: number
  answered: boolean
}

/** Button presses that wait for their answer, and Mini App queries (messageId 0). */
export interface Queries {
  ask(query: Pick<CallbackQuery, 'userId' | 'chatId' | 'messageId'> & { id?: string }): CallbackQuery
  /** The query when it can still be answered: known, not answered yet, not older than the limit. */
  open(id: string): CallbackQuery | undefined
  find(id: string): CallbackQuery | undefined
  clear(): void
}

/** Remembered queries; the oldest go first. */
const QUERIES_KEPT = 10_000

export function createQueries(now: () => number, answerWithinMs: number): Queries {
  const queries = new Map<string, CallbackQuery>()
  return {
    ask(asked) {
      const query = { ...asked, id: asked.id ?? newQueryId(), askedAt: now(), answered: false }
      queries.set(query.id, query)
      if (queries.size > QUERIES_KEPT) queries.delete(queries.keys().next().value as string)
      return query
    },
    open(id) {
      const query = queries.get(id)
      if (query === undefined || query.answered || now() - query.askedAt > answerWithinMs) return undefined
      return query
    },
    find: (id) => queries.get(id),
    clear: () => queries.clear(),
  }
}

/** Telegram's query ids are 64-bit numbers written as text. */
function newQueryId(): string {
  return `${randomInt(1, 2 ** 31)}${String(randomInt(0, 2 ** 31)).padStart(10, '0')}`.slice(0, 19)
}
