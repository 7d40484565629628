import { createHmac } from 'node:crypto'
import type { User } from '../store/model.ts'
import type { Telegram } from '../telegram.ts'

interface Launch {
  /** The Mini App's address with the launch data in its fragment, as a Telegram app opens it. */
  url: string
  initData: string
  /** For answerWebAppQuery. */
  queryId: string
}

/** Signs the data with which an app opens a Mini App (HMAC with the bot's token; no Ed25519 signature). */
export function launchMiniApp(telegram: Telegram, user: User, url: string, startParam?: string): Launch {
  const { world, options } = telegram
  const queryId = world.queries.ask({ userId: user.id, chatId: user.id, messageId: 0 }).id
  const fields: Record<string, string> = {
    query_id: queryId,
    user: JSON.stringify({
      id: user.id,
      first_name: user.firstName,
      last_name: user.lastName ?? '',
      ...(user.username === undefined ? {} : { username: user.username }),
      language_code: user.languageCode,
      allows_write_to_pm: user.started,
    }),
    auth_date: String(Math.floor(world.now() / 1000)),
    ...(startParam === undefined ? {} : { start_param: startParam }),
  }
  const initData = new URLSearchParams({ ...fields, hash: sign(fields, options.botToken) }).toString()
  const launch = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: '9.1',
    tgWebAppPlatform: 'weba',
    tgWebAppThemeParams: '{}',
  })
  return { url: `${url.replace(/#.*$/, '')}#${launch.toString()}`, initData, queryId }
}

function sign(fields: Record<string, string>, token: string): string {
  const lines = Object.keys(fields)
    .sort()
    .map((key) => `${key}=${fields[key] ?? ''}`)
  const secret = createHmac('sha256', 'WebAppData').update(token).digest()
  return createHmac('sha256', secret).update(lines.join('\n')).digest('hex')
}
