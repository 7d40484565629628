import { join } from 'node:path'
import { startAnyPostgres, startAnyRedis } from '@abitly/testing'
import type { RunPaths } from './paths.ts'
import type { SupervisedServer } from './supervise-server.ts'
import { superviseServer } from './supervise-server.ts'

const DATABASE = 'abitly'

/** PostgreSQL of this copy of the project; its data outlives every stop. */
export async function startOwnPostgres(
  paths: RunPaths,
  note: (message: string) => void,
): Promise<SupervisedServer> {
  const server = await startAnyPostgres({
    dataDir: paths.postgres,
    logFile: join(paths.logs, 'postgres.log'),
    durable: true,
    database: DATABASE,
  })
  return superviseServer('PostgreSQL', server, note)
}

/** Redis of this copy of the project; its data outlives every stop. */
export async function startOwnRedis(
  paths: RunPaths,
  note: (message: string) => void,
): Promise<SupervisedServer> {
  const server = await startAnyRedis(
    { dataDir: paths.redis, logFile: join(paths.logs, 'redis.log'), durable: true },
    note,
  )
  return superviseServer('Redis', server, note)
}
