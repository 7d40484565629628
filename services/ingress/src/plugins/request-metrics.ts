import type { FastifyInstance } from 'fastify'
import type { IngressMetrics } from '../metrics.ts'

/** Counts every answer by route pattern, never by the address asked for: strangers choose those. */
export function requestMetrics(app: FastifyInstance, metrics: Pick<IngressMetrics, 'httpRequests'>): void {
  // Looked up once per route and status: this runs at every request.
  const counters = new Map<string, ReturnType<typeof metrics.httpRequests.labels>>()
  app.addHook('onResponse', (request, reply, done) => {
    const labels = { route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) }
    const key = `${labels.status} ${labels.route}`
    const counter = counters.get(key) ?? metrics.httpRequests.labels(labels)
    counters.set(key, counter)
    counter.inc()
    done()
  })
}
