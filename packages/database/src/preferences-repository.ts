import type { Tx } from './client.ts'

/** What a student has said about their applications; null: nothing yet. */
export interface Preferences {
  /** 'first': priority 1 or 2; 'later': 3 and further on. */
  priority: 'first' | 'later' | null
  quota: 'none' | 'Q1' | 'Q2' | null
}

/** Preferences of students (`student_preferences`). */
export interface PreferencesRepository {
  /** Both null for who has said nothing. */
  of(chatId: bigint): Promise<Preferences>
  /** What is left out stays. */
  save(chatId: bigint, change: Partial<Preferences>, now: Date): Promise<void>
}

export function createPreferencesRepository(tx: Tx): PreferencesRepository {
  return {
    of: async (chatId) => {
      const [row] = await tx.$queryRaw<Preferences[]>`
        SELECT priority, quota FROM student_preferences WHERE telegram_chat_id = ${chatId}`
      return row ?? { priority: null, quota: null }
    },
    save: async (chatId, change, now) => {
      const data = { ...change, updatedAt: now }
      await tx.studentPreference.upsert({ where: { chatId }, create: { chatId, ...data }, update: data })
    },
  }
}
