import type { Tx } from './client.ts'
import { collectStudent } from './personal-data/collect-student.ts'
import type { PersonalData } from './personal-data/collect-student.ts'
import { eraseStudent } from './personal-data/erase-student.ts'

/** Everything that is kept of one chat, in all tables: to be shown to it, to be erased. */
export interface PersonalDataRepository {
  /** At most a thousand rows of each table. */
  collect(chatId: bigint): Promise<PersonalData>
  /**
   * Erases the student and all that refers to the chat. Totals of campaigns and the audit of links stay, without the
   * chat's number. Twice is the same as once.
   */
  erase(chatId: bigint, now: Date): Promise<void>
  /**
   * Erases at most `limit` students who have not been heard of since `before`, the longest silent first, each in a
   * transaction of its own; returns how many. Who writes meanwhile stays.
   */
  eraseInactive(before: Date, limit: number, now: Date): Promise<number>
}

export function createPersonalDataRepository(tx: Tx): PersonalDataRepository {
  return {
    collect: (chatId) => collectStudent(tx, chatId),
    erase: async (chatId, now) => {
      await eraseStudent(tx, chatId, { now, inactiveSince: null })
    },
    eraseInactive: async (before, limit, now) => {
      const silent = await tx.telegramUser.findMany({
        where: { lastInteractedAt: { lt: before } },
        orderBy: { lastInteractedAt: 'asc' },
        select: { chatId: true },
        take: limit,
      })
      let erased = 0
      for (const { chatId } of silent)
        if (await eraseStudent(tx, chatId, { now, inactiveSince: before })) erased += 1
      return erased
    },
  }
}
