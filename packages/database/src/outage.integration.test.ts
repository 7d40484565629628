import type { ControlledServer } from '@abitly/testing'
import { createTestPostgres } from '@abitly/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import type { ConnectionOptions } from './connection.ts'
import { createPool } from './create-pool.ts'
import type { Database } from './database.ts'
import { createDatabase } from './database.ts'
import { migrate } from './migrations/migrate.ts'
import { createRepositories } from './repositories.ts'
import { sighting } from './testing/use-database.ts'

const UNAVAILABLE = { code: 'DATABASE_UNAVAILABLE', environment: true }
let server: ControlledServer
let database: Database

beforeAll(async () => {
  server = await createTestPostgres()
  await migrate(connectionOf(server))
  database = createDatabase({ ...connectionOf(server), poolSize: 2 })
})
afterAll(async () => {
  await database.close()
  await server.stop()
})

function touchAround(disaster: () => Promise<void>): Promise<unknown> {
  return database.transaction(async ({ students }) => {
    await students.touch(sighting(1n))
    await disaster()
    return students.touch(sighting(2n))
  })
}

function connectionOf({ url }: ControlledServer): ConnectionOptions {
  return { url, schema: 'abitly', ssl: false }
}

describe('a database that goes away', () => {
  it.each(['SIGKILL', 'SIGINT'] as const)(
    'by %s in mid-transaction is unavailable, and works again',
    async (signal) => {
      await expect(touchAround(() => server.kill(signal))).rejects.toMatchObject(UNAVAILABLE)
      await expect(database.ping()).rejects.toMatchObject(UNAVAILABLE)
      await expect(database.migrationsApplied()).rejects.toMatchObject(UNAVAILABLE)
      await expect(database.repositories.students.touch(sighting(1n))).rejects.toMatchObject(UNAVAILABLE)
      await expect(database.repositories.tracking.list(1n)).rejects.toMatchObject(UNAVAILABLE)
      await expect(touchAround(() => Promise.resolve())).rejects.toMatchObject(UNAVAILABLE)
      await server.restart()
      await expect(touchAround(() => Promise.resolve())).resolves.toMatchObject({ chatId: 2n })
    },
  )

  it('before a commit is unavailable, and nothing was kept', async () => {
    const lost = database.transaction(async ({ students }) => {
      await students.touch(sighting(3n))
      await server.kill()
    })
    await expect(lost).rejects.toMatchObject(UNAVAILABLE)
    await server.restart()
    expect((await database.repositories.students.touch(sighting(3n))).isNew).toBe(true)
  })

  it('by freezing in mid-transaction breaks it off, and no later call sees the open transaction', async () => {
    const pool = createPool(connectionOf(server), { poolSize: 1, applicationName: 'freeze', silenceMs: 500 })
    const client = createClient(pool, 'abitly')
    const frozen = client.$transaction(async (tx) => {
      const { students } = createRepositories(tx)
      await students.touch(sighting(4n))
      await server.pause()
      await students.touch(sighting(5n))
    })
    try {
      await expect(frozen).rejects.toMatchObject(UNAVAILABLE)
    } finally {
      await server.resume()
    }
    expect(await createRepositories(client).students.touch(sighting(4n))).toMatchObject({ isNew: true })
    await client.$disconnect()
    await pool.end()
  })

  it('is unavailable to a migration', async () => {
    await server.kill()
    await expect(migrate(connectionOf(server))).rejects.toMatchObject(UNAVAILABLE)
    await server.restart()
  })
})

describe('a database under load', () => {
  it('is unavailable to a transaction that gets no connection', async () => {
    let letGo = (): void => undefined
    const free = new Promise<void>((resolve) => (letGo = resolve))
    const holders = [1n, 2n].map((chatId) =>
      database.transaction(async ({ students }) => {
        await students.touch(sighting(chatId + 10n))
        await free
      }),
    )
    await expect(database.transaction(({ students }) => students.touch(sighting(13n)))).rejects.toMatchObject(
      UNAVAILABLE,
    )
    letGo()
    await Promise.all(holders)
  })

  it('is unavailable to both who lock each other out, or to one of them', async () => {
    const met = meeting(2)
    const lock = (first: bigint, second: bigint) =>
      database.transaction(async ({ students }) => {
        await students.touch(sighting(first))
        await met()
        await students.touch(sighting(second))
      })
    const outcomes = await Promise.allSettled([lock(21n, 22n), lock(22n, 21n)])
    const losers = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(losers.length).toBeGreaterThan(0)
    for (const { reason } of losers) expect(reason).toMatchObject(UNAVAILABLE)
  })
})

/** Resolves for all when `count` have come. */
function meeting(count: number): () => Promise<void> {
  let open = (): void => undefined
  const all = new Promise<void>((resolve) => (open = resolve))
  let came = 0
  return () => {
    came += 1
    if (came === count) open()
    return all
  }
}
