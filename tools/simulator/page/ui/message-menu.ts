import type { SimMessage } from '../page-api.ts'
import { currentUser } from '../model/selectors.ts'
import { h } from './dom.ts'
import type { IconName } from './icons.ts'
import { icon } from './icons.ts'
import type { Page } from './page.ts'

interface Item {
  label: string
  sign: IconName
  run: () => void
}

/** The menu of one message (right button, long press, menu key): copy it, or see what the server knows of it. */
export function openMessageMenu(
  page: Page,
  message: SimMessage,
  bubble: HTMLElement,
  at: { x: number; y: number },
): void {
  document.querySelector('.message-menu')?.remove()
  const nodes = itemsFor(page, message).map((item) =>
    itemView(item, () => {
      close()
    }),
  )
  const menu = h(
    'div',
    { class: 'message-menu', attributes: { role: 'menu', 'aria-label': page.texts.t('menu.label') } },
    ...nodes,
  )
  const remove = page.layers.add(() => {
    close()
  })
  const close = (): void => {
    remove()
    menu.remove()
    document.removeEventListener('pointerdown', closeOutside)
    bubble.focus({ preventScroll: true })
  }
  const closeOutside = (event: Event): void => {
    if (!menu.contains(event.target as Node)) close()
  }
  document.addEventListener('pointerdown', closeOutside)
  menu.addEventListener('keydown', (event) => {
    walk(event, nodes)
  })
  document.body.append(menu)
  place(menu, bubble, at)
  nodes[0]?.focus()
}

function itemsFor({ texts: { t }, actions, ways, store }: Page, message: SimMessage): Item[] {
  const text = message.text ?? message.caption ?? ''
  const forward: Item = {
    label: t('menu.forward'),
    sign: 'forward',
    run: () => void actions.forward(message),
  }
  const user = currentUser(store.get())
  const copy: Item = { label: t('menu.copy'), sign: 'copy', run: () => void actions.copy(text) }
  const row: Item = {
    label: t(message.from === 0 ? 'menu.call' : 'menu.delivery'),
    sign: 'wrench',
    run() {
      ways.toPanelRow(message)
    },
  }
  const isWriter = user?.started === true && !user.blocked
  return [...(text === '' ? [] : [copy]), ...(isWriter ? [forward] : []), row]
}

function itemView({ label, sign, run }: Item, close: () => void): HTMLButtonElement {
  return h(
    'button',
    {
      class: 'menu-item',
      attributes: { type: 'button', role: 'menuitem' },
      on: {
        click() {
          close()
          run()
        },
      },
    },
    icon(sign),
    label,
  )
}

function walk(event: KeyboardEvent, nodes: readonly HTMLElement[]): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const index = nodes.findIndex((node) => node === document.activeElement)
  nodes[(index + step + nodes.length) % nodes.length]?.focus()
}

/** Beside the pointer, or the bubble when the menu key was used, and always inside the window. */
function place(menu: HTMLElement, bubble: HTMLElement, at: { x: number; y: number }): void {
  const box = bubble.getBoundingClientRect()
  const point = at.x === 0 && at.y === 0 ? { x: box.left, y: box.top } : at
  const left = Math.max(8, Math.min(point.x, innerWidth - menu.offsetWidth - 8))
  const top = Math.max(8, Math.min(point.y, innerHeight - menu.offsetHeight - 8))
  menu.style.setProperty('left', `${String(left)}px`)
  menu.style.setProperty('top', `${String(top)}px`)
}
