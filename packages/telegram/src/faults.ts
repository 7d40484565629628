import { defineFault } from '@abitly/runtime'
import type { SendOutcome } from './send-outcome.ts'

export const telegramFailed = defineFault('TELEGRAM_CALL_FAILED', 'The Bot API did not do what was asked')

export const telegramUnreachable = defineFault(
  'TELEGRAM_UNREACHABLE',
  'The Bot API does not answer; check TELEGRAM_API_ROOT',
  { environment: true },
)

export const tokenRevoked = defineFault(
  'BOT_TOKEN_REVOKED',
  'Telegram refuses the token of the bot; give the services a valid one',
  { environment: true },
)

export const sendBudgetUnreachable = defineFault(
  'SEND_BUDGET_UNREACHABLE',
  'The send limiter could not be asked; check Redis',
  { environment: true },
)

/** The fault for a call that had to succeed. */
export function asFault(method: string, outcome: Exclude<SendOutcome, { kind: 'sent' }>): Error {
  const reason = 'reason' in outcome ? `: ${outcome.reason}` : ''
  const about = `${method} → ${outcome.kind}${reason}`
  if (outcome.kind === 'retry-after')
    return telegramUnreachable({ about, retryAfterMs: outcome.retryAfterMs })
  if (outcome.kind === 'later') {
    return (outcome.revoked === true ? tokenRevoked : telegramUnreachable)({
      about,
      retryAfterMs: outcome.delayMs,
    })
  }
  if (outcome.kind === 'unreachable' && outcome.code === 401) return tokenRevoked({ about })
  const transient = outcome.kind === 'unreachable' || outcome.kind === 'unknown'
  return transient ? telegramUnreachable({ about }) : telegramFailed({ about })
}
