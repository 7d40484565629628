import type { SimMessage } from '../page-api.ts'
import { withDetectedLinks } from '../model/detect-links.ts'
import { fileSize } from '../model/file-size.ts'
import { isBlock, richTree } from '../model/rich-text.ts'
import type { ExtrasTaps } from './bubble-extras.ts'
import { forwardView, locationView, reactionView, replyView, stickerView } from './bubble-extras.ts'
import { h } from './dom.ts'
import { icon } from './icons.ts'
import type { RichTextTaps } from './rich-text-view.ts'
import { richTextNodes } from './rich-text-view.ts'

export interface ContentTaps extends RichTextTaps, ExtrasTaps {
  enlarge: (message: SimMessage) => void
}

/** Everything inside a bubble but its sender and its time, in the order it is shown. */
export function bubbleContent(message: SimMessage, taps: ContentTaps): HTMLElement[] {
  return [
    forwardView(message, taps),
    replyView(message, taps),
    photoView(message, taps),
    documentView(message),
    locationView(message, taps),
    stickerView(message),
    textView(message, taps),
    reactionView(message, taps),
  ].filter((part) => part !== undefined)
}

/** Two messages with the same key look the same inside. */
export function contentKey({ text, caption, entities, photo, document, reaction }: SimMessage): string {
  return JSON.stringify([text, caption, entities, photo?.url, document?.url, reaction])
}

function photoView(message: SimMessage, { texts, enlarge }: ContentTaps): HTMLElement | undefined {
  const { photo } = message
  if (photo === undefined) return undefined
  const image = h('img', {
    attributes: {
      src: photo.url,
      alt: '',
      width: photo.width,
      height: photo.height,
      decoding: 'async',
      draggable: 'false',
    },
  })
  return h(
    'button',
    {
      class: 'photo',
      attributes: {
        type: 'button',
        'aria-label': `${texts.t('photo.enlarge')} ${message.caption ?? ''}`.trim(),
      },
      on: {
        click() {
          enlarge(message)
        },
      },
    },
    image,
  )
}

function documentView({ document }: SimMessage): HTMLElement | undefined {
  if (document === undefined) return undefined
  return h(
    'a',
    { class: 'document', attributes: { href: document.url, download: document.fileName } },
    h('span', { class: 'document-sign' }, icon('file')),
    h(
      'span',
      { class: 'document-words' },
      h('span', { class: 'document-name', attributes: { dir: 'auto' } }, document.fileName),
      h('span', { class: 'document-size' }, fileSize(document.size)),
    ),
  )
}

const ONLY_EMOJI =
  /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*){1,3}$/u

function textView(message: SimMessage, taps: ContentTaps): HTMLElement | undefined {
  const text = message.text ?? message.caption ?? ''
  if (text === '') return undefined
  const tree = richTree(text, withDetectedLinks(text, message.entities ?? []))
  const large = message.text !== undefined && ONLY_EMOJI.test(text) ? ' only-emoji' : ''
  const view = h('div', { class: `text${large}`, attributes: { dir: 'auto' } }, ...richTextNodes(tree, taps))
  // After a block the time stands on a line of its own, so no room is kept for it in the text.
  if (!isBlock(tree.at(-1))) view.append(h('span', { class: 'meta-room' }))
  return view
}
