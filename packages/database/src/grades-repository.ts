import type { Tx } from './client.ts'
import type { Grades } from './subject-code.ts'
import { SUBJECT_CODES } from './subject-code.ts'

/** Grades of one НМТ year. */
export interface NmtResult {
  nmtYear: number
  /** 'own': typed into the chat; 'account': from the linked website account. */
  source: 'own' | 'account'
  grades: Grades
}

/** НМТ grades (`telegram_user_grades`, `users_grades`). */
export interface GradesRepository {
  /**
   * One result a year, newest first. The linked account is the authority: what was typed into the chat counts for the
   * years of which the account knows nothing.
   */
  ofStudent(chatId: bigint): Promise<NmtResult[]>
  /** Replaces the chat's own entries of that year; an empty object removes them. */
  saveOwn(chatId: bigint, nmtYear: number, grades: Grades, now: Date): Promise<void>
}

export function createGradesRepository(tx: Tx): GradesRepository {
  return {
    ofStudent: async (chatId) => (await resultsOfStudents(tx, [chatId])).get(chatId) ?? [],
    saveOwn: async (chatId, nmtYear, grades, now) => {
      await tx.$executeRaw`
        WITH given AS (
          SELECT key AS subject_code, value::smallint AS grade FROM jsonb_each_text(${JSON.stringify(grades)}::jsonb)
        ), dropped AS (
          DELETE FROM telegram_user_grades
           WHERE telegram_chat_id = ${chatId} AND nmt_year = ${nmtYear}::smallint
             AND subject_code NOT IN (SELECT subject_code FROM given)
        )
        INSERT INTO telegram_user_grades (telegram_chat_id, nmt_year, subject_code, grade, updated_at)
        SELECT ${chatId}, ${nmtYear}::smallint, subject_code, grade, ${now} FROM given
        ON CONFLICT (telegram_chat_id, nmt_year, subject_code)
          DO UPDATE SET grade = EXCLUDED.grade, updated_at = EXCLUDED.updated_at`
    },
  }
}

/** What `ofStudent` says, of several at once; who has no grades is left out. */
export async function resultsOfStudents(
  tx: Tx,
  chatIds: readonly bigint[],
): Promise<Map<bigint, NmtResult[]>> {
  const asked = chatIds.map(String)
  const rows = await tx.$queryRaw<(NmtResult & { chatId: bigint })[]>`
    WITH account AS (
      SELECT t.telegram_chat_id AS chat_id, g.nmt_year, g.subject_code, g.grade
        FROM users_grades g JOIN telegram_users t ON t.web_user_id = g.user_id
       WHERE t.telegram_chat_id = ANY(${asked}::text[]::bigint[])
    )
    SELECT chat_id AS "chatId", 'account' AS source, nmt_year AS "nmtYear",
           json_object_agg(subject_code, grade) AS grades
      FROM account GROUP BY chat_id, nmt_year
    UNION ALL
    SELECT own.telegram_chat_id, 'own', own.nmt_year, json_object_agg(own.subject_code, own.grade)
      FROM telegram_user_grades own
     WHERE own.telegram_chat_id = ANY(${asked}::text[]::bigint[])
       AND NOT EXISTS (
         SELECT FROM account WHERE chat_id = own.telegram_chat_id AND account.nmt_year = own.nmt_year)
     GROUP BY own.telegram_chat_id, own.nmt_year
    ORDER BY "nmtYear" DESC`
  const results = new Map<bigint, NmtResult[]>()
  for (const { chatId, grades, ...result } of rows)
    results.set(chatId, [...(results.get(chatId) ?? []), { ...result, grades: knownGrades(grades) }])
  return results
}

/** The website may know subjects that no score is made of. */
function knownGrades(grades: Grades): Grades {
  return Object.fromEntries(
    SUBJECT_CODES.filter((code) => code in grades).map((code) => [code, grades[code]]),
  )
}
