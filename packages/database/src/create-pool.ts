import { Socket } from 'node:net'
import pg from 'pg'
import type { ConnectionOptions } from './connection.ts'
import { poolConfig } from './connection.ts'

/**
 * A frozen worker's open transaction would hold its update against the worker that took over, and a lock nobody
 * returns would hold everybody: the server ends both. In milliseconds.
 */
const SESSION_LIMITS = { statement_timeout: 10_000, idle_in_transaction_session_timeout: 10_000 }

/** Longer than any statement may take: a connection this silent leads to a frozen or vanished server. */
const SILENCE_MS = 12_000

/** How many connections a pool opens, under what name, and how long one may be silent. */
export interface PoolLimits {
  poolSize: number
  applicationName: string
  silenceMs?: number
}

/** Opens connections as they are needed. */
export function createPool(options: ConnectionOptions, limits: PoolLimits): pg.Pool {
  const pool = new pg.Pool({
    ...poolConfig(options, SESSION_LIMITS),
    max: limits.poolSize,
    application_name: limits.applicationName,
    stream: () => impatientSocket(limits.silenceMs ?? SILENCE_MS),
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}

/**
 * Ends itself after a long silence, and every query on it with it. The driver's own `query_timeout` is no use: it
 * hands the connection back to the pool with the transaction still open.
 */
function impatientSocket(silenceMs: number): Socket {
  const socket = new Socket()
  return socket.setTimeout(silenceMs, () => socket.destroy())
}
