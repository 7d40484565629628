import type { Fault } from '../page-api.ts'
import type { Send } from '../limits/judge.ts'
import type { Telegram } from '../telegram.ts'
import { integer, text } from './args.ts'
import { okAnswer } from './answer.ts'
import type { Answer } from './answer.ts'
import type { Call, Method } from './method.ts'
import { Refusal, forbidden, tooManyRequests } from './refusal.ts'
import { sendOf } from './send-kind.ts'
import { outcomeOf } from './send-outcome.ts'

const RETRY_AFTER_DEFAULT = 5
const DELAY_DEFAULT_MS = 1000

/** The chat a call is about: by `chat_id`, or that of the press it answers. */
export function chatOf(call: Call, { world }: Telegram): number | undefined {
  return integer(call.args, 'chat_id') ?? world.queries.find(text(call.args, 'callback_query_id'))?.chatId
}

/** One call from arrival to answer: limits, faults, effect, faults of the way back. */
export async function handleCall(method: Method, call: Call, telegram: Telegram): Promise<Answer> {
  const send = sendOf(method.name, call.args, telegram)
  const held = send === undefined ? undefined : judge(send, telegram)
  const { answer, done } =
    held === undefined ? await carryOut(method, call, send, telegram) : { answer: held, done: false }
  if (send !== undefined) telegram.sendStats.ended(outcomeOf(answer, done))
  return answer
}

/** The call's effect, unless a fault answers instead. `done`: the effect is there, whatever is answered. */
async function carryOut(
  method: Method,
  call: Call,
  send: Send | undefined,
  telegram: Telegram,
): Promise<{ answer: Answer; done: boolean }> {
  const { faults } = telegram
  const chatId = chatOf(call, telegram)
  const target = {
    method: method.name,
    ...(chatId === undefined ? {} : { chatId }),
    bulk: send?.proactive === true,
  }
  const fault = faults.insteadOf(target)
  if (fault !== undefined) return { answer: faultyAnswer(fault, send, telegram), done: false }
  const answer = await runMethod(method, call, telegram)
  const done = answer.kind === 'ok'
  const delay = faults.take('delay', target)
  if (delay !== undefined) await pause(delay.delayMs ?? DELAY_DEFAULT_MS, call)
  return { answer: faults.take('reset-after', target) === undefined ? answer : { kind: 'reset' }, done }
}

function judge(send: Send, telegram: Telegram): Answer | undefined {
  const { world, violations, options } = telegram
  const now = world.now()
  world.counters.sends += 1
  telegram.sendStats.arrived(now, send)
  const verdict = telegram.judge.judge(now, send)
  if (verdict === undefined) return undefined
  const { retryAfter, ...violation } = verdict
  world.counters.violations += 1
  violations.add({ at: now, ...violation })
  return options.enforce ? flood(retryAfter, send, telegram) : undefined
}

/** A 429, remembered: whoever sends on during the pause breaks it. */
function flood(seconds: number, send: Send | undefined, { world, judge: limits }: Telegram): Answer {
  if (send !== undefined) limits.announcePause(world.now(), send, seconds)
  return { kind: 'refused', refusal: tooManyRequests(seconds) }
}

function faultyAnswer(fault: Fault, send: Send | undefined, telegram: Telegram): Answer {
  if (fault.kind === 'too-many-requests')
    return flood(fault.retryAfter ?? RETRY_AFTER_DEFAULT, send, telegram)
  if (fault.kind === 'html-body') return { kind: 'html' }
  if (fault.kind === 'reset-before') return { kind: 'reset' }
  return { kind: 'refused', refusal: faultRefusal(fault) }
}

function faultRefusal({ kind }: Fault): Refusal {
  if (kind === 'forbidden') return forbidden('bot was blocked by the user')
  return kind === 'unauthorized'
    ? new Refusal(401, 'Unauthorized')
    : new Refusal(500, 'Internal Server Error')
}

async function runMethod(method: Method, call: Call, telegram: Telegram): Promise<Answer> {
  try {
    return okAnswer(await method.run(call, telegram))
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', refusal: error }
    throw error
  }
}

/** Waits, unless the caller hangs up first. */
function pause(ms: number, call: Call): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    call.onHangUp(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
