import type { Texts } from '../model/texts.ts'
import { h, setAttribute } from './dom.ts'
import { icon } from './icons.ts'

export interface DownButton {
  setAtEnd: (atEnd: boolean) => void
  /** So many messages arrived; they count while the end is out of view. */
  count: (more: number) => void
  onPress: (run: () => void) => void
}

/** The round button that leads back to the end of the chat and counts what came meanwhile. */
export function createDownButton(place: HTMLElement, { t }: Texts): DownButton {
  const badge = h('span', { class: 'badge', attributes: { hidden: true } })
  const button = h(
    'button',
    { class: 'down-button', testId: 'down', attributes: { type: 'button', hidden: true } },
    icon('down'),
    badge,
  )
  place.append(button)
  let missed = 0
  let hidden = true
  const render = (): void => {
    button.hidden = hidden
    badge.hidden = missed === 0
    badge.textContent = String(missed)
    setAttribute(button, 'aria-label', missed === 0 ? t('down') : t('down.count', { count: missed }))
  }
  render()
  return {
    setAtEnd(atEnd) {
      hidden = atEnd
      if (atEnd) missed = 0
      render()
    },
    count(more) {
      if (hidden || more === 0) return
      missed += more
      render()
    },
    onPress(run) {
      button.addEventListener('click', run)
    },
  }
}
