import type { Tx } from './client.ts'
import { editedOpenDays } from './open-days/edited-open-days.ts'
import { filterHolders } from './open-days/filter-holders.ts'
import type { FilterHolder, OpenDayEdit } from './open-days/open-day-edit.ts'
import { toldOfEdits } from './open-days/told-of-edits.ts'

/** Open days and who wants to hear of them (`open_days`, `telegram_user_filter_*`). */
export interface OpenDaysRepository {
  /** Edited at `from` or later and before `to`, and not over: on `today` ('YYYY-MM-DD', Kyiv) or later. By date. */
  edited(from: Date, to: Date, today: string): Promise<OpenDayEdit[]>
  /** Until the transaction ends, nobody else works out who is to be told of edits. */
  lockTelling(): Promise<void>
  /** Reachable people with notifications on and at least one filter, by chat id; `after`: the last one before. */
  filterHolders(after: bigint | null, limit: number): Promise<FilterHolder[]>
  /**
   * Who has been told of that very edit, or is about to be: rows of open-day-update campaigns that are pending,
   * sending, sent or unknown and whose content holds it.
   */
  told(
    chatIds: bigint[],
    edits: { openDayId: number; editedAt: Date }[],
  ): Promise<{ chatId: bigint; openDayId: number }[]>
}

export function createOpenDaysRepository(tx: Tx): OpenDaysRepository {
  return {
    edited: (from, to, today) => editedOpenDays(tx, from, to, today),
    lockTelling: async () => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('abitly'), hashtext('open-day-update'))::text`
    },
    filterHolders: (after, limit) => filterHolders(tx, after, limit),
    told: (chatIds, edits) => toldOfEdits(tx, chatIds, edits),
  }
}
