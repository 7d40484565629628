import { existsSync, readFileSync } from 'node:fs'
import type { Environment } from '@abitly/runtime'

const SERVERS = ['DATABASE_URL', 'DB_HOST', 'REDIS_URL']

/**
 * The environment of a command. Where no server is named, those of the platform that `npm start` runs are meant, so
 * that a newcomer's first command needs no set-up. A server that is named is never mixed with them.
 * @param stackFile what the running platform wrote about itself; it is gone when the platform is
 */
export function localEnvironment(env: Environment, stackFile: string): Environment {
  if (SERVERS.some((name) => (env[name] ?? '') !== '') || !existsSync(stackFile)) return env
  const { databaseUrl, redisUrl } = JSON.parse(readFileSync(stackFile, 'utf8')) as {
    databaseUrl: string
    redisUrl: string
  }
  return { ...env, DATABASE_URL: databaseUrl, DB_SSL: 'false', REDIS_URL: redisUrl }
}
