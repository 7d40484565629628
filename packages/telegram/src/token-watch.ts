import { pause } from '@abitly/runtime'
import type { Logger } from '@abitly/runtime'
import type { BotApi } from './client.ts'
import type { Limiter } from './limiter.ts'

export interface TokenWatchOptions {
  api: Pick<BotApi, 'getMe'>
  limiter: Pick<Limiter, 'revoked'>
  logger: Logger
  /** Told when the token begins (true) or ceases (false) to be refused. */
  onChange?: (revoked: boolean) => void
  /** Time between two looks, in milliseconds. Default: 15 000. */
  everyMs?: number
}

export interface TokenWatch {
  /** Does Telegram refuse the token? For readiness: asks Redis, so all processes agree. */
  revoked(): Promise<boolean>
  close(): void
}

/**
 * Watches whether Telegram refuses our token, and while it does asks `getMe` again and again: the first answer lets
 * all processes send again, without a restart.
 */
export function watchToken(options: TokenWatchOptions): TokenWatch {
  const { limiter, everyMs = 15_000 } = options
  const closing = new AbortController()
  void keepLooking()
  return {
    revoked: () => limiter.revoked(),
    close: () => closing.abort(),
  }

  async function keepLooking(): Promise<void> {
    for (let known = false; !closing.signal.aborted;) {
      known = await look(known, options)
      await pause(everyMs, closing.signal)
    }
  }
}

/** @returns whether the token is refused, as far as we know now */
async function look(known: boolean, { api, limiter, logger, onChange }: TokenWatchOptions): Promise<boolean> {
  // Redis being away says nothing about the token.
  const refused = await limiter.revoked().catch(() => known)
  if (refused && !known) {
    logger.error('Telegram refuses the token of the bot: nothing is sent until it is put right')
    onChange?.(true)
  }
  const revoked = refused && !(await isAccepted(api))
  if (!revoked && (refused || known)) {
    logger.info('Telegram accepts the token of the bot again')
    onChange?.(false)
  }
  return revoked
}

async function isAccepted(api: Pick<BotApi, 'getMe'>): Promise<boolean> {
  return await api.getMe().then(
    () => true,
    () => false,
  )
}
