import type { ConnectionOptions } from '../connection.ts'
import { poolConfig } from '../connection.ts'
import { translated } from '../faults.ts'
import type { Log } from '../log.ts'
import { withClient } from '../with-client.ts'
import type { MigrationStatus } from './applied-migrations.ts'
import { readStatus } from './applied-migrations.ts'
import { inEngineProcess } from './engine-process.ts'
import { defaultMigrationsDir } from './migration-files.ts'

/** What every migration command takes. */
export interface MigrationOptions extends ConnectionOptions {
  /** Folder of the migrations; default: prisma/migrations of the repository. */
  migrationsDir?: string
  log?: Log
}

/**
 * Applies what is missing, with Prisma's own engine and bookkeeping, and creates the schema. Safe to run by
 * several processes at once: the later ones wait and find nothing to do. Each migration is one transaction.
 * @throws Fault DATABASE_UNAVAILABLE or MIGRATION_FAILED
 */
export async function migrate(options: MigrationOptions): Promise<{ applied: string[] }> {
  const { connection, migrationsDir, log } = split(options)
  const answer = await inEngineProcess({ action: 'apply', connection, migrationsDir }, log)
  const applied = 'applied' in answer ? answer.applied : []
  log(applied.length === 0 ? 'the database is up to date' : 'migrations applied', { applied })
  return { applied }
}

/**
 * Which migrations of the folder are applied. Changes nothing; a schema that does not exist has none.
 * @throws Fault DATABASE_UNAVAILABLE
 */
export function migrationStatus(options: MigrationOptions): Promise<MigrationStatus> {
  const { connection, migrationsDir } = split(options)
  return translated(() => withClient(poolConfig(connection), (client) => readStatus(client, migrationsDir)))
}

/** The parts of the options, with their defaults; nothing else crosses to the child process. */
export function split({ url, schema, ssl, caFile, migrationsDir, log }: MigrationOptions) {
  return {
    connection: { url, schema, ssl, caFile },
    migrationsDir: migrationsDir ?? defaultMigrationsDir,
    log: log ?? (() => undefined),
  }
}
