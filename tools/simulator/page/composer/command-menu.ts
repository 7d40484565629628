import { openMiniApp } from '../mini-app/sheet.ts'
import { matchingCommands } from '../model/commands.ts'
import type { SimCommand } from '../page-api.ts'
import { byId } from '../ui/dom.ts'
import { icon } from '../ui/icons.ts'
import type { Page } from '../ui/page.ts'
import type { CommandList } from './command-list.ts'
import { createCommandList } from './command-list.ts'
import type { Field } from './field.ts'

export interface CommandMenu {
  close: () => void
}

/** The commands of the bot: opened by the menu button, or by typing a slash. */
export function mountCommandMenu(page: Page, field: Field): CommandMenu {
  const { store, actions } = page
  const choose = (command: SimCommand): void => {
    list.close()
    field.set('')
    void actions.sendText(`/${command.command}`)
  }
  const list = createCommandList(page, field.input, choose)
  const commands = (): readonly SimCommand[] => store.get().bot?.commands ?? []
  field.onChange(() => {
    const matching = matchingCommands(commands(), field.text()) ?? []
    if (matching.length > 0 || list.isOpen()) list.open(matching)
  })
  mountMenuButton(page, () => {
    list.open(list.isOpen() ? [] : commands())
    // Not the field: on a phone its keyboard would cover the list.
    if (list.isOpen()) list.focus()
  })
  const area = byId('composer-area')
  // Before the field's own keys: Enter and the arrows belong to the list while it is open.
  area.addEventListener('keydown', (event) => takeKey(event, list, field, choose), true)
  document.addEventListener('pointerdown', (event) => {
    if (list.isOpen() && !area.contains(event.target as Node)) list.close()
  })
  return { close: list.close }
}

function takeKey(
  event: KeyboardEvent,
  list: CommandList,
  field: Field,
  choose: (command: SimCommand) => void,
): void {
  const command = list.active()
  if (command === undefined || event.altKey || event.isComposing) return
  if (event.key === 'ArrowDown') list.step(1)
  else if (event.key === 'ArrowUp') list.step(-1)
  else if (event.key === 'Tab') field.set(`/${command.command} `)
  else if (event.key === 'Enter' && !event.shiftKey) choose(command)
  else return
  event.preventDefault()
}

/** Opens the commands, or the Mini App when the bot has set one. */
function mountMenuButton(page: Page, toggle: () => void): void {
  const button = byId('commands-open')
  page.store.watch(
    (state) => state.bot?.menuButton,
    (menu) => {
      const app = menu?.webAppUrl
      const label = app === undefined ? page.texts.t('commands.label') : (menu?.text ?? '')
      button.replaceChildren(icon(app === undefined ? 'menu' : 'window'))
      button.setAttribute('aria-label', label)
      button.title = label
      button.onclick = app === undefined ? toggle : () => void openMiniApp(page, app, label)
    },
  )
}
