import { pause } from './clock.ts'
import type { Clock } from './clock.ts'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export type { Counter, Gauge, Histogram } from 'prom-client'

/** One process's metrics. No label ever holds a user or chat id. */
export interface Metrics {
  counter<L extends string>(name: string, help: string, labels?: readonly L[]): Counter<L>
  gauge<L extends string>(
    name: string,
    help: string,
    labels?: readonly L[],
    collect?: (gauge: Gauge<L>) => Promise<void> | void,
  ): Gauge<L>
  histogram<L extends string>(
    name: string,
    help: string,
    buckets: number[],
    labels?: readonly L[],
  ): Histogram<L>
  /** The exposition text for `/metrics`. */
  expose(): Promise<{ contentType: string; text: string }>
}

/** How long one part may take to answer, in milliseconds: the page is read every few seconds. */
const ASK_WITHIN_MS = 2_000

/** A part that cannot be asked now leaves its gauge empty; the rest of the page still answers. */
async function askInTime<L extends string>(
  gauge: Gauge<L>,
  collect: (gauge: Gauge<L>) => Promise<void> | void,
  labelCount: number,
): Promise<void> {
  const over = new AbortController()
  const answered = Promise.resolve(gauge)
    .then(collect)
    .then(
      () => true,
      () => false,
    )
  const inTime = await Promise.race([answered, pause(ASK_WITHIN_MS, over.signal).then(() => false)])
  over.abort()
  if (inTime) return
  gauge.reset()
  // Resetting a gauge without labels makes it 0, which would be an answer.
  if (labelCount === 0) gauge.remove()
}

/** @param service becomes the label `service` of every metric of this process */
export function createMetrics(service: string, clock: Clock): Metrics {
  const startedAt = clock.now().getTime()
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  // Every 10 ms, its default, costs an idle process more than all the rest of it.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 })
  new Gauge({
    name: 'bot_uptime_seconds',
    help: 'Seconds since this process started',
    registers: [registry],
    collect() {
      this.set((clock.now().getTime() - startedAt) / 1000)
    },
  })
  return {
    counter: (name, help, labels = []) =>
      new Counter({ name, help, labelNames: [...labels], registers: [registry] }),
    gauge: (name, help, labels = [], collect) =>
      new Gauge({
        name,
        help,
        labelNames: [...labels],
        registers: [registry],
        ...(collect === undefined
          ? {}
          : {
              collect() {
                return askInTime(this, collect, labels.length)
              },
            }),
      }),
    histogram: (name, help, buckets, labels = []) =>
      new Histogram({ name, help, buckets, labelNames: [...labels], registers: [registry] }),
    expose: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}
