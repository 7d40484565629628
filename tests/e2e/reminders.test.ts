import { setTimeout as lasting } from 'node:timers/promises'
import { waitFor } from '@abitly/testing'
import { kyivDate, kyivDay, kyivMoment } from '@abitly/text'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli, startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'
import type { RunningService } from '../support/service.ts'
import type { Crowd } from '../support/telegram.ts'

const DAY_MS = 86_400_000
/** From the start of schedulers and workers until the slot: they must be there when it comes. */
const UNTIL_SLOT_MS = 45_000

/** 07:00 of the day after tomorrow: whatever the time is now, it lies ahead. */
const slot = kyivMoment({ ...kyivDay(new Date(), 2), hour: 7, minute: 0 })!
const dateAfter = (days: number): string => kyivDate(new Date(slot.getTime() + days * DAY_MS))

let platform: Platform
let pool: pg.Pool
let crowd: Crowd
/** What makes a process live just before the slot. */
let env: Record<string, string>
let schedulers: RunningService[]

const sql = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await pool.query<T>(text, values)).rows
const now = (): number => Date.now() + Number(env['CLOCK_OFFSET_MS'])

interface Leadership {
  leads: string
  leader: string
}

async function leadership({ url }: RunningService): Promise<Leadership> {
  const answer = await fetch(`${url}/readyz`)
  return ((await answer.json()) as { facts: Leadership }).facts
}

/** The scheduler that says that it leads; the other ones name it. */
async function leader(among: readonly RunningService[], timeoutMs = 20_000): Promise<RunningService> {
  return await waitFor(
    async () => {
      for (const scheduler of among) if ((await leadership(scheduler)).leads === 'yes') return scheduler
      throw new Error('nobody says that it leads')
    },
    { what: 'a leader', timeoutMs, intervalMs: 50 },
  )
}

/**
 * Twelve students. 0–5 attend tomorrow's open day, 3–8 follow an offer of its university, 0 and 1 attend another one in
 * three days as well; 9 attends one in two days. 2 has turned reminders off, 4 has blocked the bot.
 */
async function enrol({ ids }: Crowd): Promise<void> {
  await sql(
    `INSERT INTO telegram_users (telegram_chat_id, telegram_user_id, first_name, last_interacted_at)
     SELECT id, id, 'Olha', now() FROM unnest($1::bigint[]) id`,
    [ids],
  )
  await sql('DELETE FROM open_days')
  const [offer] = await sql<{ year: number; offer_id: number; university_id: number }>(
    'SELECT year, offer_id, university_id FROM offers ORDER BY offer_id LIMIT 1',
  )
  const host = offer!.university_id
  const [tomorrow, later, third] = await Promise.all([1, 2, 3].map((days) => openDay(host, dateAfter(days))))
  await attend(ids.slice(0, 6), tomorrow!)
  await attend(ids.slice(0, 2), third!)
  await attend([ids[9]!], later!)
  await sql(
    `INSERT INTO telegram_user_monitoring_offers (telegram_chat_id, year, offer_id)
     SELECT id, $2, $3 FROM unnest($1::bigint[]) id`,
    [ids.slice(3, 9), offer!.year, offer!.offer_id],
  )
  await sql('UPDATE telegram_users SET telegram_notifications_enabled = false WHERE telegram_chat_id = $1', [
    ids[2],
  ])
  await crowd.person(4).block()
}

async function openDay(universityId: number, date: string): Promise<number> {
  const [row] = await sql<{ id: number }>(
    `INSERT INTO open_days (university_id, title_uk, date, format) VALUES ($1, $2, $3::date, 'online') RETURNING id`,
    [universityId, `Подія ${date}`, date],
  )
  return row!.id
}

async function attend(ids: readonly number[], openDayId: number): Promise<void> {
  await sql(
    `INSERT INTO monitoring_open_days (telegram_chat_id, open_day_id) SELECT id, $2 FROM unnest($1::bigint[]) id`,
    [ids, openDayId],
  )
}

beforeAll(async () => {
  platform = await startPlatform({ workers: 0 })
  const { url, schema } = platform.database
  pool = new pg.Pool({ connectionString: url, max: 2, options: `-c search_path=${schema}` })
  crowd = await platform.telegram.crowd(12, { press: false })
  await enrol(crowd)
  env = { CLOCK_OFFSET_MS: String(slot.getTime() - UNTIL_SLOT_MS - Date.now()) }
  const started = Array.from({ length: 3 }, () => platform.startScheduler(env))
  await Promise.all([...started, platform.startWorker(env), platform.startWorker(env)])
  schedulers = await Promise.all(started)
})
afterAll(async () => {
  await pool.end()
  await platform.stop()
})

describe('three schedulers, at 07:00', () => {
  it('remind each student once, although the leader freezes a second before and thaws ten seconds later', async () => {
    const frozen = await leader(schedulers)
    expect(now()).toBeLessThan(slot.getTime() - 2_000)
    await lasting(slot.getTime() - 1_000 - now())
    frozen.kill('SIGSTOP')
    await lasting(10_000)
    frozen.kill('SIGCONT')

    const ended = async (): Promise<boolean> => {
      const rows = await sql<{ state: string }>(`SELECT state FROM campaigns WHERE kind = 'reminder'`)
      if (rows.length === 1 && rows[0]?.state === 'finished') return true
      throw new Error(`campaigns: ${JSON.stringify(rows)}`)
    }
    await waitFor(ended, { what: 'the reminders to be sent', timeoutMs: 60_000 })
    const received = await Promise.all(
      crowd.ids.map(async (id) => (await platform.telegram.messagesOf(id)).length),
    )
    //                       0  1  2  3  4  5  6  7  8  9 10 11
    expect(received).toEqual([1, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0])
    expect(await platform.telegram.violations()).toEqual([])
  })

  it('put several events of a student into one message, which makes no sound', async () => {
    const [message] = await platform.telegram.messagesOf(crowd.ids[0]!)
    const text = message?.text?.replaceAll('\u00A0', ' ')
    expect(text).toMatch(/^🔔 Завтра, [^]*Через 3 дні, [^]*Нагадую, бо ти йдеш/)
    expect(message?.silent).toBe(true)
    expect((await platform.telegram.messagesOf(crowd.ids[6]!))[0]?.text).not.toContain(
      `Подія ${dateAfter(3)}`,
    )
  })

  it('leave the story in the ledger, and a slot that is done stays done', async () => {
    const runs = await sql<{ state: string; attempts: number; slot: Date; counts: unknown }>(
      `SELECT state, attempts, slot, counts FROM schedule_runs WHERE task = 'open-day-reminders'`,
    )
    expect(runs).toMatchObject([{ state: 'done', attempts: 1, slot, counts: { events: 2, campaign: 1 } }])
    const told = await runCli(['schedule', 'open-day-reminders'], { ...platform.env, ...env })
    expect(told).toMatch(/07:00:00 +(clock|catch-up) .* done in .*, events 2, campaign 1/)
    const again = await runCli(['schedule', 'run', 'open-day-reminders'], { ...platform.env, ...env })
    expect(again).toContain('stays as it is: done')
  })
})

describe('three schedulers', () => {
  it('have a new leader within 15 s when the leader is killed', async () => {
    const killed = await leader(schedulers)
    killed.kill('SIGKILL')
    await killed.exited
    const others = schedulers.filter((one) => one !== killed)
    const successor = await leader(others, 15_000)
    await waitFor(
      async () => {
        const told = await Promise.all(others.map(leadership))
        return new Set(told.map(({ leader: name }) => name)).size === 1 && told[0]?.leader !== 'nobody'
      },
      { what: 'both to name the same leader', timeoutMs: 10_000 },
    )
    schedulers = [successor, ...others.filter((one) => one !== successor)]
  })

  it('have a new leader at once when the leader is stopped: nobody waits for the end of its lease', async () => {
    const [leaving, other] = schedulers
    const stoppedAt = performance.now()
    leaving!.kill('SIGTERM')
    await leader([other!], 5_000)
    // Its lease would have lived for nine seconds.
    expect(performance.now() - stoppedAt).toBeLessThan(5_000)
    expect((await leaving!.exited).code).toBe(0)
  })
})
