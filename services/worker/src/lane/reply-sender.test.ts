import type { Database, DeliveryState, ReportRow } from '@abitly/database'
import { createLogger } from '@abitly/runtime'
import type { Call, SendOutcome } from '@abitly/telegram'
import { describe, expect, it } from 'vitest'
import { createI18n } from '@abitly/text'
import type { CallReply, Reply } from '../bot/reply.ts'
import { reactTo } from '../bot/view-reply.ts'
import { campaign } from '../campaigns/testing/campaign.ts'
import { createReplySender } from './reply-sender.ts'

const NOW = new Date('2026-07-24T10:00:00Z')
const REPLY: CallReply = { method: 'sendMessage', payload: { chat_id: 5, text: 'hi' } }
const SENT: SendOutcome = { kind: 'sent', result: { message_id: 7 } }
const i18n = createI18n(new URL('../../locales/', import.meta.url))

interface Scene {
  outcome?: SendOutcome
  refusals?: number
  rows?: ReportRow[]
  redisAway?: boolean
  /** Everything the database is asked to note fails. */
  databaseAway?: boolean
}

async function send(reply: Reply, scene: Scene = {}) {
  const noted: unknown[] = []
  const jobs: unknown[] = []
  const payloads: Readonly<Record<string, unknown>>[] = []
  const note = async (...what: unknown[]): Promise<void> => {
    if (scene.databaseAway === true) throw new Error('away')
    noted.push(what)
  }
  const tally: Partial<Record<DeliveryState, number>> = { sent: 4, pending: 5, sending: 1 }
  const repositories = {
    dialogues: { rememberMessage: (...what: unknown[]) => note('dialogue', ...what) },
    students: {
      markUnreachable: (...what: unknown[]) => note('unreachable', ...what),
      people: async () => [],
    },
    campaigns: {
      find: async () => campaign({ size: 10 }),
      showCard: (...what: unknown[]) => note('card', ...what),
    },
    deliveries: {
      tally: async () => tally,
      report: async (_id: string, after: number) => (after === -1 ? (scene.rows ?? []) : []),
    },
  }
  const call: Call = async (_method, payload) => {
    payloads.push(payload)
    return scene.outcome ?? SENT
  }
  const sender = createReplySender({
    api: { call },
    botId: 1n,
    threads: { run: () => Promise.reject(new Error('no threads here')), close: async () => undefined },
    instant: { sendChatAction: async () => undefined },
    database: { repositories } as unknown as Database,
    producer: {
      enqueue: async ({ name }, payload) => {
        if (scene.redisAway === true) throw new Error('Connection is closed.')
        jobs.push([name, payload])
      },
    },
    ...{ i18n, clock: { now: () => NOW }, logger: createLogger({ service: 'test', level: 'silent' }) },
    ...{ maxRetries: 3, retryDelayMs: 1_000 },
  })
  const end = await sender(reply, { refusals: scene.refusals ?? 0 }).catch((threw: unknown) => ({ threw }))
  return { end, noted, jobs, payloads }
}

describe('a reply', () => {
  it.each<[string, SendOutcome, number, unknown]>([
    ['sent', SENT, 0, { kind: 'done' }],
    ['without a place now', { kind: 'later', delayMs: 9 }, 0, { kind: 'later', delayMs: 9, refused: false }],
    ['that nobody can ever send', { kind: 'rejected', code: 400, reason: 'too long' }, 0, { kind: 'done' }],
    ['to a group that nobody could follow', { kind: 'migrated', chatId: -1 }, 0, { kind: 'done' }],
    ['refused too often', { kind: 'retry-after', retryAfterMs: 1, paused: 'chat' }, 3, { kind: 'done' }],
    ['whose answer was lost too often', { kind: 'unknown', reason: 'reset' }, 3, { kind: 'done' }],
  ])('%s', async (_what, outcome, refusals, end) => {
    expect((await send(REPLY, { outcome, refusals })).end).toEqual(end)
  })

  it.each<[string, SendOutcome, { refused: boolean; atLeastMs: number }]>([
    [
      'that Telegram refuses for now',
      { kind: 'retry-after', retryAfterMs: 3_000, paused: 'chat' },
      { refused: true, atLeastMs: 3_000 },
    ],
    ['whose answer was lost', { kind: 'unknown', reason: 'reset' }, { refused: true, atLeastMs: 1_000 }],
    [
      'that cannot reach Telegram',
      { kind: 'unreachable', reason: 'ECONNREFUSED' },
      { refused: false, atLeastMs: 1_000 },
    ],
    [
      'with a token that is refused: it is kept until the token is put right',
      { kind: 'unreachable', reason: 'Unauthorized', code: 401 },
      { refused: false, atLeastMs: 30_000 },
    ],
  ])('%s is tried again', async (_what, outcome, { refused, atLeastMs }) => {
    const { end } = await send(REPLY, { outcome, refusals: refused ? 0 : 99 })
    expect(end).toMatchObject({ kind: 'later', refused })
    expect(end).toHaveProperty('delayMs')
    expect((end as { delayMs: number }).delayMs).toBeGreaterThanOrEqual(atLeastMs)
  })

  it('that is a reaction holds nothing up when Telegram refuses it', async () => {
    const reaction = reactTo(5, 2, '🤷')
    const { end, payloads } = await send(reaction, {
      outcome: { kind: 'rejected', code: 400, reason: 'Bad Request: REACTION_INVALID' },
    })
    expect([end, payloads]).toEqual([{ kind: 'done' }, [reaction.payload]])
  })

  it.each<[SendOutcome, string]>([
    [{ kind: 'blocked', reason: 'blocked' }, 'blocked'],
    [{ kind: 'chat-gone', reason: 'gone' }, 'chat-not-found'],
  ])('%j marks the person as unreachable', async (outcome, reason) => {
    expect((await send(REPLY, { outcome })).noted).toEqual([['unreachable', 5n, reason, NOW]])
  })

  it('says nothing of a group that is gone', async () => {
    const outcome: SendOutcome = { kind: 'chat-gone', reason: 'gone' }
    expect((await send({ ...REPLY, payload: { chat_id: -5 } }, { outcome })).noted).toEqual([])
  })
})

describe('the message a reply has made', () => {
  it('is remembered by its dialogue', async () => {
    const { noted } = await send({ ...REPLY, remember: { dialogueRevision: 2 } })
    expect(noted).toEqual([['dialogue', 5n, 2, 7]])
  })

  it('becomes the card of its campaign', async () => {
    const { noted } = await send({ ...REPLY, card: 'c' })
    expect(noted).toEqual([['card', 'c', { chatId: 5n, messageId: 7, done: 4, at: NOW }]])
  })

  it('is the edited one when the edit changed nothing', async () => {
    const edit: Reply = { method: 'editMessageText', payload: { chat_id: 5, message_id: 3 }, card: 'c' }
    const { noted } = await send(edit, { outcome: { kind: 'sent', result: true } })
    expect(noted).toMatchObject([['card', 'c', { messageId: 3 }]])
  })

  it('is not sent again because it could not be noted', async () => {
    const { end } = await send({ ...REPLY, card: 'c' }, { databaseAway: true })
    expect(end).toEqual({ kind: 'done' })
  })
})

describe('a job as a reply', () => {
  it.each(['campaign.plan', 'campaign.wake', 'campaign.show-progress'] as const)(
    '%s is enqueued',
    async (job) => {
      const { end, jobs, payloads } = await send({ job, payload: { campaignId: 'c' } })
      expect(end).toEqual({ kind: 'done' })
      expect(jobs).toEqual([[job, { campaignId: 'c' }]])
      expect(payloads).toEqual([])
    },
  )

  it('waits for Redis, and costs its update no attempt', async () => {
    const { end } = await send({ job: 'campaign.plan', payload: { campaignId: 'c' } }, { redisAway: true })
    expect(end).toMatchObject({ threw: { code: 'REDIS_UNREACHABLE', environment: true } })
  })
})

describe('a report as a reply', () => {
  it('is written when it is sent', async () => {
    const reply: Reply = {
      method: 'sendDocument',
      payload: { chat_id: 5 },
      document: { campaignReport: 'c', fileName: 'campaign-42.csv' },
    }
    const { payloads } = await send(reply)
    expect(payloads[0]).toMatchObject({ chat_id: 5, document: { filename: 'campaign-42.csv' } })
  })
})

describe('a calendar file as a reply', () => {
  it('is written when it is sent, from what was recorded', async () => {
    const calendar = {
      ...{ id: 'open-day-1', madeAt: '2026-01-20T10:00:00.000Z', title: 'Open day', date: '2026-01-24' },
      ...{ startsAt: null, endsAt: null, place: null, description: '' },
    }
    const reply: Reply = {
      method: 'sendDocument',
      payload: { chat_id: 5, caption: 'x' },
      document: { calendar, fileName: 'open-day-2026-01-24.ics' },
    }
    const { payloads } = await send(reply)
    expect(payloads[0]).toMatchObject({
      chat_id: 5,
      caption: 'x',
      document: { filename: 'open-day-2026-01-24.ics' },
    })
  })
})
