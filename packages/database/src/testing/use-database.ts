import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { syncCatalogue } from '../catalogue/sync-catalogue.ts'
import type { ConnectionOptions } from '../connection.ts'
import { poolConfig } from '../connection.ts'
import type { Database } from '../database.ts'
import { createDatabase } from '../database.ts'
import type { Sighting } from '../students-repository.ts'

/** A database of the test file's own, open while its tests run. */
export interface DatabaseFixture {
  readonly database: Database
  readonly connection: ConnectionOptions
  /** Runs SQL beside the repositories. */
  sql<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>
}

interface OpenDatabase {
  database: Database
  connection: ConnectionOptions
  pool: pg.Pool
  close: () => Promise<void>
}

/** `createTestDatabase` of the testing package, which only test files may import. */
type CreateTestDatabase = () => Promise<{ url: string; schema: string; drop: () => Promise<void> }>

/** A moment long before any test runs, so that nothing depends on the present one. */
export const NOON = new Date('2026-03-02T10:00:00.000Z')

/** @param options.catalogue true: filled with the catalogue */
export function useDatabase(
  create: CreateTestDatabase,
  options: { catalogue?: boolean } = {},
): DatabaseFixture {
  let open: OpenDatabase | undefined
  const current = (): OpenDatabase => {
    if (open === undefined) throw new Error('The database is open inside of tests only')
    return open
  }
  beforeAll(async () => {
    open = await openDatabase(create, options.catalogue === true)
  })
  afterAll(() => open?.close())
  return {
    get database() {
      return current().database
    },
    get connection() {
      return current().connection
    },
    sql: async <R extends pg.QueryResultRow>(text: string, values?: unknown[]) => {
      const { rows } = await current().pool.query<R>(text, values)
      return rows
    },
  }
}

async function openDatabase(create: CreateTestDatabase, catalogue: boolean): Promise<OpenDatabase> {
  const { url, schema, drop } = await create()
  const connection = { url, schema, ssl: false }
  if (catalogue) await syncCatalogue({ ...connection, now: NOON })
  const database = createDatabase({ ...connection, poolSize: 5 })
  const pool = new pg.Pool(poolConfig(connection))
  // A connection that has said goodbye may still hear that its database is being dropped.
  pool.on('error', () => undefined)
  const close = async (): Promise<void> => {
    await Promise.all([database.close(), pool.end()])
    await drop()
  }
  return { database, connection, pool, close }
}

/** What an update of an ordinary Ukrainian student tells. */
export function sighting(chatId: bigint, changes: Partial<Sighting> = {}): Sighting {
  return {
    chatId,
    userId: chatId,
    firstName: 'Olha',
    lastName: null,
    username: null,
    languageCode: 'uk',
    now: NOON,
    ...changes,
  }
}
