import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** What stands in for the secrets nobody has given. */
export interface Secrets {
  /** In the form of Telegram's, known only to the simulator. */
  readonly botToken: string
  readonly webhookSecret: string
  readonly apiSecret: string
}

/** The secrets of this copy of the project: made at random by the first start and kept for the next. */
export function keptSecrets(file: string): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const secrets = makeSecrets()
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

function makeSecrets(): Secrets {
  const botId = randomInt(100_000_000, 1_000_000_000)
  return {
    // 35 characters, as BotFather's.
    botToken: `${botId}:${randomBytes(27).toString('base64url').slice(0, 35)}`,
    webhookSecret: randomBytes(32).toString('hex'),
    apiSecret: randomBytes(32).toString('hex'),
  }
}
