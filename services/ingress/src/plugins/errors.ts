import type { FastifyError, FastifyInstance } from 'fastify'

/** One shape for every error; what happened inside stays in the log. */
export function errorAnswers(app: FastifyInstance): void {
  app.setNotFoundHandler(async (_request, reply) =>
    reply.code(404).send({ error: { code: 'NOT_FOUND', message: 'There is nothing at this address' } }),
  )
  app.setErrorHandler(async (error: Error & Partial<FastifyError>, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ err: error }, 'a request failed')
    const message = status >= 500 ? 'Something went wrong here' : error.message
    return reply
      .code(status)
      .send({ error: { code: status >= 500 ? 'INTERNAL' : (error.code ?? 'BAD_REQUEST'), message } })
  })
}
