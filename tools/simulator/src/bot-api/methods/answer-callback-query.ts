import type { World } from '../../store/world.ts'
import type { CallbackQuery } from '../../store/queries.ts'
import { flag, text } from '../args.ts'
import type { Method } from '../method.ts'
import { badRequest } from '../refusal.ts'

const TEXT_MAX = 200
const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

export const answerCallbackQuery: Method = {
  name: 'answerCallbackQuery',
  run({ args }, { world }) {
    const query = openQuery(world, text(args, 'callback_query_id'))
    const answer = text(args, 'text')
    const url = text(args, 'url')
    if (answer.length > TEXT_MAX) throw badRequest('MESSAGE_TOO_LONG')
    if (url !== '' && !isOwnDeepLink(world, url)) throw badRequest('URL_INVALID')
    query.answered = true
    world.events.emit(() => ({
      type: 'callback-answer',
      userId: query.userId,
      queryId: query.id,
      messageId: query.messageId,
      ...(answer === '' ? {} : { text: answer }),
      showAlert: flag(args, 'show_alert'),
      ...(url === '' ? {} : { url }),
    }))
    return true
  },
}

/** The query, while it can still be answered. */
export function openQuery(world: World, id: string): CallbackQuery {
  const query = world.queries.open(id)
  if (query === undefined) throw badRequest(TOO_OLD)
  return query
}

/** Without a game, an answer may open only the bot itself. */
function isOwnDeepLink(world: World, url: string): boolean {
  const link = /^(?:https?:\/\/)?(?:t|telegram)\.me\/(\w+)\?start=/i.exec(url)
  return link?.[1]?.toLowerCase() === world.bot.username.toLowerCase()
}
