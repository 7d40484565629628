import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { acceptJson } from '../json-body.ts'
import type { Telegram } from '../telegram.ts'
import { sendAnswer } from './answer.ts'
import { logCall } from './call-log.ts'
import { chatOf, handleCall } from './handle-call.ts'
import { findMethod } from './methods/index.ts'
import { Refusal, badRequest } from './refusal.ts'
import { loggedPayload, readRequest } from './request-body.ts'

/** Uploads, bytes. */
const UPLOAD_MAX = 50 * 1024 * 1024
/** JSON and form bodies, bytes. */
const BODY_MAX = 1024 * 1024

interface Path {
  token: string
  method: string
}

/** `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export async function botApiRoutes(
  app: FastifyInstance,
  { telegram }: { telegram: Telegram },
): Promise<void> {
  await app.register(formbody, { bodyLimit: BODY_MAX })
  await app.register(multipart, { limits: { fileSize: UPLOAD_MAX, fieldSize: BODY_MAX, files: 20 } })
  acceptJson(app)
  app.setErrorHandler((error: FastifyError | Refusal, _request, reply) => {
    void sendAnswer(reply, { kind: 'refused', refusal: asRefusal(error) })
  })
  app.all<{ Params: Path }>('/bot:token/:method', { bodyLimit: UPLOAD_MAX }, (request, reply) =>
    answerCall(telegram, request, reply),
  )
  app.get<{ Params: { token: string; '*': string } }>('/file/bot:token/*', (request, reply) => {
    checkToken(request.params.token, telegram)
    const uniqueId = /\/([\w-]+)(?:\.\w+)?$/.exec(request.params['*'])?.[1] ?? ''
    const file = telegram.world.files.byUniqueId(uniqueId)
    if (file === undefined) throw new Refusal(404, 'Not Found')
    return reply.type('application/octet-stream').send(telegram.world.files.data(file))
  })
}

async function answerCall(
  telegram: Telegram,
  request: FastifyRequest<{ Params: Path }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const at = telegram.world.now()
  checkToken(request.params.token, telegram)
  const method = findMethod(request.params.method)
  if (method === undefined) throw new Refusal(404, 'Not Found: method not found')
  const body = await readRequest(request)
  const call = { ...body, onHangUp: (listener: () => void) => void reply.raw.on('close', listener) }
  const chatId = chatOf(call, telegram)
  const answer = await handleCall(method, call, telegram)
  const logged = { at, method: method.name, chatId, args: body.args, payload: loggedPayload(body) }
  logCall(telegram.world, logged, answer)
  return sendAnswer(reply, answer)
}

function checkToken(token: string, { options }: Telegram): void {
  if (!/^[1-9]\d*:[\w-]+$/.test(token)) throw new Refusal(404, 'Not Found')
  if (token !== options.botToken) throw new Refusal(401, 'Unauthorized')
}

function asRefusal(error: FastifyError | Refusal): Refusal {
  if (error instanceof Refusal) return error
  const status = error.statusCode ?? 500
  if (status === 413) return new Refusal(413, 'Request Entity Too Large')
  return status < 500 ? badRequest(error.message) : new Refusal(500, 'Internal Server Error')
}
