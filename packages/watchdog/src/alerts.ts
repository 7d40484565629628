import type { Clock, Logger, Redis } from '@abitly/runtime'
import type { BotApi, SendOutcome } from '@abitly/telegram'
import type { I18n, Language } from '@abitly/text'
import { createAlertFlags } from './alert-flags.ts'
import type { AlertFlags, FlagOptions, Telling } from './alert-flags.ts'
import { alertText, recoveryText } from './alert-texts.ts'
import type { Condition, Finding } from './condition.ts'

export interface AlertDependencies {
  redis: Redis
  /** Of the lane `reply`: alerts must not wait behind a broadcast. */
  api: Pick<BotApi, 'call'>
  adminIds: Iterable<bigint>
  /** The language of an admin; when it cannot be told, the alert is Ukrainian. */
  languageOf: (admin: bigint) => Promise<Language>
  i18n: I18n
  logger: Logger
  clock: Clock
  /** For tests. Default: 120 s for sending, 10 s of calm. */
  timing?: FlagOptions
}

/** What a run came to: conditions found, messages that went out. */
export interface Settled {
  conditions: number
  told: number
}

export interface Alerts {
  /**
   * Tells every admin of what began, and of what ended: one message each, however many processes settle at once.
   * Whoever could not be reached is told at the next run. Rejects only when Redis fails.
   */
  settle(finding: Finding): Promise<Settled>
}

const TIMING: FlagOptions = { sendingMs: 120_000, calmMs: 10_000 }

export function createAlerts(deps: AlertDependencies): Alerts {
  const flags = createAlertFlags(deps.redis, deps.timing ?? TIMING)
  const admins = [...deps.adminIds]
  return {
    async settle(finding) {
      const known = await flags.known()
      const found = new Set(finding.found.map(({ id }) => id))
      const over = Object.entries(known).filter(([id]) => !found.has(id) && finding.checked(id))
      const told = await Promise.all([
        ...finding.found.map((condition) => begin(condition, flags, admins, deps)),
        ...over.map(([id, token]) =>
          end({ id, token, gone: finding.gone?.(id) === true }, flags, admins, deps),
        ),
      ])
      return { conditions: found.size, told: told.reduce((sum, count) => sum + count, 0) }
    },
  }
}

/** @returns how many messages went out; so do the others */
async function begin(
  condition: Condition,
  flags: AlertFlags,
  admins: readonly bigint[],
  deps: AlertDependencies,
): Promise<number> {
  const since = new Date(deps.clock.now().getTime() - condition.ageMs)
  const telling = await flags.takeStart(condition, since)
  if (telling === null) return 0
  if (telling.begins) deps.logger.error({ condition }, 'an alert begins')
  return await tellAll(telling, flags, admins, deps)
}

async function end(
  { id, token, gone }: { id: string; token: string; gone: boolean },
  flags: AlertFlags,
  admins: readonly bigint[],
  deps: AlertDependencies,
): Promise<number> {
  const telling = await flags.takeEnd(id, deps.clock.now(), gone)
  if (telling === null) {
    await flags.forget(id, token)
    return 0
  }
  const lastedMs = telling.ended.getTime() - telling.since.getTime()
  if (telling.begins) deps.logger.info({ condition: id, lastedMs, gone: telling.gone }, 'an alert ends')
  return await tellAll(telling, flags, admins, deps)
}

async function tellAll(
  telling: Telling,
  flags: AlertFlags,
  admins: readonly bigint[],
  deps: AlertDependencies,
): Promise<number> {
  const waiting = telling.condition === null ? [] : admins.filter((admin) => !telling.told.has(String(admin)))
  const results = await Promise.all(waiting.map((admin) => tell(admin, telling, flags, deps)))
  await flags.finish(telling, !results.includes('again'))
  return results.filter((result) => result === 'told').length
}

/** `never`: this admin cannot be written to, now or later. `again`: at the next run. */
type Result = 'told' | 'never' | 'again'

/** Never rejects: one admin who cannot be told must not keep the news from the others. */
async function tell(
  admin: bigint,
  telling: Telling,
  flags: AlertFlags,
  deps: AlertDependencies,
): Promise<Result> {
  try {
    const result = resultOf(await send(admin, telling, flags, deps), telling, deps.logger)
    if (result !== 'again') await flags.markTold(telling, admin)
    return result
  } catch (error) {
    deps.logger.warn({ err: error, condition: telling.id }, 'an admin could not be told, trying again')
    return 'again'
  }
}

async function send(
  admin: bigint,
  telling: Telling,
  flags: AlertFlags,
  { api, i18n, languageOf, clock }: AlertDependencies,
): Promise<SendOutcome> {
  const tr = i18n[await languageOf(admin).catch(() => 'uk' as const)]
  const { condition, since, ended, gone, phase } = telling
  if (condition === null) return { kind: 'withdrawn' }
  const text =
    phase === 'start'
      ? alertText(tr, condition, { since, now: clock.now() })
      : recoveryText(tr, condition, { since, ended, gone })
  const payload = {
    chat_id: Number(admin),
    text,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  }
  // A process that froze on the way here must not repeat what its successor has said.
  return await api.call('sendMessage', payload, { claim: () => flags.owns(telling) })
}

function resultOf(outcome: SendOutcome, { id }: Telling, logger: Logger): Result {
  switch (outcome.kind) {
    case 'sent':
      return 'told'
    case 'blocked':
    case 'chat-gone':
    case 'migrated':
    case 'rejected':
      logger.warn({ condition: id, outcome: outcome.kind }, 'an admin cannot be told')
      return 'never'
    // Its answer got lost: an alert twice is better than none.
    case 'unknown':
    case 'unreachable':
    case 'retry-after':
    case 'later':
      logger.warn({ condition: id, outcome: outcome.kind }, 'an admin could not be told, trying again')
      return 'again'
    case 'withdrawn':
      return 'again'
  }
}
