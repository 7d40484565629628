import { chownSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { childrenOf } from '../processes/children.ts'
import { endLeftoverOf } from '../processes/leftover.ts'
import type { ProcessSpec } from '../processes/owned-process.ts'
import { describeExit, startProcess } from '../processes/owned-process.ts'
import { basicEnvironment } from '../processes/spawn-service.ts'
import type { ControlledServer } from './controlled-server.ts'
import { startControlledServer } from './controlled-server.ts'
import { freePort } from './free-port.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { NOBODY, asOrdinaryUser, findPostgres } from './postgres-binaries.ts'

export interface PostgresOptions {
  /** Holds the data; made when it does not exist. */
  readonly dataDir: string
  readonly logFile: string
  /** True: survives a power cut, and outlives an orphaned parent gracefully. False: fast, for tests. */
  readonly durable: boolean
  /** Made when it does not exist; `url` points to it. Default: `postgres`. */
  readonly database?: string
  /** Default: a free one. */
  readonly port?: number
  /** Default: what `findPostgres` finds. */
  readonly binaries?: PostgresBinaries
}

/**
 * Several times faster, and loses data with the power, not with the process: commits stay synchronous. A killed server
 * leaves nothing in /dev/shm.
 */
export const FAST_SETTINGS = ['fsync=off', 'full_page_writes=off', 'dynamic_shared_memory_type=mmap']
/** Recovery after a crash included. */
const READY_WITHIN_MS = 60_000

/**
 * Starts a PostgreSQL server on 127.0.0.1 and resolves when it answers. A server that an earlier, killed run left on
 * the same data is ended first.
 */
export async function startPostgres(options: PostgresOptions): Promise<ControlledServer> {
  const binaries = options.binaries ?? findPostgres(process.env)
  if (binaries === undefined)
    throw new Error(`No PostgreSQL for ${process.platform}-${process.arch} is installed`)
  const { dataDir, database = 'postgres' } = options
  await endLeftoverOf(join(dataDir, 'postmaster.pid'), 'postgres', 'SIGINT')
  if (!existsSync(join(dataDir, 'PG_VERSION'))) await initialise(binaries, options)
  const port = options.port ?? (await freePort())
  const address = `postgresql://postgres@127.0.0.1:${port}`
  const server = await startControlledServer({
    name: 'PostgreSQL',
    url: `${address}/${database}`,
    port,
    readyWithinMs: READY_WITHIN_MS,
    launch: () => startProcess(serverSpec(binaries, options, port)),
    probe: () => queryOnce(`${address}/postgres`, 'SELECT 1'),
    helpers: childrenOf,
  })
  await ensureDatabase(`${address}/postgres`, database)
  return server
}

function serverSpec(
  binaries: PostgresBinaries,
  { dataDir, logFile, durable }: PostgresOptions,
  port: number,
): ProcessSpec {
  const settings = ['unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC', 'max_connections=300']
  const args = ['-D', dataDir, '-h', '127.0.0.1', '-p', String(port)]
  for (const setting of durable ? settings : [...settings, ...FAST_SETTINGS]) args.push('-c', setting)
  return {
    name: 'PostgreSQL',
    ...asOrdinaryUser(binaries.postgres, args, [dataDir]),
    env: serverEnvironment(),
    logFile,
    // SIGINT: "fast shutdown", ends sessions and writes everything. SIGQUIT: at once, recovers at the next start.
    stop: { signal: durable ? 'SIGINT' : 'SIGQUIT', graceMs: 10_000 },
    orphaned: durable
      ? { signal: 'SIGINT', graceMs: 10_000, stage: 3 }
      : { signal: 'SIGQUIT', graceMs: 2_000, stage: 0 },
  }
}

/** Made under another name first: a folder with the right name is always complete. */
async function initialise(
  binaries: PostgresBinaries,
  { dataDir, logFile, durable }: PostgresOptions,
): Promise<void> {
  const draft = `${dataDir}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  if (process.getuid?.() === 0) chownSync(draft, NOBODY, NOBODY)
  // Without a provider of its own, encoding and lower() of Ukrainian text would depend on LANG.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = ['-D', draft, '-U', 'postgres', '-A', 'trust', ...locale, ...(durable ? [] : ['--no-sync'])]
  const initdb = await startProcess({
    name: 'initdb',
    ...asOrdinaryUser(binaries.initdb, args, [draft]),
    env: serverEnvironment(),
    cwd: dirname(draft),
    logFile,
    stop: { signal: 'SIGTERM', graceMs: 5_000 },
  })
  const exit = await initdb.exited
  if (exit.code !== 0) throw new Error(`initdb ${describeExit(exit)}. It wrote:\n${initdb.logs().trim()}`)
  rmSync(dataDir, { recursive: true, force: true })
  renameSync(draft, dataDir)
}

/** No PG* variable of ours may steer the server. */
function serverEnvironment(): Record<string, string | undefined> {
  return { ...basicEnvironment(), LANG: undefined, LC_ALL: 'C' }
}

/** Makes the database when it does not exist. */
export async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const found = await queryOnce(adminUrl, 'SELECT 1 FROM pg_database WHERE datname = $1', [database])
  if (found === 0) await queryOnce(adminUrl, `CREATE DATABASE ${pg.escapeIdentifier(database)}`)
}

/**
 * One statement on a connection of its own.
 * @returns how many rows it gave or touched
 */
export async function queryOnce(url: string, sql: string, values: readonly unknown[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(sql, [...values])).rowCount ?? 0
  } finally {
    await client.end().catch(() => undefined)
  }
}
