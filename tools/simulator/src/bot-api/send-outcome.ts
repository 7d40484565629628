import type { SendOutcome } from '../page-api.ts'
import type { Answer } from './answer.ts'

/** What became of a send by its answer. `done`: the message is there, whatever was answered. */
export function outcomeOf(answer: Answer, done: boolean): SendOutcome {
  if (answer.kind === 'ok') return 'sent'
  if (answer.kind === 'reset') return done ? 'sent-unanswered' : 'unanswered'
  if (answer.kind === 'html') return 'server-error'
  const { code } = answer.refusal
  if (code === 429) return 'flood'
  if (code === 403) return 'blocked'
  if (code === 401) return 'unauthorized'
  return code < 500 ? 'rejected' : 'server-error'
}
