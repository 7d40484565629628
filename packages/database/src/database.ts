import { createClient } from './client.ts'
import type { ConnectionOptions } from './connection.ts'
import { createPool } from './create-pool.ts'
import { translate, translated } from './faults.ts'
import type { PrismaClient } from './generated/client.ts'
import { readStatus } from './migrations/applied-migrations.ts'
import { defaultMigrationsDir } from './migrations/migration-files.ts'
import type { Repositories } from './repositories.ts'
import { createRepositories } from './repositories.ts'

/** What `createDatabase` takes. */
export interface DatabaseOptions extends ConnectionOptions {
  /** Connections at most; default 16. Each transaction holds one. */
  poolSize?: number
  /** Shown in pg_stat_activity. */
  applicationName?: string
  /** Folder of the migrations that `migrationsApplied` compares with; default: the repository's. */
  migrationsDir?: string
}

/** The open database. */
export interface Database {
  /** Outside a transaction: each call is its own. */
  repositories: Repositories
  /**
   * Runs `fn` in one transaction; what it throws rolls back and is thrown on. A statement may take 10 s,
   * the session may idle 10 s, the whole 15 s, waiting for a connection 5 s.
   * @throws Fault DATABASE_UNAVAILABLE when the surroundings failed, DATABASE_REJECTED when the call was wrong
   */
  transaction<T>(fn: (repositories: Repositories) => Promise<T>): Promise<T>
  /** @throws Fault DATABASE_UNAVAILABLE */
  ping(): Promise<void>
  /**
   * True when every migration of the folder is applied; false when one is missing or failed.
   * @throws Fault DATABASE_UNAVAILABLE
   */
  migrationsApplied(): Promise<boolean>
  close(): Promise<void>
}

/** Opens the pool lazily: nothing is connected before the first call. */
export function createDatabase(options: DatabaseOptions): Database {
  const { poolSize = 16, applicationName = 'abitly', migrationsDir = defaultMigrationsDir } = options
  const pool = createPool(options, { poolSize, applicationName })
  const prisma = createClient(pool, options.schema)
  return {
    repositories: createRepositories(prisma),
    transaction: (fn) => inTransaction(prisma, fn),
    ping: () =>
      translated(async () => {
        await pool.query('SELECT 1')
      }),
    migrationsApplied: () =>
      translated(async () => {
        const { pending, failed } = await readStatus(pool, migrationsDir)
        return pending.length === 0 && failed.length === 0
      }),
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** Repositories translate their own failures; beginning and committing are translated here. */
async function inTransaction<T>(
  prisma: PrismaClient,
  fn: (repositories: Repositories) => Promise<T>,
): Promise<T> {
  let own: { error: unknown } | undefined
  try {
    return await prisma.$transaction(async (tx) => {
      try {
        return await fn(createRepositories(tx))
      } catch (error) {
        own = { error }
        throw error
      }
    })
  } catch (error) {
    throw own?.error === error ? error : translate(error)
  }
}
