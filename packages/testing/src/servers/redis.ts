import { mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { endLeftoverOf } from '../processes/leftover.ts'
import { startProcess } from '../processes/owned-process.ts'
import { basicEnvironment } from '../processes/spawn-service.ts'
import type { ControlledServer } from './controlled-server.ts'
import { startControlledServer } from './controlled-server.ts'
import { freePort } from './free-port.ts'

export interface RedisOptions {
  readonly binary: string
  /** Holds the append-only file; made when it does not exist. */
  readonly dataDir: string
  readonly logFile: string
  /** True: an orphaned server is asked to write and end; false: it is killed. */
  readonly durable: boolean
  /** Default: a free one. */
  readonly port?: number
}

/**
 * What makes "acknowledged" mean "stored": every write is on disk before it is answered, and a full Redis refuses
 * instead of forgetting.
 */
export const REDIS_SETTINGS = [
  ...['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''],
  ...['--maxmemory-policy', 'noeviction'],
] as const

/** Loading a large append-only file included. */
const READY_WITHIN_MS = 60_000

/**
 * Starts a Redis server on 127.0.0.1 and resolves when it answers. A server that an earlier, killed run left on the
 * same data is ended first: two on one append-only file would destroy it.
 */
export async function startRedis(options: RedisOptions): Promise<ControlledServer> {
  const { binary, dataDir, logFile, durable } = options
  const pidFile = join(dataDir, 'redis.pid')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  await endLeftoverOf(pidFile, basenameOf(binary), 'SIGTERM')
  const port = options.port ?? (await freePort())
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dataDir, '--pidfile', pidFile]
  return startControlledServer({
    name: 'Redis',
    url: `redis://127.0.0.1:${port}/0`,
    port,
    readyWithinMs: READY_WITHIN_MS,
    launch: () =>
      startProcess({
        name: 'Redis',
        command: binary,
        args: [...place, ...REDIS_SETTINGS],
        env: basicEnvironment(),
        logFile,
        stop: { signal: 'SIGTERM', graceMs: 10_000 },
        orphaned: durable
          ? { signal: 'SIGTERM', graceMs: 10_000, stage: 2 }
          : { signal: 'SIGKILL', graceMs: 2_000, stage: 0 },
      }),
    probe: () => pingRedis({ port }),
  })
}

function basenameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

export interface RedisAddress {
  /** Default: this machine. */
  readonly host?: string
  readonly port: number
  readonly password?: string
}

/** Rejects unless the server at this port answers PING; one that still loads its data does not. */
export async function pingRedis({ host = '127.0.0.1', port, password }: RedisAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host, timeout: 2_000 })
    socket.on('connect', () =>
      socket.write(`${password === undefined ? '' : `AUTH ${password}\r\n`}PING\r\n`),
    )
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString()
      if (answer === '+OK\r\n') return
      socket.destroy()
      if (answer.endsWith('+PONG\r\n')) resolve()
      else reject(new Error(`Redis answered ${answer.trim()}`))
    })
    socket.on('timeout', () => socket.destroy(new Error('Redis does not answer PING')))
    socket.on('error', reject)
  })
}
