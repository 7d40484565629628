import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { botApiRoutes } from './bot-api/routes.ts'
import { withDefaults } from './config.ts'
import type { SimulatorOptions } from './config.ts'
import { createCrowd } from './control/crowd.ts'
import { createEventStreams } from './control/event-stream.ts'
import { createPresses } from './control/presses.ts'
import { controlRoutes } from './control/routes.ts'
import { staticFiles } from './static-files.ts'
import { createStateFile } from './store/state-file.ts'
import { createTelegram } from './telegram.ts'
import type { Telegram } from './telegram.ts'

export interface Simulator {
  app: FastifyInstance
  /** The Telegram behind it, for tests in the same process. */
  telegram: Telegram
  /** Listens, and returns the address, e.g. `http://127.0.0.1:8081`. */
  start(): Promise<string>
  /** Ends event streams, deliveries and connections, saves the state. Takes well under a second. */
  stop(): Promise<void>
}

/** Builds a whole simulated Telegram; nothing listens or is sent before `start`. */
export async function buildSimulator(
  given: Partial<SimulatorOptions> & Pick<SimulatorOptions, 'botToken'>,
): Promise<Simulator> {
  const options = withDefaults(given)
  const telegram = createTelegram(options)
  const presses = createPresses(telegram)
  const crowd = createCrowd(telegram, presses)
  const streams = createEventStreams(telegram)
  const state = options.stateFile === undefined ? undefined : createStateFile(telegram, options.stateFile)
  const app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 200 } })
  app.get('/healthcheck', () => 'OK')
  await app.register(botApiRoutes, { telegram })
  await app.register(controlRoutes, { prefix: '/sim', telegram, presses, crowd, streams })
  await app.register(staticFiles)
  answerUnknown(app)
  return {
    app,
    telegram,
    async start() {
      state?.open()
      return app.listen({ host: options.host, port: options.port })
    },
    async stop() {
      streams.close()
      presses.clear()
      crowd.stop()
      telegram.webhook.stop()
      telegram.poller.wake()
      telegram.world.actions.clear()
      await app.close()
      await state?.close()
    },
  }
}

function answerUnknown(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/sim/')) return reply.code(404).send({ error: 'There is no such endpoint' })
    return reply.code(404).send({ ok: false, error_code: 404, description: 'Not Found' })
  })
}
