import { createTestDatabase, queryOnce } from '@abitly/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionOptions } from '../connection.ts'
import { createDatabase } from '../database.ts'
import { syncCatalogue } from '../catalogue/sync-catalogue.ts'
import { migrate } from '../migrations/migrate.ts'
import { NOON } from '../testing/use-database.ts'

const ROLE = 'abitly_plain'

let test: Awaited<ReturnType<typeof createTestDatabase>>

beforeEach(async () => {
  test = await createTestDatabase()
  await queryOnce(test.url, 'DROP EXTENSION pg_trgm CASCADE')
})
afterEach(() => test.drop())

async function isIn(schema: string): Promise<boolean> {
  const found = await queryOnce(
    test.url,
    `SELECT FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'pg_trgm' AND nspname = $1`,
    [schema],
  )
  return found === 1
}

async function findsInformatics(connection: ConnectionOptions): Promise<boolean> {
  await syncCatalogue({ ...connection, now: NOON })
  const database = createDatabase({ ...connection, poolSize: 1 })
  const { keys } = await database.repositories.offerSearch.find('лну інформатка', 10)
  await database.close()
  return keys.length === 1
}

describe('the migration of the search', () => {
  it('takes the extension from whatever schema it is in', async () => {
    await queryOnce(test.url, 'CREATE SCHEMA "Else where"')
    await queryOnce(test.url, 'CREATE EXTENSION pg_trgm SCHEMA "Else where"')
    const connection = { url: test.url, schema: 'fresh', ssl: false }
    await migrate(connection)
    expect(await isIn('Else where')).toBe(true)
    expect(await findsInformatics(connection)).toBe(true)
  })

  it('puts it into public, for all schemas of the database', async () => {
    await migrate({ url: test.url, schema: 'fresh', ssl: false })
    expect(await isIn('public')).toBe(true)
    const { applied } = await migrate({ url: test.url, schema: 'another', ssl: false })
    expect(applied.length).toBeGreaterThan(0)
  })

  it('does without public', async () => {
    await queryOnce(test.url, 'DROP SCHEMA public CASCADE')
    const connection = { url: test.url, schema: 'fresh', ssl: false }
    await migrate(connection)
    expect(await isIn('fresh')).toBe(true)
    expect(await findsInformatics(connection)).toBe(true)
  })

  it('needs no superuser, only the right to create in the database', async () => {
    const { pathname } = new URL(test.url)
    await queryOnce(
      test.url,
      `DO $$ BEGIN CREATE ROLE ${ROLE} LOGIN PASSWORD 'plain'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    )
    await queryOnce(test.url, `GRANT CREATE ON DATABASE "${pathname.slice(1)}" TO ${ROLE}`)
    await queryOnce(test.url, 'REVOKE ALL ON SCHEMA public FROM PUBLIC')
    const url = new URL(test.url)
    url.username = ROLE
    url.password = 'plain'
    const connection = { url: url.href, schema: 'fresh', ssl: false }
    await migrate(connection)
    expect(await isIn('fresh')).toBe(true)
    expect(await findsInformatics(connection)).toBe(true)
  })
})
