import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Button, Keyboard } from '../../use-cases/view.ts'
import { packPress } from '../callback-data/press.ts'

type InlineButton = InlineKeyboardMarkup['inline_keyboard'][number][number]

/** A keyboard as Telegram wants it. */
export function inlineKeyboard(rows: Keyboard): InlineKeyboardMarkup {
  return { inline_keyboard: rows.map((row) => row.map(inlineButton)) }
}

function inlineButton(button: Button): InlineButton {
  const look = { text: button.text, ...(button.style === undefined ? {} : { style: button.style }) }
  return 'url' in button ? { ...look, url: button.url } : { ...look, callback_data: packPress(button.press) }
}
