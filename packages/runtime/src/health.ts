import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pause } from './clock.ts'

/** A check resolves when the part works and rejects when it does not. */
export type Check = () => Promise<unknown>

export interface HealthOptions {
  service: string
  version: string
  /** Every part `/ping` reports, by name. */
  checks: Readonly<Record<string, Check>>
  /** The parts without which this service cannot work: what `/readyz` asks. */
  essential: readonly string[]
  /** What else people want to know, such as who leads. Shown with every report, without a say in it. */
  facts?: () => Readonly<Record<string, string>>
}

export interface HealthReport {
  status: 200 | 503
  body: {
    status: 'ok' | 'failing'
    service: string
    version: string
    checks: Record<string, string>
    facts?: Readonly<Record<string, string>>
  }
}

/** Answers of the health routes, whatever server shows them. */
export interface Health {
  ping(): Promise<HealthReport>
  ready(): Promise<HealthReport>
  /** From now on (true) or no longer (false) ready, besides what the checks say. */
  setReady(ready: boolean): void
}

const CHECK_TIMEOUT_MS = 2_000

/** @returns the health of a service that is not ready until `setReady(true)` */
export function createHealth({ service, version, checks, essential, facts }: HealthOptions): Health {
  let open = false
  const report = async (
    names: readonly string[],
    extra: Record<string, string> = {},
  ): Promise<HealthReport> => {
    const results = await Promise.all(
      names.map(async (name) => [name, await runCheck(checks[name])] as const),
    )
    const parts = { ...Object.fromEntries(results), ...extra }
    const ok = Object.values(parts).every((part) => part === 'ok')
    return {
      status: ok ? 200 : 503,
      body: {
        ...{ status: ok ? ('ok' as const) : ('failing' as const), service, version, checks: parts },
        ...(facts === undefined ? {} : { facts: facts() }),
      },
    }
  }
  return {
    ping: () => report(Object.keys(checks)),
    ready: () => report(essential, { service: open ? 'ok' : 'starting or stopping' }),
    setReady: (ready) => {
      open = ready
    },
  }
}

async function runCheck(check: Check | undefined): Promise<string> {
  if (check === undefined) return 'unknown check'
  const late = new AbortController()
  const timeout = pause(CHECK_TIMEOUT_MS, late.signal).then(() => 'no answer within 2 s')
  // The reason stays out of the answer: it may hold addresses. The log has it.
  const result = Promise.resolve()
    .then(check)
    .then(
      () => 'ok',
      () => 'failing',
    )
  const first = await Promise.race([result, timeout])
  late.abort()
  return first
}

export interface HealthServer {
  readonly port: number
  close(): Promise<void>
}

/** Serves `/healthcheck`, `/ping`, `/readyz` and `/metrics` for a service that has no HTTP of its own. */
export async function serveHealth(
  health: Health,
  metrics: () => Promise<{ contentType: string; text: string }>,
  port: number,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    void answer(request, response, health, metrics).catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  health: Health,
  metrics: () => Promise<{ contentType: string; text: string }>,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0]
  if (path === '/healthcheck') response.writeHead(200, { 'content-type': 'text/plain' }).end('OK')
  else if (path === '/ping') sendReport(response, await health.ping())
  else if (path === '/readyz') sendReport(response, await health.ready())
  else if (path === '/metrics') {
    const { contentType, text } = await metrics()
    response.writeHead(200, { 'content-type': contentType }).end(text)
  } else response.writeHead(404).end()
}

function sendReport(response: ServerResponse, { status, body }: HealthReport): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
