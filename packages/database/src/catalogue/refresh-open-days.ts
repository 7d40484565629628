import type { ClientBase } from 'pg'
import type { OpenDayTemplates } from './catalogue-schema.ts'
import type { Host } from './generated-open-days.ts'
import { generateOpenDays } from './generated-open-days.ts'
import { addDays, kyivDate } from './kyiv-time.ts'
import { insertMissing } from './upsert.ts'

const WEEKS = 6
/** With fewer than this ahead, the coming weeks are filled up. */
const ENOUGH = 30

/** Invents open days for the coming weeks when few lie ahead; returns how many it added. */
export async function refreshOpenDays(
  client: ClientBase,
  now: Date,
  words: () => OpenDayTemplates,
): Promise<number> {
  const today = kyivDate(now)
  if ((await countAhead(client, today)) >= ENOUGH) return 0
  const days = generateOpenDays(addDays(today, 1), WEEKS * 7, await hosts(client), words())
  return insertMissing(client, 'open_days', days)
}

async function countAhead(client: ClientBase, today: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM open_days WHERE generated AND date > $1::date',
    [today],
  )
  return rows[0]?.count ?? 0
}

async function hosts(client: ClientBase): Promise<Host[]> {
  const { rows } = await client.query<Host>(
    `SELECT u.id AS "universityId",
            coalesce(
              json_agg(json_build_object('id', f.id, 'nameUk', f.name_uk, 'nameEn', f.name_en) ORDER BY f.name_uk) FILTER (WHERE f.id IS NOT NULL),
              '[]'
            ) AS faculties
       FROM universities u LEFT JOIN faculties f ON f.university_id = u.id AND f.seeded
      WHERE u.seeded GROUP BY u.id ORDER BY u.id`,
  )
  return rows
}
