import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '@abitly/runtime'
import type { LaneInlet } from '@abitly/queue'
import type { IngressMetrics } from '../metrics.ts'
import { parseUpdate } from '../parse-update.ts'
import type { MemoryGuard } from '../redis-memory.ts'
import { secretChecker } from '../secret.ts'
import { readBody } from './read-body.ts'
import type { Body } from './read-body.ts'

export interface WebhookDependencies {
  path: string
  secret: string
  inlet: Pick<LaneInlet, 'accept'>
  /** Keeps a body that is no update, for an operator to look at. */
  keepUnreadable: (reason: string, body: Buffer) => Promise<void>
  memory: Pick<MemoryGuard, 'full'>
  metrics: Pick<IngressMetrics, 'authFailures' | 'webhookUpdates'>
  logger: Logger
}

const RETRY_AFTER_SECONDS = '5'

/**
 * Telegram's updates: secret, store, 200. Nothing else happens here, and nothing is acknowledged before it is
 * stored. Whatever an authentic sender posts is answered 200 or 503: a 4xx would make Telegram hold back the chat.
 */
export function telegramWebhook(app: FastifyInstance, deps: WebhookDependencies): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', async (_request: FastifyRequest, payload: IncomingMessage) =>
      readBody(payload),
    )
    const isSecret = secretChecker(deps.secret)
    scope.addHook('onRequest', async (request, reply) => refuseEarly(request, reply, isSecret, deps))
    scope.post(deps.path, (request, reply) => receive(request.body as Body | undefined, reply, deps))
  })
}

/** Runs before the body is read: a stranger must not make us read a megabyte. */
async function refuseEarly(
  request: FastifyRequest,
  reply: FastifyReply,
  isSecret: (given: unknown) => boolean,
  deps: WebhookDependencies,
): Promise<void> {
  if (!isSecret(request.headers['x-telegram-bot-api-secret-token'])) {
    deps.metrics.authFailures.inc({ route: deps.path, status: '401' })
    await reply.code(401).send({ error: { code: 'UNAUTHORIZED', message: 'Wrong or missing secret token' } })
  } else if (deps.memory.full()) {
    await later(reply, 'QUEUE_FULL', 'The queue is full')
  }
  // Whatever the body is called, it is read the same way: Fastify would answer 415 to a name it cannot read.
  delete request.raw.headers['content-type']
}

async function receive(
  body: Body | undefined,
  reply: FastifyReply,
  deps: WebhookDependencies,
): Promise<FastifyReply> {
  try {
    const update = body === undefined || body.tooLarge ? null : parseUpdate(body.bytes)
    const result =
      update === null ? await setAside(body, deps) : await deps.inlet.accept(update.parsed, update.json)
    deps.metrics.webhookUpdates.inc({ result })
    return await reply.code(200).send()
  } catch (error) {
    deps.logger.warn({ err: error }, 'an update could not be stored')
    return await later(reply, 'QUEUE_UNREACHABLE', 'The update could not be stored')
  }
}

async function setAside(body: Body | undefined, deps: WebhookDependencies): Promise<'unreadable'> {
  const reason = body?.tooLarge === true ? 'over 1 MiB' : 'not an update'
  deps.logger.warn({ reason, bytes: body?.bytes.length ?? 0 }, 'an unreadable body was set aside')
  await deps.keepUnreadable(reason, body?.bytes ?? Buffer.alloc(0))
  return 'unreadable'
}

async function later(reply: FastifyReply, code: string, message: string): Promise<FastifyReply> {
  return await reply.code(503).header('retry-after', RETRY_AFTER_SECONDS).send({ error: { code, message } })
}
