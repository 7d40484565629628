import type { SimCommand } from '../page-api.ts'
import { byId, h, setAttribute } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'

/** The open list of commands, one of them active. */
export interface CommandList {
  isOpen: () => boolean
  /** Shows these commands, the first one active. Shows nothing when there are none. */
  open: (commands: readonly SimCommand[]) => void
  close: () => void
  /** The active command, while the list is open. */
  active: () => SimCommand | undefined
  /** Makes the next (1) or previous (-1) command active. */
  step: (by: 1 | -1) => void
  focus: () => void
}

/** @param input the field that speaks for the active command to screen readers */
export function createCommandList(
  { layers, texts }: Page,
  input: HTMLElement,
  choose: (command: SimCommand) => void,
): CommandList {
  const list = byId('commands')
  list.setAttribute('aria-label', texts.t('commands.label'))
  let shown: readonly SimCommand[] = []
  let at = 0
  let removeLayer: (() => void) | undefined
  const render = (): void => {
    list.hidden = shown.length === 0
    list.replaceChildren(...shown.map((command, index) => optionView(command, index === at, choose)))
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
    const active = shown[at]
    for (const element of [input, list]) {
      setAttribute(element, 'aria-activedescendant', active === undefined ? undefined : optionId(active))
    }
    setAttribute(byId('commands-open'), 'aria-expanded', String(shown.length > 0))
  }
  const show = (commands: readonly SimCommand[]): void => {
    removeLayer?.()
    removeLayer = commands.length === 0 ? undefined : layers.add(close)
    shown = commands
    at = 0
    render()
  }
  const close = (): void => {
    const focused = list.contains(document.activeElement)
    show([])
    if (focused) byId('commands-open').focus()
  }
  return {
    isOpen: () => shown.length > 0,
    open: show,
    close,
    active: () => shown[at],
    step(by) {
      at = (at + by + shown.length) % shown.length
      render()
    },
    focus: () => {
      list.focus()
    },
  }
}

const optionId = ({ command }: SimCommand): string => `command-${command}`

function optionView(
  command: SimCommand,
  selected: boolean,
  choose: (command: SimCommand) => void,
): HTMLElement {
  return h(
    'div',
    {
      class: 'command',
      testId: optionId(command),
      attributes: { role: 'option', id: optionId(command), 'aria-selected': String(selected) },
      on: {
        click() {
          choose(command)
        },
      },
    },
    h('span', { class: 'command-name' }, `/${command.command}`),
    h('span', { class: 'command-description', attributes: { dir: 'auto' } }, command.description),
  )
}
