import type { PageState } from '../model/page-state.ts'
import type { ComposerMode } from '../model/selectors.ts'
import { composerMode, currentUser } from '../model/selectors.ts'
import { byId, h } from '../ui/dom.ts'
import { icon } from '../ui/icons.ts'
import type { Page } from '../ui/page.ts'
import { mountAttachButton } from './attach-button.ts'
import { mountCommandMenu } from './command-menu.ts'
import { createField } from './field.ts'
import { mountFormatBar } from './format-place.ts'
import { mountReplyKeyboard } from './reply-keyboard-view.ts'

/** The place where messages are written; START or "unblock" stand there when nothing can be. */
export function mountComposer(page: Page): void {
  const form = byId('composer-form')
  const bar = byId('composer-bar')
  const field = createField(page)
  const commands = mountCommandMenu(page, field)
  mountAttachButton(page, field)
  mountFormatBar(page, field)
  mountReplyKeyboard(page, field)
  mountSendButton(page)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    commands.close()
    void field.send()
  })
  page.ways.toComposer = field.focus
  page.ways.toDraft = (text) => {
    field.set(text)
    field.focus()
  }
  page.store.watch(
    (state) => [composerMode(state), state.pendingStart, currentUser(state)?.started] as const,
    ([mode, payload, started]) => {
      form.hidden = mode !== 'write'
      bar.replaceChildren(...barFor(page, mode, payload, started === true))
      bar.hidden = mode === 'write'
    },
  )
}

function mountSendButton({ texts }: Page): void {
  const send = byId('send')
  send.setAttribute('aria-label', texts.t('composer.send'))
  send.append(icon('send'))
}

function barFor(
  page: Page,
  mode: ComposerMode,
  payload: PageState['pendingStart'],
  started: boolean,
): HTMLElement[] {
  if (mode === 'start') return startBar(page, payload, started)
  return mode === 'blocked' ? [unblockButton(page)] : []
}

function startBar(
  { texts: { t }, actions }: Page,
  payload: string | undefined,
  started: boolean,
): HTMLElement[] {
  const note = payload === undefined ? undefined : h('span', { class: 'start-payload' }, payload)
  const start = h(
    'button',
    {
      class: 'bar-button start',
      testId: 'start',
      attributes: { type: 'button' },
      on: { click: () => void actions.start() },
    },
    h('span', {}, t('composer.start')),
    note,
  )
  if (!started) return [start]
  const cancel = h(
    'button',
    {
      class: 'round-button',
      testId: 'start-cancel',
      attributes: { type: 'button', 'aria-label': t('composer.start-cancel') },
      on: { click: actions.cancelStart },
    },
    icon('close'),
  )
  return [start, cancel]
}

function unblockButton({ texts: { t }, actions }: Page): HTMLElement {
  return h(
    'button',
    {
      class: 'bar-button',
      testId: 'unblock',
      attributes: { type: 'button' },
      on: { click: () => void actions.setBlocked(false) },
    },
    t('composer.unblock'),
  )
}
