import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { User } from '../store/model.ts'
import type { World } from '../store/world.ts'
import { ControlError } from './control-error.ts'

/** The body, checked; every problem is named. An absent body counts as `{}`. */
export function readBody<T extends z.ZodType>(schema: T, request: FastifyRequest): z.output<T> {
  const parsed = schema.safeParse(request.body ?? {})
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
  throw new ControlError(400, problems.join('; '))
}

/** The number in the path. */
export function pathId(request: FastifyRequest): number {
  const { id } = request.params as { id?: string }
  const value = Number(id)
  if (!Number.isSafeInteger(value)) throw new ControlError(400, 'The id in the path must be a whole number')
  return value
}

/** The user of the path. */
export function pathUser(request: FastifyRequest, world: World): User {
  const id = pathId(request)
  const user = world.users.get(id)
  if (user === undefined) throw new ControlError(404, `There is no user ${id}`)
  return user
}

/** A number of the query, if it is there. */
export function queryNumber(request: FastifyRequest, name: string): number | undefined {
  const value = (request.query as Record<string, string | undefined>)[name]
  return value === undefined || value === '' || Number.isNaN(Number(value)) ? undefined : Number(value)
}

export function queryText(request: FastifyRequest, name: string): string | undefined {
  return (request.query as Record<string, string | undefined>)[name]
}
