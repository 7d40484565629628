import type { Tx } from '../client.ts'
import { Prisma } from '../generated/client.ts'
import { PERSONAL_TABLES } from './personal-tables.ts'
import type { PersonalTable } from './personal-tables.ts'

/** Rows by table, some with words beside their ids; ids are strings, moments ISO 8601. */
export type PersonalData = Readonly<Record<string, readonly PersonalRow[]>>

type PersonalRow = Readonly<Record<string, unknown>>

/** Of each table, so that the file stays small: a student who has had more messages gets the newest. */
const MOST_ROWS = 1_000

/** Everything we hold of a chat. */
export async function collectStudent(tx: Tx, chatId: bigint): Promise<PersonalData> {
  const data: Record<string, PersonalRow[]> = {}
  for (const table of PERSONAL_TABLES) data[table.name] = await rowsOf(tx, table, chatId)
  data['users_grades'] = await accountGradesOf(tx, chatId)
  data['link_audit'] = await linksOf(tx, chatId)
  return data
}

/** Whole rows, whatever columns the website has added: they are the student's too. */
async function rowsOf(
  tx: Tx,
  { name, order, words = {} }: PersonalTable,
  chatId: bigint,
): Promise<PersonalRow[]> {
  const columns = ['kept.*', ...Object.entries(words).map(([word, query]) => `(${query}) AS ${word}`)]
  const rows = await tx.$queryRaw<{ row: PersonalRow }[]>`
    SELECT (SELECT json_object_agg(key, CASE
              WHEN key ~ '(^|_)id$' AND json_typeof(value) = 'number' THEN to_json(value::text) ELSE value
            END) FROM json_each(to_json(mine))) AS row
      FROM (SELECT ${Prisma.raw(columns.join(', '))} FROM ${Prisma.raw(name)} AS kept
             WHERE telegram_chat_id = ${chatId}
             ORDER BY ${Prisma.raw(order)} LIMIT ${MOST_ROWS}::integer) mine`
  return rows.map(({ row }) => row)
}

/** The website's, which the bot reads while the chat is linked. */
async function accountGradesOf(tx: Tx, chatId: bigint): Promise<PersonalRow[]> {
  return tx.$queryRaw<PersonalRow[]>`
    SELECT g.user_id, g.nmt_year, g.subject_code, g.grade
      FROM users_grades g JOIN telegram_users t ON t.web_user_id = g.user_id
     WHERE t.telegram_chat_id = ${chatId}
     ORDER BY g.nmt_year DESC, g.subject_code LIMIT ${MOST_ROWS}::integer`
}

/** Other chats, to which an account moved, are somebody else's. */
async function linksOf(tx: Tx, chatId: bigint): Promise<PersonalRow[]> {
  return tx.$queryRaw<PersonalRow[]>`
    SELECT event, web_user_id, telegram_chat_id = ${chatId} AS in_this_chat, created_at
      FROM link_audit WHERE telegram_chat_id = ${chatId} OR previous_chat_id = ${chatId}
     ORDER BY created_at DESC, id DESC LIMIT ${MOST_ROWS}::integer`
}
