import type { Tx } from '../client.ts'
import { Prisma } from '../generated/client.ts'
import { PERSONAL_TABLES } from './personal-tables.ts'
import type { PersonalTable } from './personal-tables.ts'

/** Rows by table; ids are strings, moments ISO 8601. */
export type PersonalData = Readonly<Record<string, readonly PersonalRow[]>>

type PersonalRow = Readonly<Record<string, unknown>>

/** Of each table, so that the file stays small: a student who has had more messages gets the newest. */
const MOST_ROWS = 1_000

/** Everything we hold of a chat. */
export async function collectStudent(tx: Tx, chatId: bigint): Promise<PersonalData> {
  const data: Record<string, PersonalRow[]> = {}
  for (const table of PERSONAL_TABLES) data[table.name] = await rowsOf(tx, table, chatId)
  data['link_audit'] = await linksOf(tx, chatId)
  return data
}

/** Whole rows, whatever columns the website has added: they are the student's too. */
async function rowsOf(tx: Tx, { name, order }: PersonalTable, chatId: bigint): Promise<PersonalRow[]> {
  const rows = await tx.$queryRaw<{ row: PersonalRow }[]>`
    SELECT (SELECT json_object_agg(key, CASE
              WHEN key ~ '(^|_)id$' AND json_typeof(value) = 'number' THEN to_json(value::text) ELSE value
            END) FROM json_each(to_json(mine))) AS row
      FROM (SELECT * FROM ${Prisma.raw(name)}
             WHERE telegram_chat_id = ${chatId}
             ORDER BY ${Prisma.raw(order)} LIMIT ${MOST_ROWS}::integer) mine`
  return rows.map(({ row }) => row)
}

/** Other chats, to which an account moved, are somebody else's. */
async function linksOf(tx: Tx, chatId: bigint): Promise<PersonalRow[]> {
  return tx.$queryRaw<PersonalRow[]>`
    SELECT event, web_user_id, telegram_chat_id = ${chatId} AS in_this_chat, created_at
      FROM link_audit WHERE telegram_chat_id = ${chatId} OR previous_chat_id = ${chatId}
     ORDER BY created_at DESC, id DESC LIMIT ${MOST_ROWS}::integer`
}
