import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { defined } from '../defined.ts'
import { findInCrowd, receivedCounts } from '../store/crowd.ts'
import type { Telegram } from '../telegram.ts'
import { CROWD_MAX } from './crowd.ts'
import type { Crowd } from './crowd.ts'
import { queryNumber, queryText, readBody } from './params.ts'

const FOUND = 50
const FOUND_MAX = 1000
const IN_FLIGHT_MAX = 1000

const newCrowd = z.object({
  count: z.number().int().min(1).max(CROWD_MAX),
  languageCode: z.string().min(2).max(10).optional(),
  blockedShare: z.number().min(0).max(1).optional(),
  deactivated: z.number().int().min(0).optional(),
  press: z.boolean().optional(),
  inFlight: z.number().int().min(1).max(IN_FLIGHT_MAX).optional(),
  firstId: z.number().int().positive().optional(),
})

/** Many people at once. */
export function crowdRoutes(app: FastifyInstance, { world }: Telegram, crowd: Crowd): void {
  app.post('/crowd', (request) => {
    const { count, ...rest } = readBody(newCrowd, request)
    return crowd.add({ count, ...defined(rest) })
  })
  app.get('/crowd', () => crowd.status())
  app.delete('/crowd', () => {
    crowd.remove()
    return {}
  })
  app.get('/crowd/people', (request) => {
    const limit = Math.min(queryNumber(request, 'limit') ?? FOUND, FOUND_MAX)
    return findInCrowd(world, queryText(request, 'search') ?? '', limit)
  })
  app.get('/crowd/received', () => receivedCounts(world))
  app.post('/quiet', () => {
    for (const user of world.users.values()) user.lastActiveAt = 0
    return {}
  })
}
