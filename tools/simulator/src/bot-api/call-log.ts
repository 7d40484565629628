import type { ApiCall } from '../page-api.ts'
import type { World } from '../store/world.ts'
import type { Answer } from './answer.ts'
import type { Args } from './args.ts'
import { integer, isObject } from './args.ts'

interface LoggedCall {
  at: number
  method: string
  chatId: number | undefined
  args: Args
  payload: Args
}

/** Writes a finished call into the API log and tells the page. */
export function logCall(world: World, call: LoggedCall, answer: Answer): void {
  const messageId = messageIdOf(answer) ?? integer(call.args, 'message_id')
  world.counters.calls += 1
  const entry: ApiCall = {
    id: world.counters.calls,
    at: call.at,
    method: call.method,
    ...(call.chatId === undefined ? {} : { chatId: call.chatId }),
    ...(messageId === undefined ? {} : { messageId }),
    ok: answer.kind === 'ok',
    ...errorOf(answer),
    ms: world.now() - call.at,
    payload: call.payload,
  }
  world.calls.push(entry)
  world.events.emit(() => ({ type: 'call', call: entry }))
}

function messageIdOf(answer: Answer): number | undefined {
  if (answer.kind !== 'ok') return undefined
  const [first] = Array.isArray(answer.result) ? (answer.result as unknown[]) : [answer.result]
  const id = isObject(first) ? first['message_id'] : undefined
  return typeof id === 'number' ? id : undefined
}

function errorOf(answer: Answer): Pick<ApiCall, 'errorCode' | 'description'> {
  if (answer.kind === 'refused') {
    return { errorCode: answer.refusal.code, description: answer.refusal.message }
  }
  if (answer.kind === 'html') return { errorCode: 502, description: 'HTML page' }
  return answer.kind === 'reset' ? { errorCode: 0, description: 'connection reset' } : {}
}
