import type { Database, DeadUpdate } from '@abitly/database'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Io } from '../command.ts'
import { deadLetters } from './dead-letters.ts'

const repository = {
  dead: vi.fn<(limit: number) => Promise<DeadUpdate[]>>(),
  dropDead: vi.fn<(botId: bigint, updateId: bigint) => Promise<boolean>>(),
}
const inlet = { replay: vi.fn(), close: vi.fn() }
const withDatabase = vi.hoisted(() => vi.fn())
const withRedis = vi.hoisted(() => vi.fn())
vi.mock('../connect.ts', () => ({ withDatabase, withRedis }))
vi.mock('@abitly/queue', () => ({ createLaneInlet: () => inlet }))

const letter = (updateId: bigint, error: string | null = 'Error: it broke'): DeadUpdate => ({
  botId: 42n,
  updateId,
  chatId: 7n,
  update: { update_id: Number(updateId), message: { text: 'їжак' } },
  error,
  at: new Date('2026-07-24T09:40:00Z'),
})

beforeEach(() => {
  vi.resetAllMocks()
  const database = { repositories: { processedUpdates: repository } } as unknown as Database
  withDatabase.mockImplementation((_env: unknown, work: (database: Database) => unknown) => work(database))
  withRedis.mockImplementation((_env: unknown, work: (redis: unknown) => unknown) => work({}))
  repository.dead.mockResolvedValue([letter(1n), letter(2n, null)])
  repository.dropDead.mockResolvedValue(true)
})

async function run(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = []
  const err: string[] = []
  const io: Io = { env: {}, out: (line) => out.push(line), err: (line) => err.push(line) }
  return { code: await deadLetters.run(args, io), out, err }
}

describe('dead-letters', () => {
  it('lists what was given up: which, when and why, and nothing anybody wrote', async () => {
    const { code, out } = await run()
    expect(code).toBe(0)
    expect(out).toEqual([
      '1  2026-07-24T09:40:00.000Z  Error: it broke',
      '2  2026-07-24T09:40:00.000Z  no reason recorded',
    ])
  })

  it('says so when there are none', async () => {
    repository.dead.mockResolvedValue([])
    expect(await run()).toMatchObject({ code: 0, out: ['No dead letters: every update was handled.'] })
  })

  it.each(['replay', 'drop', 'drop --all', 'bury 1', '--help'])(
    'explains itself and opens nothing when asked to %s',
    async (line) => {
      const { code, err } = await run(...line.split(' '))
      expect(code).toBe(2)
      expect(err).toEqual([`Usage: pnpm abitly dead-letters ${deadLetters.usage}`])
      expect(withDatabase).not.toHaveBeenCalled()
    },
  )
})

describe('dead-letters replay', () => {
  it('puts one back, as it was', async () => {
    const { code, out } = await run('replay', '2')
    expect(code).toBe(0)
    expect(inlet.replay).toHaveBeenCalledExactlyOnceWith(letter(2n).update, JSON.stringify(letter(2n).update))
    expect(inlet.close).toHaveBeenCalledOnce()
    expect(out[0]).toContain('1 update(s) put back')
  })

  it('puts all back, oldest first', async () => {
    await run('replay', '--all')
    expect(inlet.replay.mock.calls.map(([update]) => update as unknown)).toEqual([
      letter(1n).update,
      letter(2n).update,
    ])
  })

  it('leaves the rows: a success takes them over', async () => {
    await run('replay', '--all')
    expect(repository.dropDead).not.toHaveBeenCalled()
  })

  it('says so when there is no such letter', async () => {
    const { code, err } = await run('replay', '3')
    expect(code).toBe(1)
    expect(err).toEqual(['There is no dead letter 3. `pnpm abitly dead-letters` lists them.'])
    expect(withRedis).not.toHaveBeenCalled()
  })
})

describe('dead-letters drop', () => {
  it('drops one, of the bot it belongs to', async () => {
    expect(await run('drop', '1')).toMatchObject({ code: 0, out: ['Dead letter 1 is dropped.'] })
    expect(repository.dropDead).toHaveBeenCalledExactlyOnceWith(42n, 1n)
  })

  it('says so when there is no such letter', async () => {
    expect((await run('drop', '3')).code).toBe(1)
    expect(repository.dropDead).not.toHaveBeenCalled()
  })
})
