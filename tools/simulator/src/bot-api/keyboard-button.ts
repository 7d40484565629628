import type { KeyboardButton } from '../store/model.ts'
import { checkLink } from '../telegram-text/link.ts'
import { isObject, text } from './args.ts'
import { badRequest } from './refusal.ts'

const PRIVATE_ONLY: readonly [field: string, what: string][] = [
  ['request_contact', 'Phone number'],
  ['request_location', 'Location'],
  ['request_poll', 'Poll'],
]

/** One button of a reply keyboard: a text, or an object with a text. */
export function readKeyboardButton(value: unknown, chatIsPrivate: boolean): KeyboardButton {
  const button = typeof value === 'string' ? { text: value } : value
  if (!isObject(button)) {
    throw badRequest("Can't parse keyboard button: KeyboardButton must be a String or an Object")
  }
  const label = button['text']
  if (typeof label !== 'string') throw badRequest('Can\'t parse keyboard button: Can\'t find field "text"')
  if (label.trim() === '') throw badRequest('Keyboard button text must be non-empty')
  for (const [field, what] of PRIVATE_ONLY) {
    if (button[field] === true && !chatIsPrivate) {
      throw badRequest(`${what} can be requested in private chats only`)
    }
  }
  checkWebApp(button['web_app'], chatIsPrivate)
  return { ...button, text: label }
}

function checkWebApp(value: unknown, chatIsPrivate: boolean): void {
  if (value === undefined) return
  const url = isObject(value) ? text(value, 'url') : ''
  if (!chatIsPrivate) throw badRequest('Web App buttons can be used in private chats only')
  const checked = checkLink(url, { httpsOnly: true })
  if ('error' in checked) {
    throw badRequest(`Keyboard button Web App URL '${url}' is invalid: ${checked.error}`)
  }
}
