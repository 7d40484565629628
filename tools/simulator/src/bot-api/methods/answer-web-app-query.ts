import { plainText } from '../../telegram-text/format.ts'
import { isObject, json, text } from '../args.ts'
import type { Method } from '../method.ts'
import { postFromBot } from '../post-message.ts'
import { badRequest } from '../refusal.ts'
import { readText } from '../text-content.ts'
import { openQuery } from './answer-callback-query.ts'

/** Posts what a Mini App chose, in the name of its user. Only articles with a text are known. */
export const answerWebAppQuery: Method = {
  name: 'answerWebAppQuery',
  run({ args }, { world }) {
    const result = json(args, 'result', "Can't parse web app query result JSON object")
    if (!isObject(result))
      throw badRequest("Can't parse inline query result: Inline query result must be an object")
    const content = result['input_message_content']
    const formatted = isObject(content)
      ? readText({ ...content, text: content['message_text'] })
      : plainText(text(result, 'title'))
    const query = openQuery(world, text(args, 'web_app_query_id'))
    const chat = world.chats.get(query.chatId)
    if (chat === undefined) throw badRequest('chat not found')
    query.answered = true
    const wrapping = { silent: false, protected: false, from: query.userId, viaBot: true }
    const message = postFromBot(world, chat, formatted, wrapping)
    return { inline_message_id: Buffer.from(`${chat.id}.${message.messageId}`).toString('base64url') }
  },
}
