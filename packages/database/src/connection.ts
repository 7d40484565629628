import { readFileSync } from 'node:fs'
import type { PoolConfig } from 'pg'

/** How to reach the tables; what `databaseSection` of the runtime yields. */
export interface ConnectionOptions {
  /** `postgresql://user:password@host:port/database`; its query string is ignored. */
  url: string
  /** Schema of every table, e.g. 'abitly'. */
  schema: string
  /** True: TLS with the certificate verified. False: none (the embedded server only). */
  ssl: boolean
  /** File (PEM) with the certificate of a private CA; absent: the system's. */
  caFile?: string | undefined
}

/** Session settings every connection starts with, e.g. `{ statement_timeout: 10000 }`. */
export type SessionSettings = Readonly<Record<string, string | number>>

const SCHEMA = /^[a-z_][a-z0-9_]{0,62}$/

/**
 * The options as `pg` takes them: in parts, because a connection string overrides TLS (`sslmode=`) and leads
 * the migration engine's shadow run to the real database.
 * TimeZone is fixed, because the Prisma adapter reads and writes moments as if every session were UTC.
 */
export function poolConfig(options: ConnectionOptions, settings: SessionSettings = {}): PoolConfig {
  if (!SCHEMA.test(options.schema)) {
    throw new RangeError('The schema must be a lower-case name of letters, digits and _, e.g. abitly')
  }
  if (!URL.canParse(options.url)) throw new TypeError('The database URL is not a URL')
  const { hostname, port, username, password, pathname } = new URL(options.url)
  const session = { search_path: options.schema, TimeZone: 'UTC', ...settings }
  return {
    host: decodeURIComponent(hostname).replace(/^\[|\]$/g, ''),
    port: port === '' ? 5432 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ssl: tls(options),
    options: Object.entries(session)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  }
}

function tls({ ssl, caFile }: ConnectionOptions): PoolConfig['ssl'] {
  if (!ssl) return false
  return { rejectUnauthorized: true, ...(caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') }) }
}
