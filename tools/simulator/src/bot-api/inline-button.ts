import type { InlineButton } from '../store/model.ts'
import { checkLink, isReachable, mentionedUser } from '../telegram-text/link.ts'
import { isObject, text } from './args.ts'
import { badRequest } from './refusal.ts'

/** Bytes, not characters: Cyrillic takes two. */
const CALLBACK_DATA_BYTES = 64
const COPY_TEXT_LENGTH = 256
const STYLES = ['primary', 'success', 'danger'] as const

/** The fields of which a button has exactly one. */
const ACTIONS = [
  ...[
    'url',
    'callback_data',
    'callback_game',
    'pay',
    'switch_inline_query',
    'login_url',
    'web_app',
    'copy_text',
  ],
  ...['switch_inline_query_current_chat', 'switch_inline_query_chosen_chat'],
] as const

const unparsed = (why: string): Error => badRequest(`Can't parse inline keyboard button: ${why}`)

/** One button of an inline keyboard, as far as its form goes; its text is checked when the keyboard is complete. */
export function readInlineButton(value: unknown, chatIsPrivate: boolean): InlineButton {
  if (!isObject(value)) throw unparsed('InlineKeyboardButton must be an Object')
  if (value['text'] === undefined) throw unparsed('Can\'t find field "text"')
  if (typeof value['text'] !== 'string') throw unparsed('Field "text" must be of type String')
  const given = ACTIONS.filter((name) => isGiven(value, name))
  const [action] = given
  if (action === undefined) throw unparsed('Text buttons are unallowed in the inline keyboard')
  // The real server takes the first and says nothing; the documentation demands exactly one.
  if (given.length > 1)
    throw unparsed(`exactly one of the optional fields must be used, found ${given.join(', ')}`)
  if (value['text'].trim() === '') throw badRequest('Inline keyboard button text must be non-empty')
  const button = { text: value['text'], ...styleOf(value) }
  return { ...button, ...readAction(action, value[action], chatIsPrivate) }
}

function isGiven(button: Record<string, unknown>, name: string): boolean {
  const value = button[name]
  if (name === 'url' || name === 'callback_data') return value !== undefined && value !== null && value !== ''
  return value !== undefined && value !== null
}

function styleOf(button: Record<string, unknown>): Pick<InlineButton, 'style'> {
  const style = text(button, 'style').toLowerCase()
  if (style === '' || style === 'default') return {}
  const known = STYLES.find((name) => name === style)
  if (known === undefined) throw unparsed('invalid button style specified')
  return { style: known }
}

function readAction(
  action: (typeof ACTIONS)[number],
  value: unknown,
  chatIsPrivate: boolean,
): Partial<InlineButton> {
  if (action === 'callback_data') return { callback_data: callbackData(value) }
  if (action === 'url') return { url: buttonUrl(String(value)) }
  if (action === 'web_app') return { web_app: webApp(value, chatIsPrivate) }
  if (action === 'copy_text') return { copy_text: copyText(value) }
  return { [action]: value }
}

function callbackData(value: unknown): string {
  if (typeof value !== 'string') throw unparsed('Field "callback_data" must be of type String')
  if (Buffer.byteLength(value) > CALLBACK_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
  return value
}

function buttonUrl(value: string): string {
  if (mentionedUser(value) !== undefined) return value
  const checked = checkLink(value)
  if ('error' in checked) {
    throw badRequest(`Inline keyboard button URL '${value}' is invalid: ${checked.error}`)
  }
  if (!isReachable(checked.url)) throw badRequest('BUTTON_URL_INVALID')
  return checked.url
}

function webApp(value: unknown, chatIsPrivate: boolean): { url: string } {
  const url = isObject(value) ? value['url'] : undefined
  if (typeof url !== 'string') throw unparsed('Can\'t find field "url"')
  const checked = checkLink(url, { httpsOnly: true })
  if ('error' in checked) {
    throw badRequest(`Inline keyboard button Web App URL '${url}' is invalid: ${checked.error}`)
  }
  if (!chatIsPrivate) throw badRequest('BUTTON_TYPE_INVALID')
  return { url: checked.url }
}

function copyText(value: unknown): { text: string } {
  const copied = isObject(value) ? value['text'] : undefined
  if (typeof copied !== 'string') throw unparsed('Can\'t find field "text"')
  if (copied === '' || copied.length > COPY_TEXT_LENGTH) throw badRequest('BUTTON_COPY_TEXT_INVALID')
  return { text: copied }
}
