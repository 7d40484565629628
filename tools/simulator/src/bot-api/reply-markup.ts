import type { ReplyMarkup } from '../store/model.ts'
import type { Args } from './args.ts'
import { flag, isObject, json } from './args.ts'
import { readInlineButton } from './inline-button.ts'
import { readKeyboardButton } from './keyboard-button.ts'
import { badRequest } from './refusal.ts'

/** Buttons of one keyboard. */
const BUTTONS_MAX = 100
const PLACEHOLDER_MAX = 64

/** The parameter `reply_markup`; `undefined` when there is none or it is empty. */
export function readReplyMarkup(args: Args, chatIsPrivate: boolean): ReplyMarkup | undefined {
  const value = json(args, 'reply_markup', "Can't parse reply keyboard markup JSON object")
  if (value === undefined) return undefined
  if (!isObject(value)) throw badRequest('Object expected as reply markup')
  const keyboard = readRows(value['keyboard'], 'Field "keyboard" must be an Array of Arrays', (button) =>
    readKeyboardButton(button, chatIsPrivate),
  )
  const inline = readRows(
    value['inline_keyboard'],
    'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    (button) => readInlineButton(button, chatIsPrivate),
  )
  if (keyboard.length > 0) return keyboardMarkup(keyboard, value)
  if (inline.length > 0) return { kind: 'inline', rows: inline }
  if (flag(value, 'remove_keyboard') || flag(value, 'hide_keyboard')) return { kind: 'remove' }
  return flag(value, 'force_reply') ? { kind: 'force-reply', ...placeholderOf(value) } : undefined
}

/** For edits: only an inline keyboard may be given. */
export function readInlineMarkup(args: Args, chatIsPrivate: boolean): ReplyMarkup | undefined {
  const markup = readReplyMarkup(args, chatIsPrivate)
  if (markup !== undefined && markup.kind !== 'inline') throw badRequest('Inline keyboard expected')
  return markup
}

function readRows<B>(value: unknown, complaint: string, read: (button: unknown) => B): B[][] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw badRequest(complaint)
  const rows = value.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest(complaint)
    return row.map((button: unknown) => read(button))
  })
  if (rows.flat().length > BUTTONS_MAX) throw badRequest('reply markup is too long')
  return rows.filter((row) => row.length > 0)
}

function keyboardMarkup(
  rows: Extract<ReplyMarkup, { kind: 'keyboard' }>['rows'],
  value: Record<string, unknown>,
): ReplyMarkup {
  return {
    kind: 'keyboard',
    rows,
    resize: flag(value, 'resize_keyboard'),
    oneTime: flag(value, 'one_time_keyboard'),
    ...placeholderOf(value),
  }
}

function placeholderOf(value: Record<string, unknown>): { placeholder?: string } {
  const placeholder = value['input_field_placeholder']
  if (typeof placeholder !== 'string' || placeholder === '') return {}
  return { placeholder: placeholder.slice(0, PLACEHOLDER_MAX) }
}
