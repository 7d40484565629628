import { createDatabase } from '@abitly/database'
import type { Repositories } from '@abitly/database'
import { selectReminders } from '@abitly/domain'
import { SCHEMA } from '../support/people.ts'
import { beginReminders, DATES, DAY } from './reminder-planner.ts'
import type { OpenReminderPlanner } from './reminder-planner.ts'

/** As the worker has it. */
const PAGE = 250

/** As the worker does it: a page of people by one query, the rule in memory, its rows by one statement. */
export const byPages: OpenReminderPlanner = async ({ databaseUrl }) => {
  const database = createDatabase({ url: databaseUrl, schema: SCHEMA, ssl: false })
  const campaignId = await beginReminders(database)
  return {
    async plan() {
      const events = await database.repositories.openDays.onDates(DATES)
      const question = {
        openDayIds: events.map(({ openDayId }) => openDayId),
        universityIds: [...new Set(events.map(({ universityId }) => universityId))],
      }
      const planPage = async ({ openDays, deliveries }: Repositories): Promise<number> => {
        const from = await deliveries.cursor(campaignId)
        const people = await openDays.interested(question, from, PAGE)
        const upto = people.at(-1)?.chatId
        if (upto === undefined) return 0
        const interests = people.map(({ chatId, ...interest }) => ({ student: chatId, ...interest }))
        const recipients = selectReminders(events, interests, DAY).map(({ student, reminders }) => ({
          chatId: student,
          content: { reminders },
        }))
        await deliveries.planRecipients(campaignId, { from, upto, recipients })
        return recipients.length
      }
      let planned = 0
      for (let page = -1; page !== 0; planned += page) page = await database.transaction(planPage)
      await database.repositories.campaigns.endPlanning(campaignId, new Date())
      return planned
    },
    close: () => database.close(),
  }
}
