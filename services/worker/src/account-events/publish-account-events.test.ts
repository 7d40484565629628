import { describe, expect, it } from 'vitest'
import type { AccountEvent, Database } from '@abitly/database'
import { createLogger } from '@abitly/runtime'
import { publishAccountEvents } from './publish-account-events.ts'

const AT = new Date('2026-07-24T09:40:00Z')
const ACCOUNT = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0001'
const event = (id: number): AccountEvent => ({
  ...{ id: BigInt(id), event: 'linked', webUserId: ACCOUNT, chatId: 9_007_199_254_740_993n, at: AT },
})

function scene({ events = 3, waiting = 0, breaksAt = Infinity } = {}) {
  let outbox = Array.from({ length: events }, (_, index) => event(index + 1))
  const queue: unknown[] = []
  const accountEvents = {
    unpublished: async (limit: number) => outbox.slice(0, limit),
    markPublished: async (ids: readonly bigint[]) => {
      outbox = outbox.filter(({ id }) => !ids.includes(id))
    },
  }
  const deps = {
    database: { repositories: { accountEvents } } as unknown as Database,
    producer: {
      enqueue: async (job: { name: string }, payload: unknown) => {
        if (queue.length === breaksAt) throw new Error('Redis is away')
        queue.push({ name: job.name, payload })
      },
    },
    waiting: async () => waiting,
    clock: { now: () => AT },
    logger: createLogger({ service: 'test', level: 'silent' }),
  }
  return {
    queue,
    left: () => outbox.length,
    run: () => publishAccountEvents(deps, new AbortController().signal),
  }
}

describe('events for the website', () => {
  it('are published in order, each under its own id, with the chat as a text', async () => {
    const { run, queue, left } = scene({ events: 250 })
    await run()
    expect(left()).toBe(0)
    expect(queue).toHaveLength(250)
    expect(queue[0]).toEqual({
      name: 'account.linked',
      payload: {
        id: '1',
        event: 'linked',
        web_user_id: ACCOUNT,
        telegram_chat_id: '9007199254740993',
        at: '2026-07-24T09:40:00.000Z',
      },
    })
  })

  it('stay in the table when they could not be enqueued', async () => {
    const { run, left } = scene({ breaksAt: 1 })
    await expect(run()).rejects.toThrow('Redis is away')
    expect(left()).toBe(3)
  })

  it('wait in the table, not in Redis, while nobody takes them', async () => {
    const { run, queue, left } = scene({ waiting: 10_000 })
    await run()
    expect(queue).toEqual([])
    expect(left()).toBe(3)
  })
})
