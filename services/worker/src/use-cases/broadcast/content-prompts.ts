import { escapeHtml, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { CampaignContent } from '../../campaigns/content.ts'
import type { View } from '../view.ts'
import type { AnswerButtons } from './answer-button.ts'
import type { StateOf } from './broadcast-state.ts'
import { MAX_BUTTONS } from './link-buttons.ts'

/** Addresses may be as long as a message. */
const LINE = 150

/** Asks for the message itself. */
export function contentPrompt(
  tr: Translator,
  { draft, then }: StateOf<'content'>,
  { plain, back, cancel }: AnswerButtons,
): View {
  const text = tr.text('broadcast-content')
  if (draft === null) return { text, keyboard: [[cancel]] }
  const keep = plain(tr.text('button-keep-content'), 'next')
  return {
    text: `${text}\n\n${tr.text('broadcast-content-kept')}`,
    keyboard: [[keep], then === 'preview' ? [back, cancel] : [cancel]],
  }
}

/** Asks for the buttons under it. */
export function buttonsPrompt(
  tr: Translator,
  content: CampaignContent,
  { plain, back, cancel }: AnswerButtons,
): View {
  const rows = 'buttons' in content ? content.buttons : []
  const lines = rows.flat().map(({ text, url }) => escapeHtml(plainName(`${text} | ${url}`, LINE)))
  const has = lines.length > 0
  const onward = plain(tr.text(has ? 'button-forward' : 'button-without-buttons'), 'next', 'primary')
  const remove = plain(tr.text('button-remove-buttons'), 'clear')
  const paragraphs = [
    tr.text('broadcast-buttons', { limit: String(MAX_BUTTONS) }),
    ...(has ? [tr.text('broadcast-buttons-now', { buttons: lines.join('\n') })] : []),
    ...(content.kind === 'copy' ? [tr.text('broadcast-copy-caution')] : []),
  ]
  return { text: paragraphs.join('\n\n'), keyboard: [[onward], ...(has ? [[remove]] : []), [back, cancel]] }
}
