import type { FastifyInstance } from 'fastify'
import type { IngressMetrics } from '../metrics.ts'

/** Counts every answer by route pattern, never by the address asked for: strangers choose those. */
export function requestMetrics(app: FastifyInstance, metrics: IngressMetrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    metrics.httpRequests.inc({
      route: request.routeOptions.url ?? 'unknown',
      status: String(reply.statusCode),
    })
    done()
  })
}
