import type { FastifyError, FastifyInstance } from 'fastify'
import { acceptJson } from '../json-body.ts'
import type { Telegram } from '../telegram.ts'
import { chatRoutes } from './chat-routes.ts'
import type { Crowd } from './crowd.ts'
import { crowdRoutes } from './crowd-routes.ts'
import type { EventStreams } from './event-stream.ts'
import { fileRoutes } from './file-routes.ts'
import { panelRoutes } from './panel-routes.ts'
import { queryNumber } from './params.ts'
import { peopleRoutes } from './people-routes.ts'
import type { Presses } from './presses.ts'
import { stateOf } from './state.ts'

interface ControlDependencies {
  telegram: Telegram
  presses: Presses
  crowd: Crowd
  streams: EventStreams
}

/** `/sim/*`: what the chat page and the tests use. */
export function controlRoutes(
  app: FastifyInstance,
  { telegram, presses, crowd, streams }: ControlDependencies,
  done: () => void,
): void {
  acceptJson(app)
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    void reply.code(error.statusCode ?? 500).send({ error: error.message })
  })
  app.get('/state', (request) => stateOf(telegram, crowd.status(), queryNumber(request, 'user')))
  app.get('/events', (request, reply) => {
    reply.hijack()
    streams.open(reply.raw, { userId: queryNumber(request, 'user'), crowdId: queryNumber(request, 'crowd') })
  })
  fileRoutes(app, telegram)
  peopleRoutes(app, telegram, presses)
  crowdRoutes(app, telegram, crowd)
  chatRoutes(app, telegram)
  panelRoutes(app, telegram, { presses, crowd })
  done()
}
