import { inEngineProcess } from './engine-process.ts'
import type { MigrationOptions } from './migrate.ts'
import { split } from './migrate.ts'
import { writeMigration } from './migration-files.ts'

/**
 * The SQL that leads from the migrations (replayed in a shadow database) to schema.prisma; '' when they agree.
 * Needs the right to create databases: for developers and tests, not for production.
 * @throws Fault DATABASE_UNAVAILABLE or MIGRATION_FAILED
 */
export function migrationDrift(options: MigrationOptions): Promise<string> {
  return difference(options, 'migrations')
}

/**
 * The SQL that leads from the live schema to schema.prisma; '' when they agree. Changes nothing.
 * @throws Fault DATABASE_UNAVAILABLE or MIGRATION_FAILED
 */
export function liveDrift(options: MigrationOptions): Promise<string> {
  return difference(options, 'database')
}

/**
 * Writes the next migration, `<timestamp>_<name>/migration.sql`, from what changed in schema.prisma. What
 * Prisma has no word for (checks, functions) is added to the file by hand.
 * @returns the file's path, or null when nothing changed
 */
export async function createMigration(
  options: MigrationOptions & { name: string; now: Date },
): Promise<string | null> {
  if (!/^[a-z][a-z0-9_]*$/.test(options.name)) {
    throw new RangeError('A migration is named in lower case, words joined by _, e.g. add_offer_price')
  }
  const sql = await migrationDrift(options)
  if (sql === '') return null
  const stamp = options.now.toISOString().replace(/\D/g, '').slice(0, 14)
  return writeMigration(split(options).migrationsDir, `${stamp}_${options.name}`, sql)
}

async function difference(options: MigrationOptions, from: 'migrations' | 'database'): Promise<string> {
  const { connection, migrationsDir, log } = split(options)
  const answer = await inEngineProcess({ action: 'diff', from, connection, migrationsDir }, log)
  return 'sql' in answer ? answer.sql : ''
}
