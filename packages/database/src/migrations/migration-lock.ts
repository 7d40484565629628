import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { ConnectionOptions } from '../connection.ts'
import { poolConfig } from '../connection.ts'
import type { Log } from '../log.ts'
import { withClient } from '../with-client.ts'

/** 'abitly' in ASCII: one lock for the whole database, because the engine's own is one for all schemas too. */
const LOCK_KEY = '107075303926905'
const RETRY_MS = 200

/**
 * Runs `work` while no other process migrates this database, in a schema that exists. The lock belongs to the
 * session: it ends with the process, however that dies.
 */
export function withMigrationLock<T>(
  connection: ConnectionOptions,
  log: Log,
  work: () => Promise<T>,
): Promise<T> {
  return withClient(poolConfig(connection), async (client) => {
    await takeLock(client, log)
    await createSchema(client, connection.schema)
    return work()
  })
}

async function takeLock(client: pg.Client, log: Log): Promise<void> {
  for (let tries = 0; !(await tryLock(client)); tries += 1) {
    if (tries === 0) log('another process is migrating this database: waiting for it')
    await wait(RETRY_MS)
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
    LOCK_KEY,
  ])
  return rows[0]?.locked === true
}

/** Asks first: CREATE SCHEMA IF NOT EXISTS wants the right to create one even where it exists. */
async function createSchema(client: pg.Client, schema: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema])
  if (rowCount === 0) await client.query(`CREATE SCHEMA "${schema}"`)
}
