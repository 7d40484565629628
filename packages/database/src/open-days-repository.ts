import type { Tx } from './client.ts'
import { attendedOpenDays, countAttended, findOpenDay } from './open-days/attended-open-days.ts'
import { comingOpenDays, countComing } from './open-days/coming-open-days.ts'
import { editedOpenDays } from './open-days/edited-open-days.ts'
import { filterHolders } from './open-days/filter-holders.ts'
import { hostUniversity } from './open-days/host-university.ts'
import type { FilterHolder, OpenDayEdit } from './open-days/open-day-edit.ts'
import type { HostUniversity, OpenDay, OpenDayFilters, OpenDayStretch } from './open-days/open-day.ts'
import { reminderEvents } from './open-days/reminder-events.ts'
import type { UpcomingOpenDay } from './open-days/reminder-events.ts'
import { reminderInterests } from './open-days/reminder-interests.ts'
import type { InterestQuestion, OpenDayInterest } from './open-days/reminder-interests.ts'
import { toldOfEdits } from './open-days/told-of-edits.ts'

/** Open days, who attends them, and who wants to hear of them (`open_days`, `monitoring_open_days`). */
export interface OpenDaysRepository {
  /** How many meet these filters on `today` ('YYYY-MM-DD', Kyiv) or later; all for filters without a choice. */
  countComing(filters: OpenDayFilters, today: string): Promise<number>
  /** Those, by date and time. */
  coming(chatId: bigint, filters: OpenDayFilters, stretch: OpenDayStretch): Promise<OpenDay[]>
  countAttended(chatId: bigint, today: string): Promise<{ all: number; coming: number }>
  /** What the student means to attend: the coming ones by date, then the past ones, the latest first. */
  attended(chatId: bigint, stretch: OpenDayStretch): Promise<OpenDay[]>
  find(chatId: bigint, openDayId: number): Promise<OpenDay | null>
  /** Twice is the same as once. The open day must exist. */
  attend(chatId: bigint, openDayId: number, now: Date): Promise<void>
  leave(chatId: bigint, openDayId: number): Promise<void>
  /** `id`: of EDBO, or our own where EDBO's is not confirmed. */
  university(id: number): Promise<HostUniversity | null>
  /** Edited at `from` or later and before `to`, and not over: on `today` ('YYYY-MM-DD', Kyiv) or later. By date. */
  edited(from: Date, to: Date, today: string): Promise<OpenDayEdit[]>
  /** Until the transaction ends, nobody else works out who is to be told of edits. */
  lockTelling(): Promise<void>
  /**
   * Reachable people who hear of open days and have at least one filter, by chat id; `after`: the last one before.
   */
  filterHolders(after: bigint | null, limit: number): Promise<FilterHolder[]>
  /**
   * Who has been told of that very edit, or is about to be: rows of open-day-update campaigns that are pending,
   * sending, sent or unknown and whose content holds it.
   */
  told(
    chatIds: bigint[],
    edits: { openDayId: number; editedAt: Date }[],
  ): Promise<{ chatId: bigint; openDayId: number }[]>
  /** The open days of these dates ('YYYY-MM-DD', Kyiv), by date and time. */
  onDates(dates: readonly string[]): Promise<UpcomingOpenDay[]>
  /**
   * Reachable people who hear of open days and attend one of these or track an offer of one of these universities,
   * by chat id; `after`: the last one before.
   */
  interested(question: InterestQuestion, after: bigint | null, limit: number): Promise<OpenDayInterest[]>
}

export function createOpenDaysRepository(tx: Tx): OpenDaysRepository {
  return {
    countComing: (filters, today) => countComing(tx, filters, today),
    coming: (chatId, filters, stretch) => comingOpenDays(tx, chatId, filters, stretch),
    countAttended: (chatId, today) => countAttended(tx, chatId, today),
    attended: (chatId, stretch) => attendedOpenDays(tx, chatId, stretch),
    find: (chatId, openDayId) => findOpenDay(tx, chatId, openDayId),
    attend: async (chatId, openDayId, now) => {
      const data = [{ chatId, openDayId, createdAt: now }]
      await tx.monitoringOpenDay.createMany({ data, skipDuplicates: true })
    },
    leave: async (chatId, openDayId) => {
      await tx.monitoringOpenDay.deleteMany({ where: { chatId, openDayId } })
    },
    university: (id) => hostUniversity(tx, id),
    edited: (from, to, today) => editedOpenDays(tx, from, to, today),
    lockTelling: async () => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('abitly'), hashtext('open-day-update'))::text`
    },
    filterHolders: (after, limit) => filterHolders(tx, after, limit),
    told: (chatIds, edits) => toldOfEdits(tx, chatIds, edits),
    onDates: (dates) => reminderEvents(tx, dates),
    interested: (question, after, limit) => reminderInterests(tx, question, after, limit),
  }
}
