import type { SimMessage } from '../page-api.ts'
import type { Texts } from '../model/texts.ts'
import { h } from './dom.ts'

export interface ExtrasTaps {
  texts: Texts
  openLink: (url: string) => void
  nameOf: (userId: number) => string
  /** Another message of the same chat. */
  findMessage: (messageId: number) => SimMessage | undefined
  goToMessage: (messageId: number) => void
}

/** Where a forwarded message came from. */
export function forwardView(
  { forwardedFrom }: SimMessage,
  { texts, nameOf }: ExtrasTaps,
): HTMLElement | undefined {
  if (forwardedFrom === undefined) return undefined
  const label = texts.t('bubble.forwarded', { name: nameOf(forwardedFrom) })
  return h('div', { class: 'forwarded', attributes: { dir: 'auto' } }, label)
}

/** The first words of the message that is answered; a tap leads there. */
export function replyView({ replyTo }: SimMessage, taps: ExtrasTaps): HTMLElement | undefined {
  if (replyTo === undefined) return undefined
  const { t } = taps.texts
  const original = taps.findMessage(replyTo)
  const words =
    original?.text ?? original?.caption ?? (original === undefined ? t('bubble.gone') : t('photo.label'))
  return h(
    'button',
    {
      class: 'reply-quote',
      attributes: { type: 'button' },
      on: {
        click() {
          taps.goToMessage(replyTo)
        },
      },
    },
    original === undefined ? undefined : h('bdi', { class: 'reply-name' }, taps.nameOf(original.from)),
    h('span', { class: 'reply-words', attributes: { dir: 'auto' } }, words.slice(0, 120)),
  )
}

/** A place as a link to an open map; nothing is loaded from outside by itself. */
export function locationView(
  { location }: SimMessage,
  { texts, openLink }: ExtrasTaps,
): HTMLElement | undefined {
  if (location === undefined) return undefined
  const { latitude, longitude } = location
  const place = `${String(latitude)}/${String(longitude)}`
  return h(
    'button',
    {
      class: 'location',
      attributes: { type: 'button' },
      on: {
        click() {
          openLink(
            `https://www.openstreetmap.org/?mlat=${String(latitude)}&mlon=${String(longitude)}#map=16/${place}`,
          )
        },
      },
    },
    h('span', { class: 'location-pin', attributes: { 'aria-hidden': 'true' } }),
    h('span', {}, texts.t('bubble.location')),
    h('span', { class: 'location-numbers' }, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`),
  )
}

/** What the bot has put under a message. */
export function reactionView({ reaction }: SimMessage, { texts }: ExtrasTaps): HTMLElement | undefined {
  if (reaction === undefined) return undefined
  const label = texts.t('bubble.reaction', { reaction })
  const sign = h('span', { class: 'reaction', attributes: { role: 'img', 'aria-label': label } }, reaction)
  return h('div', { class: 'reactions', testId: 'reaction' }, sign)
}

/** A sticker is its emoji, large. */
export function stickerView({ sticker }: SimMessage): HTMLElement | undefined {
  return sticker === undefined ? undefined : h('div', { class: 'text only-emoji' }, sticker)
}
