import type { Database } from '@abitly/database'
import type { Clock } from '@abitly/runtime'
import { fileUpload } from '@abitly/telegram'
import type { I18n } from '@abitly/text'
import type { CallReply } from '../bot/reply.ts'
import { calendarFile } from '../calendar/calendar-file.ts'
import { readerLanguage } from '../campaigns/reader-language.ts'
import { reportCsv } from '../campaigns/report-csv.ts'
import { reportHeadings } from '../campaigns/report-headings.ts'
import { personalDataFile } from '../privacy/personal-data-file.ts'

/** The payload with the file that the reply specifies. The file is written while it is sent, anew with each try. */
export async function withDocument(
  { payload, document }: CallReply,
  { database, i18n, clock }: { database: Database; i18n: I18n; clock: Clock },
): Promise<Readonly<Record<string, unknown>>> {
  if (document === undefined) return payload
  if ('calendar' in document) {
    const bytes = Buffer.from(calendarFile(document.calendar))
    return { ...payload, document: fileUpload(document.fileName, bytes) }
  }
  const { students, deliveries, personalData } = database.repositories
  if ('personalData' in document) {
    const data = await personalData.collect(BigInt(document.personalData))
    return { ...payload, document: fileUpload(document.fileName, personalDataFile(data, clock.now())) }
  }
  const language = await readerLanguage(students, BigInt(String(payload['chat_id'])))
  const headings = reportHeadings(i18n[language])
  const bytes = reportCsv(deliveries, document.campaignReport, headings)
  return { ...payload, document: fileUpload(document.fileName, bytes) }
}
