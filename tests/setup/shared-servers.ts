import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { migrate } from '@abitly/database'
import type { ControlledServer, SharedServers } from '@abitly/testing'
import {
  createTempFolder,
  engineAnswers,
  queryOnce,
  startAnyPostgres,
  startAnyRedis,
  startPostgresContainer,
  startRedisContainer,
  withDatabase,
} from '@abitly/testing'

const SCHEMA = 'abitly'

/** One PostgreSQL and one Redis for a whole test run, with a migrated database to copy. */
export async function startSharedServers(): Promise<{ servers: SharedServers; stop: () => Promise<void> }> {
  const folder = createTempFolder('tests')
  const containers = await engineAnswers(process.env)
  const [postgres, redis] = await Promise.all([
    sharedPostgres(folder.path, containers),
    sharedRedis(folder.path, containers),
  ])
  const templateDatabase = `abitly_template_${randomBytes(6).toString('hex')}`
  const stop = async (): Promise<void> => {
    await queryOnce(postgres.url, `DROP DATABASE IF EXISTS ${templateDatabase} WITH (FORCE)`)
    await Promise.all([postgres.stop(), redis.stop()])
    folder.remove()
  }
  try {
    await makeTemplate(postgres.url, templateDatabase)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    servers: { databaseUrl: postgres.url, templateDatabase, schema: SCHEMA, redisUrl: redis.url },
    stop,
  }
}

type Server = Pick<ControlledServer, 'url' | 'stop'>

/** `TEST_DATABASE_URL`, else a container where an engine answers, else a process of our own. */
async function sharedPostgres(folder: string, containers: boolean): Promise<Server> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return givenServer(given)
  const options = { dataDir: join(folder, 'postgres'), logFile: join(folder, 'postgres.log'), durable: false }
  const own = (): Promise<Server> => startAnyPostgres(options)
  return containers ? startPostgresContainer(options).catch(insteadOf('PostgreSQL', own)) : own()
}

/** `TEST_REDIS_URL`, else a container where an engine answers, else a process of our own. */
async function sharedRedis(folder: string, containers: boolean): Promise<Server> {
  const given = process.env['TEST_REDIS_URL']
  if (given !== undefined && given !== '') return givenServer(given)
  const options = { dataDir: join(folder, 'redis'), logFile: join(folder, 'redis.log'), durable: false }
  const own = (): Promise<Server> => startAnyRedis(options, say)
  return containers ? startRedisContainer(options).catch(insteadOf('Redis', own)) : own()
}

function givenServer(url: string): Server {
  return { url, stop: () => Promise.resolve() }
}

/** An engine without its images (no network) is no reason not to test. */
function insteadOf(name: string, own: () => Promise<Server>): (error: unknown) => Promise<Server> {
  return (error) => {
    say(`${name} did not start in a container (${String(error)}): it runs as a process`)
    return own()
  }
}

async function makeTemplate(adminUrl: string, name: string): Promise<void> {
  await queryOnce(adminUrl, `CREATE DATABASE ${name}`)
  await migrate({ url: withDatabase(adminUrl, name), schema: SCHEMA, ssl: false })
}

function say(message: string): void {
  process.stderr.write(`${message}\n`)
}
