import type { FastifyInstance } from 'fastify'

/** JSON bodies that may be empty; an unreadable one becomes a text, which the routes refuse in their own words. */
export function acceptJson(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    done(null, parsed(String(body)))
  })
}

function parsed(body: string): unknown {
  if (body.trim() === '') return undefined
  try {
    return JSON.parse(body) as unknown
  } catch {
    return 'unreadable'
  }
}
