import { isErasedChat } from '@abitly/database'
import type { DeliveriesRepository, ReportRow } from '@abitly/database'

/** Rows read at once. */
const PAGE = 1_000
/** What tells a spreadsheet that this is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'
/** A spreadsheet takes a cell that begins like this for a formula; white space before it changes nothing. */
const FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * The report of a campaign as CSV (RFC 4180, UTF-8): a line per recipient, page by page, however many there are.
 * @param headings one for each column: position, chat, first name, last name, user name, state, attempts, error, end
 */
export async function* reportCsv(
  deliveries: Pick<DeliveriesRepository, 'report'>,
  campaignId: string,
  headings: readonly string[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(BYTE_ORDER_MARK + line(headings))
  for (let after = -1; ;) {
    const rows = await deliveries.report(campaignId, after, PAGE)
    const last = rows.at(-1)
    if (last === undefined) return
    yield encoder.encode(rows.map((row) => line(cells(row))).join(''))
    after = last.position
  }
}

/** What people wrote is made harmless; figures of ours stay as they are, a group's negative id too. No id: erased. */
function cells(row: ReportRow): string[] {
  const { position, chatId, firstName, lastName, username, state, attempts, error, finishedAt } = row
  return [
    ...[String(position + 1), isErasedChat(chatId) ? '' : String(chatId)],
    ...[firstName, lastName, username].map((name) => harmless(name ?? '')),
    ...[state, String(attempts), harmless(error ?? ''), finishedAt?.toISOString() ?? ''],
  ]
}

/** An apostrophe makes a spreadsheet show a formula as the text it is. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function line(fields: readonly string[]): string {
  return `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\r\n`
}
