import type { SimButton, SimMessage } from '../page-api.ts'
import type { PlacedMessage } from '../model/chat-layout.ts'
import { clockTime } from '../model/kyiv-time.ts'
import type { ContentTaps } from './bubble-content.ts'
import { bubbleContent, contentKey } from './bubble-content.ts'
import { h, hiddenText, prefersReducedMotion, setAttribute } from './dom.ts'
import { icon, ticks } from './icons.ts'
import type { InlineKeyboardView } from './inline-keyboard-view.ts'
import { inlineKeyboardView, sameKeyboard } from './inline-keyboard-view.ts'
import { openQuotes, reopenQuotes } from './quote-view.ts'

export interface BubbleTaps extends ContentTaps {
  press: (message: SimMessage, button: SimButton) => void
  /** Opens the menu of a message at a point of the window. */
  openMenu: (message: SimMessage, bubble: HTMLElement, at: { x: number; y: number }) => void
}

/** One message on the page. */
export interface Bubble {
  root: HTMLElement
  /** Shows a newer version of the same message in place; answers whether anything inside changed. */
  update: (placed: PlacedMessage) => boolean
  setWaiting: (isWaiting: (data: string) => boolean) => void
}

const FADE_MS = 150

/** Builds the view of a message: bubble, time, ticks, and its keyboard under it. */
export function createBubble(first: PlacedMessage, taps: BubbleTaps): Bubble {
  const body = h('div', { class: 'bubble' })
  const root = h('article', { class: 'message', testId: 'bubble', attributes: { tabindex: -1 } }, body)
  let shown: PlacedMessage | undefined
  let keyboard: InlineKeyboardView | undefined
  const setKeyboard = (message: SimMessage): void => {
    if (shown !== undefined && sameKeyboard(shown.message.inlineKeyboard, message.inlineKeyboard)) return
    const focused = keyboard?.focused()
    keyboard?.root.remove()
    keyboard = keyboardOf(message, (button) => {
      // The message may have been edited since: the press belongs to what is shown now.
      taps.press(shown?.message ?? message, button)
    })
    if (keyboard !== undefined) root.append(keyboard.root)
    if (focused !== undefined && keyboard?.focusLike(focused) !== true) root.focus({ preventScroll: true })
  }
  const update = (placed: PlacedMessage): boolean => {
    if (shown !== undefined && samePlace(shown, placed)) return false
    const changed = shown === undefined || contentKey(shown.message) !== contentKey(placed.message)
    if (changed) fillBody(body, placed, taps, shown !== undefined)
    setKeyboard(placed.message)
    place(root, placed, taps)
    body.querySelector('.meta')?.replaceWith(metaView(placed, taps))
    body.classList.toggle('edited', saysEdited(placed.message))
    shown = placed
    return changed
  }
  root.addEventListener('contextmenu', (event) => {
    if (shown === undefined || window.getSelection()?.type === 'Range') return
    event.preventDefault()
    taps.openMenu(shown.message, root, { x: event.clientX, y: event.clientY })
  })
  update(first)
  return {
    root,
    update,
    setWaiting: (isWaiting) => keyboard?.setWaiting(isWaiting, taps.texts.t('button.waiting')),
  }
}

/** Most bubbles of a chat stay as they are when it changes. */
function samePlace(a: PlacedMessage, b: PlacedMessage): boolean {
  return (
    a.message === b.message &&
    a.mine === b.mine &&
    a.firstOfGroup === b.firstOfGroup &&
    a.lastOfGroup === b.lastOfGroup
  )
}

function keyboardOf(message: SimMessage, press: (button: SimButton) => void): InlineKeyboardView | undefined {
  const rows = message.inlineKeyboard ?? []
  return rows.length === 0 ? undefined : inlineKeyboardView(rows, press)
}

function fillBody(body: HTMLElement, placed: PlacedMessage, taps: BubbleTaps, again: boolean): void {
  const open = openQuotes(body)
  const { message } = placed
  const sender = placed.mine || message.from === 0 ? undefined : senderView(taps.nameOf(message.from))
  body.replaceChildren(
    ...(sender === undefined ? [] : [sender]),
    ...bubbleContent(message, taps),
    metaView(placed, taps),
  )
  reopenQuotes(body, open)
  const picture = message.photo !== undefined
  body.classList.toggle('with-photo', picture)
  const onlyPicture = picture && (message.caption ?? '') === ''
  body.classList.toggle('only-photo', onlyPicture)
  body.classList.toggle('meta-below', !onlyPicture && body.querySelector('.meta-room') === null)
  body.classList.toggle('silent', message.silent === true)
  if (again && !prefersReducedMotion()) body.animate([{ opacity: 0.35 }, { opacity: 1 }], FADE_MS)
}

function senderView(name: string): HTMLElement {
  return h('div', { class: 'sender', attributes: { dir: 'auto' } }, name)
}

function place(
  root: HTMLElement,
  { message, mine, firstOfGroup, lastOfGroup }: PlacedMessage,
  taps: BubbleTaps,
): void {
  const { t } = taps.texts
  const name = mine ? t('bubble.me') : taps.nameOf(message.from)
  root.dataset['messageId'] = String(message.messageId)
  root.dataset['from'] = message.from === 0 ? 'bot' : 'user'
  root.classList.toggle('mine', mine)
  root.classList.toggle('first', firstOfGroup)
  root.classList.toggle('last', lastOfGroup)
  root.classList.toggle('with-keyboard', (message.inlineKeyboard ?? []).length > 0)
  setAttribute(root, 'aria-label', `${name}, ${clockTime(message.date)}`)
}

/** The word "edited" stays away where buttons edit all the time. */
function saysEdited({ editDate, inlineKeyboard }: SimMessage): boolean {
  return editDate !== undefined && (inlineKeyboard ?? []).length === 0
}

/** Time and ticks in the corner. */
function metaView({ message, mine }: PlacedMessage, { texts: { t } }: BubbleTaps): HTMLElement {
  const time = clockTime(message.date)
  const label = saysEdited(message) ? `${t('bubble.edited')} ${time}` : time
  const delivered = message.delivered === true
  return h(
    'span',
    { class: 'meta' },
    ...(message.silent === true ? [h('span', {}, icon('silent'), hiddenText(t('bubble.silent')))] : []),
    h('time', {}, label),
    ...(mine ? [ticks(delivered), hiddenText(t(delivered ? 'bubble.delivered' : 'bubble.sent'))] : []),
  )
}
