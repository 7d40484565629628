import { describe, expect, it } from 'vitest'
import { readInlineMarkup, readReplyMarkup } from './reply-markup.ts'

const inline = (...buttons: unknown[]): { reply_markup: unknown } => ({
  reply_markup: { inline_keyboard: [buttons] },
})

describe('an inline keyboard', () => {
  it.each([
    [{ text: 'a', callback_data: 'ї'.repeat(32) }],
    [{ text: 'a', url: 'https://abit.ua/' }],
    [{ text: 'a', url: 'tg://user?id=5' }],
    [{ text: 'a', web_app: { url: 'https://abit.ua/app' } }],
    [{ text: 'a', switch_inline_query: '' }],
    [{ text: 'a', copy_text: { text: 'x' } }],
    [{ text: 'a', callback_data: 'x', style: 'danger' }],
  ])('takes %j', (button) => {
    expect(readReplyMarkup(inline(button), true)).toEqual({ kind: 'inline', rows: [[button]] })
  })

  it.each<[unknown, string]>([
    [{ text: 'a' }, `can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard`],
    [{ text: 'a', callback_data: '' }, `Text buttons are unallowed in the inline keyboard`],
    [{ text: 'a', callback_data: 'ї'.repeat(33) }, 'Bad Request: BUTTON_DATA_INVALID'],
    [{ text: 'a', callback_data: 'x', url: 'https://abit.ua' }, 'exactly one of the optional fields'],
    [{ text: ' ', callback_data: 'x' }, 'Bad Request: inline keyboard button text must be non-empty'],
    [{ callback_data: 'x' }, 'Can\'t find field "text"'],
    [
      { text: 'a', url: 'http://localhost/' },
      `Bad Request: inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL`,
    ],
    [{ text: 'a', url: 'https://abit..ua/' }, 'Bad Request: BUTTON_URL_INVALID'],
    [{ text: 'a', url: 'http://0.0.0.0:8080/x' }, 'Bad Request: BUTTON_URL_INVALID'],
    [
      { text: 'a', web_app: { url: 'http://abit.ua/' } },
      `Bad Request: inline keyboard button Web App URL 'http://abit.ua/' is invalid: Only HTTPS links are allowed`,
    ],
    [{ text: 'a', copy_text: { text: 'x'.repeat(257) } }, 'Bad Request: BUTTON_COPY_TEXT_INVALID'],
    [{ text: 'a', callback_data: 'x', style: 'pink' }, 'invalid button style specified'],
    ['a', 'InlineKeyboardButton must be an Object'],
  ])('refuses %j', (button, message) => {
    expect(() => readReplyMarkup(inline(button), true)).toThrow(message)
  })

  it('holds a hundred buttons', () => {
    const buttons = Array.from({ length: 101 }, () => ({ text: 'a', callback_data: 'x' }))
    expect(readReplyMarkup(inline(...buttons.slice(1)), true)).toMatchObject({ kind: 'inline' })
    expect(() => readReplyMarkup(inline(...buttons), true)).toThrow('reply markup is too long')
  })

  it('has Web Apps in private chats only', () => {
    const button = { text: 'a', web_app: { url: 'https://abit.ua/' } }
    expect(() => readReplyMarkup(inline(button), false)).toThrow('Bad Request: BUTTON_TYPE_INVALID')
  })

  it('may come as the text of a form field', () => {
    const args = { reply_markup: '{"inline_keyboard":[[{"text":"a","callback_data":"b"}],[]]}' }
    expect(readReplyMarkup(args, true)).toMatchObject({ rows: [[{ text: 'a' }]] })
    expect(() => readReplyMarkup({ reply_markup: '{' }, true)).toThrow(
      "Bad Request: can't parse reply keyboard markup JSON object",
    )
  })
})

describe('other markups', () => {
  it.each([
    [
      { keyboard: [['a', { text: 'b' }]], resize_keyboard: true, input_field_placeholder: 'p' },
      {
        kind: 'keyboard',
        rows: [[{ text: 'a' }, { text: 'b' }]],
        resize: true,
        oneTime: false,
        placeholder: 'p',
      },
    ],
    [{ remove_keyboard: true }, { kind: 'remove' }],
    [{ force_reply: true }, { kind: 'force-reply' }],
    [{}, undefined],
    [{ inline_keyboard: [] }, undefined],
  ])('reads %j', (markup, expected) => {
    expect(readReplyMarkup({ reply_markup: markup }, true)).toEqual(expected)
  })

  it('cannot be given in an edit', () => {
    expect(() => readInlineMarkup({ reply_markup: { remove_keyboard: true } }, true)).toThrow(
      'Bad Request: inline keyboard expected',
    )
  })
})
