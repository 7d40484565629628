/** A service that does nothing but live: run by tests as a process of its own, with the address of Redis. */
import { loadConfig } from '../config/load.ts'
import { processSection } from '../config/sections.ts'
import { systemClock } from '../clock.ts'
import { startHeartbeat } from '../heartbeat.ts'
import { runService } from '../lifecycle.ts'
import { createMetrics } from '../metrics.ts'
import { closeRedis, connectRedis, createRedis } from '../redis.ts'

const [url = '', instance = ''] = process.argv.slice(2)

await runService(
  'lives',
  () => loadConfig({ process: processSection }, {}),
  async (_config, { own, logger }) => {
    const redis = createRedis({ url, profile: 'worker', name: instance })
    await connectRedis(redis)
    own('redis', () => closeRedis(redis))
    const metrics = createMetrics('lives', systemClock)
    const heartbeat = startHeartbeat(redis, { service: 'lives', instance, logger, metrics, everyMs: 100 })
    own('heartbeat', (exitCode) => heartbeat.close(exitCode === 0))
    process.on('SIGUSR2', () => {
      throw new Error('a bug')
    })
  },
)
