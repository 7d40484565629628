import type { Translator } from '../../text/translator.ts'

/** Who did something: the id Telegram knows them by, as in ADMIN_IDS; null: nobody, the bot itself. */
export function adminName(tr: Translator, userId: bigint | null): string {
  return userId === null ? tr.text('campaign-system') : String(userId)
}
