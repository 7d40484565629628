import { randomBytes } from 'node:crypto'
import type { ControlledServer } from './controlled-server.ts'
import { engineAnswers, startContainer } from './docker.ts'
import { installHint } from './install-hint.ts'
import { compileRedis, findRedis, installRedis } from './redis-binary.ts'
import type { RedisOptions } from './redis.ts'
import { REDIS_SETTINGS, pingRedis, startRedis } from './redis.ts'

const IMAGE = 'redis:8.2-bookworm'

/**
 * Starts Redis by the first means there is: a local binary, a Docker engine, an installation by apt-get, a build from
 * source.
 * @param note told about means that take long or did not work
 * @throws Error with the one command that installs Redis here
 */
export async function startAnyRedis(
  options: Omit<RedisOptions, 'binary'>,
  note: (message: string) => void = () => undefined,
): Promise<ControlledServer> {
  const local = findRedis(process.env)
  if (local !== undefined) return startRedis({ ...options, binary: local })
  if (await engineAnswers(process.env)) {
    note('Redis is not installed: it runs in a container')
    try {
      return await startRedisContainer(options)
    } catch (error) {
      note(`the container did not start: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  note('Redis is not installed: installing it')
  const binary = (await installRedis(process.env)) ?? (await compileRedis())
  if (binary !== undefined) return startRedis({ ...options, binary })
  throw new Error(`Redis is needed and could not be installed from here. Run: ${installHint('redis')}`)
}

export async function startRedisContainer(
  options: Pick<RedisOptions, 'dataDir' | 'durable'>,
): Promise<ControlledServer> {
  // A published port can be reached from outside this machine.
  const password = randomBytes(16).toString('hex')
  return startContainer({
    name: 'Redis',
    image: IMAGE,
    port: 6379,
    command: ['redis-server', ...REDIS_SETTINGS, '--requirepass', password],
    ...(options.durable ? { mount: { source: options.dataDir, target: '/data' } } : {}),
    url: (host, port) => `redis://:${password}@${host}:${port}/0`,
    probe: (host, port) => pingRedis({ host, port, password }),
  })
}
