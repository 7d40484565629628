import type { PlacedMessage } from '../model/chat-layout.ts'
import { layOutChat } from '../model/chat-layout.ts'
import { dayLabel } from '../model/kyiv-time.ts'
import type { Presses } from '../model/presses.ts'
import { isWaiting } from '../model/presses.ts'
import type { SimMessage } from '../page-api.ts'
import type { Bubble } from './bubble.ts'
import { createBubble } from './bubble.ts'
import { createBubbleTaps } from './bubble-taps.ts'
import { h, setChildren } from './dom.ts'
import type { Page } from './page.ts'
import { settleQuotes } from './quote-view.ts'

/** The messages of a chat in sections by day; of what is shown already only what changed is touched. */
export interface Days {
  show: (messages: readonly SimMessage[], me: number, animate: boolean) => void
  setPresses: (presses: Presses) => void
  clear: () => void
}

export function createDays(page: Page, content: HTMLElement): Days {
  const bubbles = createBubbles(page)
  const sections = new Map<string, DaySection>()
  return {
    setPresses: bubbles.setPresses,
    clear() {
      bubbles.clear()
      sections.clear()
      content.replaceChildren()
    },
    show(messages, me, animate) {
      const roots = layOutChat(messages, me).map(({ key, messages: placed }) => {
        const section = sections.get(key) ?? createSection()
        sections.set(key, section)
        section.pill.textContent = labelOf(key, page)
        setChildren(section.root, [section.head, ...placed.map((one) => bubbles.show(one, animate))])
        return section.root
      })
      setChildren(content, roots)
      bubbles.settle(messages)
    },
  }
}

interface DaySection {
  root: HTMLElement
  head: HTMLElement
  pill: HTMLElement
}

function createSection(): DaySection {
  const pill = h('span')
  const head = h('div', { class: 'day-pill' }, pill)
  return { root: h('section', { class: 'day' }, head), head, pill }
}

function labelOf(key: string, { texts }: Page): string {
  const words = { today: texts.t('day.today'), yesterday: texts.t('day.yesterday') }
  return dayLabel(key, Date.now() / 1000, texts.language, words)
}

interface Bubbles {
  show: (placed: PlacedMessage, animate: boolean) => HTMLElement
  /** To be called when all bubbles are on the page. */
  settle: (messages: readonly SimMessage[]) => void
  setPresses: (presses: Presses) => void
  clear: () => void
}

/** The bubbles of one chat by message id. */
function createBubbles(page: Page): Bubbles {
  const bubbles = new Map<number, Bubble>()
  const taps = createBubbleTaps(page)
  let changed: Element[] = []
  const setPresses = (presses: Presses): void => {
    const { chatId = 0 } = page.store.get()
    for (const [messageId, bubble] of bubbles) {
      bubble.setWaiting((data) => isWaiting(presses, { chatId, messageId, data }))
    }
  }
  return {
    setPresses,
    clear: () => {
      bubbles.clear()
    },
    show(placed, animate) {
      const known = bubbles.get(placed.message.messageId)
      const bubble = known ?? createBubble(placed, taps)
      if (known === undefined && animate) arrive(bubble.root)
      if (known === undefined || known.update(placed)) changed.push(bubble.root)
      bubbles.set(placed.message.messageId, bubble)
      return bubble.root
    },
    settle(messages) {
      forgetMissing(bubbles, messages)
      settleQuotes(changed)
      changed = []
      setPresses(page.store.get().presses)
    },
  }
}

/** The class goes when the movement ends: a bubble that is moved in the page must not arrive again. */
function arrive(root: HTMLElement): void {
  root.classList.add('arriving')
  root.addEventListener('animationend', () => {
    root.classList.remove('arriving')
  })
}

function forgetMissing(bubbles: Map<number, Bubble>, messages: readonly SimMessage[]): void {
  if (bubbles.size === messages.length) return
  const present = new Set(messages.map(({ messageId }) => messageId))
  for (const id of bubbles.keys()) if (!present.has(id)) bubbles.delete(id)
}
