import { createDatabase } from '@abitly/database'
import type { Database } from '@abitly/database'
import {
  closeRedis,
  connectRedis,
  createRedis,
  databaseSection,
  loadConfig,
  redisSection,
} from '@abitly/runtime'
import type { Environment, Redis } from '@abitly/runtime'

/** Opens the database for one piece of work and closes it afterwards, whatever happens. */
export async function withDatabase<T>(
  env: Environment,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const config = loadConfig({ database: databaseSection }, env)
  const database = createDatabase({ ...config.database, poolSize: 2, applicationName: 'abitly' })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Opens Redis for one piece of work and closes it afterwards, whatever happens. */
export async function withRedis<T>(env: Environment, work: (redis: Redis) => Promise<T>): Promise<T> {
  const { redis: config } = loadConfig({ redis: redisSection }, env)
  const redis = createRedis({ url: config.url, profile: 'producer', name: 'abitly' })
  try {
    await connectRedis(redis)
    return await work(redis)
  } finally {
    await closeRedis(redis)
  }
}
