import type { QueryResult, QueryResultRow } from 'pg'
import { migrationNames } from './migration-files.ts'

/** Migrations of the folder by what became of them, in order. */
export interface MigrationStatus {
  applied: string[]
  pending: string[]
  /** Began and did not finish: an operator has to look. */
  failed: string[]
}

/** A client or a pool. */
interface Queryable {
  query<R extends QueryResultRow>(text: string): Promise<QueryResult<R>>
}

interface Row extends QueryResultRow {
  name: string
  finished: boolean
}

/** Reads Prisma's own table; when that is absent, nothing is applied yet. */
export async function readStatus(database: Queryable, migrationsDir: string): Promise<MigrationStatus> {
  const names = await migrationNames(migrationsDir)
  const rows = await readRows(database)
  const finished = new Set(rows.filter((row) => row.finished).map((row) => row.name))
  const begun = new Set(rows.map((row) => row.name))
  return {
    applied: names.filter((name) => finished.has(name)),
    pending: names.filter((name) => !begun.has(name)),
    failed: names.filter((name) => begun.has(name) && !finished.has(name)),
  }
}

async function readRows(database: Queryable): Promise<Row[]> {
  const { rows: tables } = await database.query<{ present: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`,
  )
  if (tables[0]?.present !== true) return []
  const { rows } = await database.query<Row>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  return rows
}
