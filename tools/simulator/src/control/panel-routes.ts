import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { defined } from '../defined.ts'
import type { Telegram } from '../telegram.ts'
import { ControlError } from './control-error.ts'
import { injectUpdate } from './inject.ts'
import { pathId, queryNumber, queryText, readBody } from './params.ts'
import type { Crowd } from './crowd.ts'
import type { Presses } from './presses.ts'
import { statsOf } from './state.ts'

const newFault = z.object({
  kind: z.enum([
    ...(['too-many-requests', 'forbidden', 'server-error', 'html-body', 'delay'] as const),
    ...(['reset-before', 'reset-after', 'unauthorized'] as const),
    ...(['duplicate-delivery', 'reordered-press', 'resent-press'] as const),
  ]),
  chatId: z.number().int().optional(),
  bulk: z.boolean().optional(),
  method: z.string().optional(),
  times: z.number().int().positive().optional(),
  retryAfter: z.number().int().positive().optional(),
  delayMs: z.number().int().positive().optional(),
})

/** The developer panel: faults, violations, deliveries, calls. */
export function panelRoutes(
  app: FastifyInstance,
  telegram: Telegram,
  { presses, crowd }: { presses: Presses; crowd: Crowd },
): void {
  const { world, faults, violations } = telegram
  app.get('/faults', () => faults.list())
  app.post('/faults', (request) => {
    const { kind, ...rest } = readBody(newFault, request)
    return faults.add({ kind, ...defined(rest) })
  })
  app.delete('/faults', () => {
    faults.clear()
    return {}
  })
  app.delete('/faults/:id', (request) => {
    const id = pathId(request)
    if (!faults.remove(id)) throw new ControlError(404, `There is no fault ${id}`)
    return {}
  })
  app.get('/violations', () => violations.list())
  app.delete('/violations', () => {
    violations.clear()
    world.counters.violations = 0
    return {}
  })
  app.get('/calls', (request) => {
    const method = queryText(request, 'method')?.toLowerCase()
    const chat = queryNumber(request, 'chat')
    return world.calls.newestFirst(
      queryNumber(request, 'limit'),
      (call) =>
        (method === undefined || call.method.toLowerCase() === method) &&
        (chat === undefined || call.chatId === chat),
    )
  })
  app.get('/stats', () => statsOf(telegram))
  app.delete('/stats', () => {
    telegram.sendStats.clear()
    world.counters.sends = 0
    return {}
  })
  deliveryRoutes(app, telegram)
  app.post('/reset', () => {
    presses.clear()
    crowd.remove()
    reset(telegram)
    return {}
  })
}

function deliveryRoutes(app: FastifyInstance, telegram: Telegram): void {
  const { updates, webhook } = telegram
  app.get('/deliveries', (request) => updates.log(queryNumber(request, 'limit')))
  app.post('/deliveries/:id/resend', (request) => {
    const id = pathId(request)
    const update = updates.find(id)
    if (update === undefined) throw new ControlError(404, `There is no update ${id} in the log`)
    if (update.state === 'pending') webhook.hurry(update)
    else updates.revive(update)
    return {}
  })
  app.post('/updates', (request) => ({ update_id: injectUpdate(telegram, request.body) }))
}

/** Forgets everything but the users that were made one by one, the webhook and the bot's own settings. */
function reset({ world, updates, faults, violations, judge, sendStats }: Telegram): void {
  updates.clear()
  world.messages.clear()
  world.queries.clear()
  world.calls.clear()
  world.actions.clear()
  world.forget()
  faults.clear()
  violations.clear()
  judge.clear()
  sendStats.clear()
  Object.assign(world.counters, { calls: 0, sends: 0, violations: 0, delivered: 0 })
  world.events.emit(() => ({ type: 'reset' }))
}
