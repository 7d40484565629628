import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from '@abitly/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { useDatabase } from '../testing/use-database.ts'
import { createMigration, liveDrift, migrationDrift } from './author-migration.ts'
import { migrate, migrationStatus } from './migrate.ts'
import { defaultMigrationsDir, migrationNames } from './migration-files.ts'

const db = useDatabase(createTestDatabase)
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'abitly-migrations-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The project's migrations and one more. */
async function withMigration(name: string, sql: string): Promise<string> {
  const dir = join(folder, name)
  await cp(defaultMigrationsDir, dir, { recursive: true })
  await mkdir(join(dir, name))
  await writeFile(join(dir, name, 'migration.sql'), sql)
  return dir
}

describe('migrate', () => {
  it('may run three times at once: one applies, all end with everything applied', async () => {
    const options = { ...db.connection, schema: 'three' }
    const names = await migrationNames(defaultMigrationsDir)
    expect(await migrationStatus(options)).toEqual({ applied: [], pending: names, failed: [] })
    const outcomes = await Promise.all([1, 2, 3].map(() => migrate(options)))
    expect(outcomes.flatMap(({ applied }) => applied)).toEqual(names)
    expect(await migrationStatus(options)).toEqual({ applied: names, pending: [], failed: [] })
  })

  it('leaves all tables in the schema it was given', async () => {
    const tables = await db.sql<{ tables: number }>(
      `SELECT count(*)::integer AS tables FROM information_schema.tables WHERE table_schema = 'public'`,
    )
    expect(tables).toEqual([{ tables: 0 }])
  })

  it("writes the checksums that Prisma's own CLI compares", async () => {
    const rows = await db.sql<{ name: string; checksum: string }>(
      'SELECT migration_name AS name, checksum FROM _prisma_migrations ORDER BY 1',
    )
    for (const { name, checksum } of rows) {
      const script = await readFile(join(defaultMigrationsDir, name, 'migration.sql'))
      expect(checksum).toBe(createHash('sha256').update(script).digest('hex'))
    }
    expect(rows.length).toBeGreaterThan(0)
  })

  it('sends a script whole, functions with semicolons included', async () => {
    const body = 'BEGIN PERFORM 1; RETURN 2; END;'
    const sql = `CREATE FUNCTION two() RETURNS integer LANGUAGE plpgsql AS $$ ${body} $$;\nSELECT two();`
    const migrationsDir = await withMigration('20990101000000_function', sql)
    const { applied } = await migrate({ ...db.connection, migrationsDir })
    expect(applied).toEqual(['20990101000000_function'])
    const { schema } = db.connection
    expect(await db.sql(`SELECT ${schema}.two() AS two`)).toEqual([{ two: 2 }])
  })

  it('names the migration that failed, keeps nothing of it, and waits for an operator', async () => {
    const options = {
      ...db.connection,
      schema: 'broken',
      migrationsDir: await withMigration(
        '20990101000001_bad',
        'CREATE TABLE half (n int);\nCREATE TABEL whole;',
      ),
    }
    await expect(migrate(options)).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      environment: false,
      message: expect.stringContaining('20990101000001_bad') as string,
    })
    expect(await migrationStatus(options)).toMatchObject({ failed: ['20990101000001_bad'] })
    expect(await db.sql(`SELECT to_regclass('broken.half')::text AS half`)).toEqual([{ half: null }])
  })
})

describe('schema.prisma', () => {
  it('says the same as the migrations', async () => {
    expect(await migrationDrift(db.connection)).toBe('')
  })

  it('leaves no shadow database behind', async () => {
    const shadows = () => db.sql(`SELECT datname FROM pg_database WHERE datname LIKE 'abitly_shadow%'`)
    await vi.waitFor(async () => expect(await shadows()).toEqual([])) // another test's may be on its way out
  })
})

describe('createMigration', () => {
  it('writes what the migrations lack, under the moment of its making', async () => {
    const migrationsDir = join(folder, 'fresh')
    await mkdir(migrationsDir)
    const now = new Date('2027-01-02T03:04:05Z')
    const path = await createMigration({ ...db.connection, migrationsDir, name: 'everything', now })
    expect(path).toBe(join(migrationsDir, '20270102030405_everything', 'migration.sql'))
    expect(await readFile(path ?? '', 'utf8')).toContain('CREATE TABLE "offers"')
    expect(await readFile(join(migrationsDir, 'migration_lock.toml'), 'utf8')).toContain(
      'provider = "postgresql"',
    )
  })

  it('writes nothing when the migrations lack nothing', async () => {
    expect(await createMigration({ ...db.connection, name: 'nothing', now: new Date(0) })).toBeNull()
  })

  it('refuses a name that is no file name', async () => {
    const options = { ...db.connection, name: '../x', now: new Date(0) }
    await expect(createMigration(options)).rejects.toThrow(RangeError)
  })
})

describe('liveDrift', () => {
  it('tells what the live schema has lost, and nothing else', async () => {
    await db.sql('ALTER TABLE offers DROP COLUMN price')
    const change = (await liveDrift(db.connection)).replace(/^--.*$/gm, '').replace(/\s+/g, ' ')
    expect(change.trim()).toBe('ALTER TABLE "offers" ADD COLUMN "price" INTEGER;')
  })
})
