import type { FormattedText } from '../store/model.ts'
import { formatCaption, formatText } from '../telegram-text/format.ts'
import type { TextInput } from '../telegram-text/format.ts'
import { TextError } from '../telegram-text/parse-error.ts'
import type { Args } from './args.ts'
import { flag, isObject, json, text } from './args.ts'
import { badRequest } from './refusal.ts'

/** `text`, `parse_mode` and `entities` as the text of a message. */
export function readText(args: Args): FormattedText {
  return refusing(() => formatText(input(args, 'text', 'entities')))
}

/** `caption`, `parse_mode` and `caption_entities`; the text may be empty. */
export function readCaption(args: Args): FormattedText {
  return refusing(() => formatCaption(input(args, 'caption', 'caption_entities')))
}

/** Link preview options as given; absent ones are not stored. */
export function readLinkPreview(args: Args): { linkPreview?: Record<string, unknown> } {
  const options = json(args, 'link_preview_options', "Can't parse link preview options JSON object")
  if (options === undefined) {
    return flag(args, 'disable_web_page_preview') ? { linkPreview: { is_disabled: true } } : {}
  }
  if (!isObject(options)) throw badRequest('Object expected as link preview options')
  return { linkPreview: options }
}

function input(args: Args, textField: string, entitiesField: string): TextInput {
  const entities = text(args, entitiesField)
  return {
    text: text(args, textField),
    parseMode: text(args, 'parse_mode'),
    entities: entities === '' ? undefined : json(args, entitiesField, "Can't parse entities JSON object"),
  }
}

function refusing<T>(format: () => T): T {
  try {
    return format()
  } catch (error) {
    if (error instanceof TextError) throw badRequest(error.message)
    throw error
  }
}
