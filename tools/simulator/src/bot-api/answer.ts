import type { FastifyReply } from 'fastify'
import { Described } from './method.ts'
import type { Refusal } from './refusal.ts'

/** What becomes of a call: an envelope, or one of the ways in which the network fails. */
export type Answer =
  | { kind: 'ok'; result: unknown; description?: string }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'html' }
  | { kind: 'reset' }

export function okAnswer(result: unknown): Answer {
  if (result instanceof Described)
    return { kind: 'ok', result: result.result, description: result.description }
  return { kind: 'ok', result }
}

const GATEWAY_PAGE = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>
</html>
`

/** Writes the answer to the wire. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.kind === 'reset') {
    reply.hijack()
    reply.raw.destroy()
    return reply
  }
  if (answer.kind === 'html') return reply.code(502).type('text/html').send(GATEWAY_PAGE)
  reply.type('application/json')
  if (answer.kind === 'ok') {
    const { result, description } = answer
    return reply.send(
      JSON.stringify({ ok: true, result, ...(description === undefined ? {} : { description }) }),
    )
  }
  const { code, message, parameters } = answer.refusal
  if (parameters?.retry_after !== undefined) reply.header('Retry-After', parameters.retry_after)
  return reply.code(code).send(
    JSON.stringify({
      ok: false,
      error_code: code,
      description: message,
      ...(parameters === undefined ? {} : { parameters }),
    }),
  )
}
