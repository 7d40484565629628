import { Fault, defineFault } from '@abitly/runtime'
import { describeRejection } from './rejection.ts'
import { isUnavailable } from './unavailability.ts'

/** The surroundings failed: the same work passes once the database answers again. */
export const databaseUnavailable = defineFault(
  'DATABASE_UNAVAILABLE',
  'The database does not answer or gave up under load: check that it runs, accepts connections and is not blocked',
  { environment: true },
)

/** Prisma or PostgreSQL refused a call: a mistake of ours, or data that breaks a constraint. */
export const databaseRejected = defineFault(
  'DATABASE_REJECTED',
  'The database rejected a call: its code, table and constraint say which rule was broken',
)

/** A migration could not be applied, or an earlier one is still marked as failed. */
export const migrationFailed = defineFault(
  'MIGRATION_FAILED',
  'The migrations could not be applied: the cause names the migration and what PostgreSQL said',
)

/** The code is newer than the schema. */
export const migrationsMissing = defineFault(
  'MIGRATIONS_MISSING',
  'The database lacks migrations of this version: run `pnpm abitly migrate`',
  { environment: true },
)

/** Runs database work and translates what it throws. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw translate(error)
  }
}

/**
 * A failure of the surroundings becomes DATABASE_UNAVAILABLE, a rejected call DATABASE_REJECTED (without its cause,
 * which quotes data); faults and all that is not the database's pass as they are.
 */
export function translate(error: unknown): unknown {
  if (error instanceof Fault) return error
  if (isUnavailable(error)) return databaseUnavailable({ cause: error })
  const about = describeRejection(error)
  return about === null ? error : databaseRejected({ about })
}
