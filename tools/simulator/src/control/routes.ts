import type { FastifyError, FastifyInstance } from 'fastify'
import { acceptJson } from '../json-body.ts'
import type { Telegram } from '../telegram.ts'
import { chatRoutes } from './chat-routes.ts'
import { ControlError } from './control-error.ts'
import type { EventStreams } from './event-stream.ts'
import { panelRoutes } from './panel-routes.ts'
import { queryNumber } from './params.ts'
import { peopleRoutes } from './people-routes.ts'
import type { Presses } from './presses.ts'
import { stateOf } from './state.ts'

interface ControlDependencies {
  telegram: Telegram
  presses: Presses
  streams: EventStreams
}

/** `/sim/*`: what the chat page and the tests use. */
export function controlRoutes(
  app: FastifyInstance,
  { telegram, presses, streams }: ControlDependencies,
  done: () => void,
): void {
  acceptJson(app)
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    void reply.code(error.statusCode ?? 500).send({ error: error.message })
  })
  app.get('/state', (request) => stateOf(telegram, queryNumber(request, 'user')))
  app.get('/events', (request, reply) => {
    reply.hijack()
    streams.open(reply.raw, queryNumber(request, 'user'))
  })
  app.get<{ Params: { uniqueId: string } }>('/files/:uniqueId', (request, reply) => {
    const file = telegram.world.files.byUniqueId(request.params.uniqueId)
    if (file === undefined) throw new ControlError(404, 'There is no such file')
    return reply
      .type(file.mime)
      .header('Cache-Control', 'max-age=86400')
      .header('X-Content-Type-Options', 'nosniff')
      .header('Content-Security-Policy', 'sandbox')
      .send(telegram.world.files.data(file))
  })
  peopleRoutes(app, telegram, presses)
  chatRoutes(app, telegram)
  panelRoutes(app, telegram, presses)
  done()
}
