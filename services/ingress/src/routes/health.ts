import type { FastifyInstance } from 'fastify'
import type { Health } from '@abitly/runtime'

/** What the platform and Prometheus ask. */
export function healthRoutes(
  app: FastifyInstance,
  health: Health,
  metrics: () => Promise<{ contentType: string; text: string }>,
): void {
  app.get('/healthcheck', async (_request, reply) => reply.type('text/plain').send('OK'))
  app.get('/ping', async (_request, reply) => {
    const { status, body } = await health.ping()
    return reply.code(status).send(body)
  })
  app.get('/readyz', async (_request, reply) => {
    const { status, body } = await health.ready()
    return reply.code(status).send(body)
  })
  app.get('/api/v1/health/', async () => ({ status: 'ok' }))
  app.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await metrics()
    return reply.header('content-type', contentType).send(text)
  })
}
