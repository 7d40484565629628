import { h } from '../ui/dom.ts'
import { icon } from '../ui/icons.ts'
import { untilClosed } from '../ui/dialogs.ts'
import type { Page } from '../ui/page.ts'
import type { MiniAppFrame } from './bridge.ts'
import { applyMiniAppMessage, newFrame, readMiniAppMessage } from './bridge.ts'
import { themeParameters } from './theme-parameters.ts'

/** Opens a Mini App as a sheet with its header, back button and main button. */
export async function openMiniApp(page: Page, url: string, title: string): Promise<void> {
  const { me } = page.store.get()
  if (me === undefined) return
  try {
    showSheet(page, (await page.api.webApp(me, url)).url, title)
  } catch (error) {
    page.toast(error instanceof Error ? error.message : String(error), 'problem')
  }
}

function showSheet(page: Page, url: string, title: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    page.toast(page.texts.t('link.refused'), 'problem')
    return
  }
  const parts = sheetParts(page, url, title)
  let frame = newFrame()
  const tell = (eventType: string, eventData: unknown = {}): void => {
    parts.iframe.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), new URL(url).origin)
  }
  const listen = (event: MessageEvent<unknown>): void => {
    const message = event.source === parts.iframe.contentWindow ? readMiniAppMessage(event.data) : undefined
    if (message === undefined) return
    frame = applyMiniAppMessage(frame, message)
    showFrame(parts, frame)
    answerRequest(page, message.type, message.data, tell, parts.iframe)
  }
  window.addEventListener('message', listen)
  parts.back.addEventListener('click', () => {
    tell('back_button_pressed')
  })
  parts.main.addEventListener('click', () => {
    tell('main_button_pressed')
  })
  showFrame(parts, frame)
  void untilClosed(parts.dialog).then(() => {
    window.removeEventListener('message', listen)
  })
}

interface SheetParts {
  dialog: HTMLDialogElement
  iframe: HTMLIFrameElement
  back: HTMLButtonElement
  main: HTMLButtonElement
}

function sheetParts({ texts: { t } }: Page, url: string, title: string): SheetParts {
  const iframe = h('iframe', { attributes: { src: withLaunchParameters(url), title } })
  const back = roundButton(t('mini-app.back'), 'back')
  const close = roundButton(t('close'), 'close')
  const main = h('button', { class: 'button primary main-button', attributes: { type: 'button' } })
  const header = h(
    'header',
    { class: 'mini-app-header' },
    back,
    h('h2', { attributes: { dir: 'auto' } }, title),
    close,
  )
  const dialog = h(
    'dialog',
    { class: 'mini-app', testId: 'mini-app', attributes: { 'aria-label': title } },
    header,
    iframe,
    main,
  )
  close.addEventListener('click', () => {
    dialog.close()
  })
  return { dialog, iframe, back, main }
}

function roundButton(label: string, sign: 'back' | 'close'): HTMLButtonElement {
  return h(
    'button',
    { class: 'round-button', attributes: { type: 'button', 'aria-label': label } },
    icon(sign),
  )
}

function showFrame({ dialog, back, main }: SheetParts, frame: MiniAppFrame): void {
  back.classList.toggle('absent', !frame.back)
  main.hidden = !frame.main.visible
  main.disabled = !frame.main.active
  main.textContent = frame.main.text
  main.setAttribute('aria-busy', String(frame.main.busy))
  if (frame.closed) dialog.close()
}

/** Launch parameters travel in the fragment, as Telegram passes them; the server has put the signed ones there. */
function withLaunchParameters(address: string): string {
  const url = new URL(address)
  const parameters = new URLSearchParams(url.hash.slice(1))
  parameters.set('tgWebAppThemeParams', JSON.stringify(themeParameters()))
  if (!parameters.has('tgWebAppVersion')) parameters.set('tgWebAppVersion', '9.0')
  if (!parameters.has('tgWebAppPlatform')) parameters.set('tgWebAppPlatform', 'web')
  url.hash = parameters.toString()
  return url.href
}

function answerRequest(
  page: Page,
  type: string,
  data: Readonly<Record<string, unknown>>,
  tell: (eventType: string, eventData?: unknown) => void,
  iframe: HTMLIFrameElement,
): void {
  const { url, path_full: path } = data
  if (type === 'web_app_request_theme') tell('theme_changed', { theme_params: themeParameters() })
  if (type === 'web_app_request_viewport') {
    tell('viewport_changed', { height: iframe.clientHeight, is_state_stable: true, is_expanded: true })
  }
  if (type === 'web_app_open_link' && typeof url === 'string') void page.actions.openLink(url)
  if (type === 'web_app_open_tg_link' && typeof path === 'string')
    void page.actions.openLink(`https://t.me${path}`)
}
