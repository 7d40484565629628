import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitFor } from '@abitly/testing'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterGrades } from '../support/enter-grades.ts'
import { usePlatform } from '../support/use-platform.ts'
import type { Person } from '../support/telegram.ts'

/** Informatics in Lviv. */
const LVIV = 1481286
const HEADER = 'year,offer_id,applicant_key,funding,score,priority,status_id'

const platform = usePlatform()
let pool: pg.Pool
let folder: string

const sql = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await pool.query<T>(text, values)).rows

beforeAll(async () => {
  const { url, schema } = platform.database
  pool = new pg.Pool({ connectionString: url, max: 2, options: `-c search_path=${schema}` })
  folder = await mkdtemp(join(tmpdir(), 'abitly-import-'))
})
afterAll(async () => {
  await pool.end()
  await rm(folder, { recursive: true })
})

async function fileOf(rows: readonly string[]): Promise<string> {
  const path = join(folder, 'applicants.csv')
  await writeFile(path, [HEADER, ...rows].join('\n'))
  return path
}

const applications = (count: number, score: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, n) => `2025,${LVIV},${prefix}-${n},budget,${score},1,5`)

/** A student with grades who follows the offer, at whatever hour the test runs. */
async function follower(): Promise<Person> {
  const student = await platform.telegram.person()
  await student.write('/start')
  await enterGrades(student)
  await student.sees('збережено')
  await student.write(`https://vstup.edbo.gov.ua/offer/${LVIV}/`)
  await student.seesButton('Стежити', String(LVIV))
  await student.press('Стежити')
  await student.seesButton('Не стежити', String(LVIV))
  await sql(
    'INSERT INTO notification_settings (telegram_chat_id, quiet_from, quiet_until) VALUES ($1, 0, 0)',
    [student.id],
  )
  return student
}

async function finished(count: number): Promise<boolean> {
  return await waitFor(
    async () => {
      const rows = await sql<{ state: string }>(`SELECT state FROM campaigns WHERE kind = 'digest'`)
      if (rows.length === count && rows.every(({ state }) => state === 'finished')) return true
      throw new Error(JSON.stringify(rows))
    },
    { what: 'the digest to be sent', timeoutMs: 30_000 },
  )
}

const digests = async (student: Person): Promise<string[]> =>
  (await student.botTexts()).filter((text) => text.startsWith('📈'))

describe('an import', () => {
  it('is told to followers in one digest, to who is muted in none, and a second run tells nothing', async () => {
    const [student, muted] = [await follower(), await follower()]
    await sql('UPDATE notification_settings SET offer_changes = false WHERE telegram_chat_id = $1', [
      muted.id,
    ])
    // Three are better than the student, who would be the ninth on the list.
    const list = await fileOf([...applications(3, 190, 'above'), ...applications(5, 150, 'below')])
    expect(await platform.abitly('import', list, '--complete')).toContain('8 new, 0 changed')
    expect(await platform.abitly('import', list, '--complete')).toContain('0 new, 0 changed, 8 unchanged')
    await platform.abitly('schedule', 'run', 'offer-digest', '--slot', '2026-07-25T08:00')
    await finished(1)
    const { text } = await student.sees('Зміни у твоїх пропозиціях', 'ЛНУ, Інформатика: місце')
    expect(text).toMatch(/місце [^→]+ → 4/)
    // The list is real now, the number of places is not.
    expect(text).toMatch(/Демонстраційні дані: місця [^]*змодельовано/)
    expect(await digests(student)).toHaveLength(1)
    expect(await digests(muted)).toHaveLength(0)

    const again = await platform.abitly('schedule', 'run', 'offer-digest', '--slot', '2026-07-26T08:00')
    expect(again).toContain('changed 0')
    expect(await digests(student)).toHaveLength(1)
    await student.press('Мої пропозиції')
    await student.sees('Мої пропозиції · 1 з 5', 'місце 4 з 9')
  })

  it('that is killed keeps what it committed, and the same command ends it', async () => {
    const ROWS = 60_000
    const path = await fileOf(applications(ROWS, 140, 'many'))
    const count = async (): Promise<number> => {
      const rows = await sql<{ count: number }>(
        `SELECT count(*)::integer AS count FROM offer_applicants WHERE applicant_key LIKE 'many-%'`,
      )
      return rows[0]?.count ?? 0
    }
    const child = spawn(process.execPath, ['tools/cli/dist/main.js', 'import', path], {
      env: { ...process.env, ...platform.env },
      stdio: 'ignore',
    })
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.once('exit', (_code, signal) => resolve(signal)),
    )
    await waitFor(
      async () => {
        if ((await count()) === 0) throw new Error('nothing is committed yet')
        return true
      },
      { what: 'the first batch', timeoutMs: 20_000, intervalMs: 5 },
    )
    child.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')
    const kept = await count()
    expect(kept).toBeLessThan(ROWS)
    const rerun = await platform.abitly('import', path)
    expect(await count()).toBe(ROWS)
    const [, added, unchanged] = /(\d+) new, 0 changed, (\d+) unchanged, 0 refused/.exec(rerun) ?? []
    expect(Number(added) + Number(unchanged)).toBe(ROWS)
    expect(Number(unchanged)).toBeGreaterThanOrEqual(kept)
    expect(await platform.abitly('import', path)).toContain(`0 new, 0 changed, ${ROWS} unchanged`)
  })
})
