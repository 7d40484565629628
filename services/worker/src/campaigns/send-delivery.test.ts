import type { Claim, Database, DeliveryRow } from '@abitly/database'
import { createLogger, defineFault } from '@abitly/runtime'
import type { Counter } from '@abitly/runtime'
import type { Call, SendOutcome } from '@abitly/telegram'
import { describe, expect, it } from 'vitest'
import type { CampaignContent } from './content.ts'
import { sendDelivery } from './send-delivery.ts'
import { campaign } from './testing/campaign.ts'
import { openDay } from './testing/open-day.ts'

const away = defineFault('TEST_AWAY', 'away', { environment: true })
const SENT: SendOutcome = { kind: 'sent', result: { message_id: 7 } }
const TEXT: CampaignContent = { kind: 'text', text: 'hello', entities: [], buttons: [] }
const OPEN_DAYS: CampaignContent = { kind: 'open-days', events: [openDay(1)] }
const NEWS = { edits: [{ openDayId: 1, editedAt: openDay(1).editedAt }] }

interface Scene {
  /** What the limiter and Telegram answer, in turn; a function is called past the claim. */
  answers?: (SendOutcome | (() => never))[]
  /** Answered before any claim. */
  refused?: SendOutcome
  claim?: Claim | (() => never)
  content?: CampaignContent
  delivery?: unknown
  language?: 'uk' | 'en'
  /** How often the database is away when an end is recorded. */
  recordFailures?: number
  at?: Date
  quiet?: DeliveryRow['quiet']
}

async function send(scene: Scene) {
  const log: string[] = []
  const records: unknown[] = []
  const unreachable: unknown[] = []
  const texts: unknown[] = []
  const silent: boolean[] = []
  let failures = scene.recordFailures ?? 0
  const claim = scene.claim ?? { kind: 'claimed', attempt: 1 }
  const deliveries = {
    claim: async () => {
      log.push('claim')
      return typeof claim === 'function' ? claim() : claim
    },
    record: async (_id: string, position: number, attempt: number, result: object) => {
      failures -= 1
      if (failures >= 0) throw away()
      log.push('record')
      records.push({ position, attempt, ...result })
      return true
    },
  }
  const students = {
    markUnreachable: async (chat: bigint, reason: string) => unreachable.push([chat, reason]),
  }
  const answers = [...(scene.answers ?? [SENT])]
  const call: Call = async (_method, payload, { claim: mayClaim } = {}) => {
    if (scene.refused !== undefined) return scene.refused
    if (mayClaim !== undefined && !(await mayClaim())) return { kind: 'withdrawn' }
    log.push('call')
    texts.push(payload['text'])
    silent.push(payload['disable_notification'] === true)
    const answer = answers.shift() ?? SENT
    return typeof answer === 'function' ? answer() : answer
  }
  const ended: Record<string, number> = {}
  const row: DeliveryRow = {
    ...{ position: 3, chatId: 5n, language: scene.language ?? 'uk' },
    ...{
      content: scene.delivery ?? null,
      attempts: 0,
      dueAt: null,
      quiet: scene.quiet ?? { from: 22, until: 8 },
    },
  }
  const step = sendDelivery(
    row,
    { campaign: campaign(), content: scene.content ?? TEXT, signal: new AbortController().signal },
    {
      database: { repositories: { deliveries, students } } as unknown as Database,
      bulkApi: { call },
      openDayView: (language, events) => ({ text: `${language} ${events.length}` }),
      reminderView: (language, reminders) => ({ text: `${language} ${reminders.length}` }),
      digestView: (language, changes) => ({ text: `${language} ${changes.length}` }),
      clock: { now: () => scene.at ?? new Date('2026-07-24T10:00:00Z') },
      logger: createLogger({ service: 'test', level: 'silent' }),
      ended: {
        inc: ({ state }: { state: string }) => (ended[state] = (ended[state] ?? 0) + 1),
      } as unknown as Counter<'state'>,
      maxRetries: 3,
      retryDelayMs: 1_000,
    },
  ).catch((error: unknown) => ({ threw: error }))
  return { step: await step, log, records, unreachable, texts, silent, ended }
}

describe('sending one delivery', () => {
  it('claims after the grant, calls, then records', async () => {
    const { log, records, ended } = await send({})
    expect(log).toEqual(['claim', 'call', 'record'])
    expect(records).toEqual([{ position: 3, attempt: 1, state: 'sent', messageId: 7 }])
    expect(ended).toEqual({ sent: 1 })
  })

  it.each([
    ['by day', '2026-07-24T10:00:00Z', false],
    ['in the quiet hours', '2026-07-24T20:00:00Z', true],
  ])('makes a sound as it is due %s', async (_when, at, expected) => {
    expect((await send({ at: new Date(at) })).silent).toEqual([expected])
  })

  it.each([
    ['a later evening', { from: 23, until: 7 }, false],
    ['no quiet hours', { from: 0, until: 0 }, false],
    ['an early one', { from: 21, until: 9 }, true],
  ])('obeys the recipient who chose %s', async (_what, quiet, expected) => {
    // 22:30 in Kyiv
    const at = new Date('2026-07-24T19:30:00Z')
    expect((await send({ at, quiet })).silent).toEqual([expected])
  })

  it('claims nothing while the budget has no place', async () => {
    const { step, log } = await send({ refused: { kind: 'later', delayMs: 9_000 } })
    expect(step).toEqual({ kind: 'later', delayMs: 9_000 })
    expect(log).toEqual([])
  })

  it('lets everybody wait while the token is refused', async () => {
    const { step } = await send({ refused: { kind: 'later', delayMs: 9_000, revoked: true } })
    expect(step).toEqual({ kind: 'stopped', delayMs: 9_000 })
  })

  it.each<[Claim, unknown]>([
    [{ kind: 'skipped' }, { kind: 'passed' }],
    [{ kind: 'taken' }, { kind: 'passed' }],
    [{ kind: 'not-running' }, { kind: 'not-running' }],
    [{ kind: 'stopped' }, { kind: 'stopped', delayMs: 2_000 }],
  ])('sends nothing when the claim says %j', async (claim, step) => {
    const sent = await send({ claim })
    expect(sent.step).toEqual(step)
    expect(sent.log).toEqual(['claim'])
  })

  it('sends nothing when the claim cannot be made', async () => {
    const fail = (): never => {
      throw away()
    }
    const { step, log } = await send({ claim: fail })
    expect(step).toMatchObject({ threw: { code: 'TEST_AWAY' } })
    expect(log).toEqual(['claim'])
  })

  it('gives a refused one back, and counts no end', async () => {
    const answers: SendOutcome[] = [{ kind: 'retry-after', retryAfterMs: 3_000, paused: 'bulk' }]
    const { records, ended } = await send({ answers })
    expect(records).toMatchObject([{ state: 'pending', dueAt: new Date('2026-07-24T10:00:03Z') }])
    expect(ended).toEqual({})
  })

  it('marks who blocked the bot', async () => {
    const answers: SendOutcome[] = [{ kind: 'blocked', reason: 'Forbidden: user is deactivated' }]
    expect((await send({ answers })).unreachable).toEqual([[5n, 'deactivated']])
  })

  it('records what it sent although the database is away for a moment', async () => {
    const { log, records } = await send({ recordFailures: 2 })
    expect(log).toEqual(['claim', 'call', 'record'])
    expect(records).toMatchObject([{ state: 'sent' }])
  })

  it('does not know what became of a call that broke off', async () => {
    const broken = (): never => {
      throw new Error('a bug')
    }
    expect((await send({ answers: [broken] })).records).toMatchObject([{ state: 'unknown' }])
  })

  it.each(['uk', 'en'] as const)('tells of open days in the recipient’s language: %s', async (language) => {
    const { texts, records } = await send({ content: OPEN_DAYS, delivery: NEWS, language })
    expect(texts).toEqual([`${language} 1`])
    expect(records).toMatchObject([{ state: 'sent' }])
  })

  it('gives a row back whose claim took so long that its slot was over', async () => {
    const { records } = await send({ answers: [{ kind: 'later', delayMs: 1_000 }] })
    expect(records).toMatchObject([
      { state: 'pending', refund: true, dueAt: new Date('2026-07-24T10:00:01Z') },
    ])
  })

  it.each([
    ['names no open day', null],
    ['is nonsense', { nonsense: true }],
  ])('fails one recipient whose content %s, without a call', async (_what, delivery) => {
    const { log, records } = await send({ content: OPEN_DAYS, delivery })
    expect(log).toEqual(['claim', 'record'])
    expect(records).toMatchObject([{ state: 'failed' }])
  })
})
