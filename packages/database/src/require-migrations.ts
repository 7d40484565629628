import type { Database } from './database.ts'
import { migrationsMissing } from './faults.ts'

/**
 * What a service asks of the database before it works.
 * @throws Fault DATABASE_UNAVAILABLE when it does not answer, MIGRATIONS_MISSING when its schema is too old
 */
export async function requireMigrations(
  database: Pick<Database, 'ping' | 'migrationsApplied'>,
): Promise<void> {
  await database.ping()
  if (!(await database.migrationsApplied())) throw migrationsMissing()
}
