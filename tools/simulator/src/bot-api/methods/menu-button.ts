import { botProfile } from '../../store/page-view.ts'
import type { MenuButton, World } from '../../store/world.ts'
import { checkLink } from '../../telegram-text/link.ts'
import type { Args } from '../args.ts'
import { isObject, json, text } from '../args.ts'
import type { Method } from '../method.ts'
import { badRequest } from '../refusal.ts'
import { findChat } from '../target-chat.ts'

const TEXT_MAX = 16 * 4

export const setChatMenuButton: Method = {
  name: 'setChatMenuButton',
  run({ args }, { world }) {
    const button = readMenuButton(args)
    const chatId = readChatId(world, args)
    if (button.type === 'default') world.menuButtons.delete(chatId)
    else world.menuButtons.set(chatId, button)
    world.events.emit(() => ({ type: 'bot', bot: botProfile(world, undefined) }))
    return true
  },
}

export const getChatMenuButton: Method = {
  name: 'getChatMenuButton',
  run({ args }, { world }) {
    const chatId = readChatId(world, args)
    return world.menuButtons.get(chatId) ?? world.menuButtons.get(0) ?? { type: 'commands' }
  },
}

/** 0 = the default of all private chats. */
function readChatId(world: World, args: Args): number {
  if (text(args, 'chat_id') === '') return 0
  const chat = findChat(world, args)
  if (chat.type !== 'private') throw badRequest('chat not found')
  return chat.id
}

function readMenuButton(args: Args): MenuButton {
  const given = json(args, 'menu_button', "Can't parse menu button JSON object")
  if (given === undefined) return { type: 'default' }
  if (!isObject(given)) throw badRequest("Can't parse menu button: MenuButton must be an Object")
  const type = given['type']
  if (type === 'default' || type === 'commands') return { type }
  if (type !== 'web_app') throw badRequest("Can't parse menu button: MenuButton has unsupported type")
  const label = text(given, 'text')
  const url = isObject(given['web_app']) ? text(given['web_app'], 'url') : ''
  if (label === '') throw badRequest('Can\'t parse menu button: Can\'t find field "text"')
  if (label.length > TEXT_MAX) throw badRequest('BUTTON_TEXT_INVALID')
  const checked = checkLink(url, { httpsOnly: true })
  if ('error' in checked) throw badRequest(`Menu button Web App URL '${url}' is invalid: ${checked.error}`)
  return { type, text: label, web_app: { url: checked.url } }
}
