/** What ingress is measured against: a bare Fastify route that awaits one LPUSH, run as a process of its own. */
import fastify from 'fastify'
import { createRedis } from '@abitly/runtime'

const redis = createRedis({ url: process.env['REDIS_URL'] ?? '', profile: 'producer', name: 'peer' })
await redis.connect()
const app = fastify()
app.get('/healthcheck', async () => 'OK')
app.post('/telegram/webhook', async (request) => {
  await redis.lpush('bench:peer', JSON.stringify(request.body))
  return ''
})
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
