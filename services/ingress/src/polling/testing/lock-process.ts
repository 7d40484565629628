/** A process that polls while it may, for tests to freeze: it says `poll` each time, and why it has to stop. */
import { connectRedis, createLogger, createRedis, pause } from '@abitly/runtime'
import { takePollingLock } from '../lock.ts'

const [url = '', lockMs = ''] = process.argv.slice(2)
const logger = createLogger({ service: 'test', level: 'silent' })
const redis = createRedis({ url, profile: 'producer', name: 'test', logger })
await connectRedis(redis)
const lock = await takePollingLock(
  { redis, logger, environment: 'development' },
  { lockMs: Number(lockMs), renewEveryMs: Number(lockMs) / 4 },
)
while (lock.held()) {
  process.stdout.write('poll\n')
  await pause(10)
}
if (!lock.lost.aborted) await new Promise((resolve) => lock.lost.addEventListener('abort', resolve))
process.stdout.write(`${String(lock.lost.reason)}\n`)
await lock.release()
process.exit(1)
