import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { ControlledServer } from './controlled-server.ts'
import { engineAnswers, startContainer } from './docker.ts'
import { installHint } from './install-hint.ts'
import { findPostgres } from './postgres-binaries.ts'
import type { PostgresOptions } from './postgres.ts'
import { FAST_SETTINGS, ensureDatabase, queryOnce, startPostgres } from './postgres.ts'

const IMAGE = 'postgres:18.4-bookworm'
/** Since version 18 the image keeps its data in a folder per version below this one. */
const DATA_FOLDER = '/var/lib/postgresql'

/**
 * Starts PostgreSQL by the first means there is: the server that npm installed, one on the PATH, a Docker engine.
 * @throws Error with the one command that installs PostgreSQL here
 */
export async function startAnyPostgres(options: PostgresOptions): Promise<ControlledServer> {
  const binaries = findPostgres(process.env)
  if (binaries !== undefined) return startPostgres({ ...options, binaries })
  if (await engineAnswers(process.env)) return startPostgresContainer(options)
  throw new Error(
    `No PostgreSQL runs on ${process.platform}-${process.arch} as npm installs it. Run: ${installHint('postgresql')}`,
  )
}

export async function startPostgresContainer({
  dataDir,
  durable,
  database = 'postgres',
}: Pick<PostgresOptions, 'dataDir' | 'durable' | 'database'>): Promise<ControlledServer> {
  if (durable) mkdirSync(dataDir, { recursive: true })
  const password = keptPassword(`${dataDir}.password`)
  const address = (host: string, port: number): string => `postgresql://postgres:${password}@${host}:${port}`
  const server = await startContainer({
    name: 'PostgreSQL',
    image: IMAGE,
    port: 5432,
    command: ['postgres', ...(durable ? [] : FAST_SETTINGS).flatMap((setting) => ['-c', setting])],
    environment: {
      POSTGRES_PASSWORD: password,
      POSTGRES_INITDB_ARGS: '--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8',
    },
    ...(durable ? { mount: { source: dataDir, target: DATA_FOLDER } } : {}),
    url: (host, port) => `${address(host, port)}/${database}`,
    probe: (host, port) => queryOnce(`${address(host, port)}/postgres`, 'SELECT 1'),
  })
  await ensureDatabase(server.url, database)
  return server
}

/** A published port can be reached from outside this machine. The server takes its password once, with the first start. */
function keptPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
