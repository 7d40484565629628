import { byId } from './dom.ts'
import { icon } from './icons.ts'
import type { Page } from './page.ts'
import { recall, remember } from './preferences.ts'

/** The two side columns: beside the chat where there is room, over it where there is not. */
export interface Sheets {
  togglePanel: () => void
  openPanel: () => void
  openPeople: () => void
  /** Closes whatever lies over the chat; columns beside it stay. */
  closeOverlays: () => void
}

const PEOPLE_BESIDE = '(min-width: 721px)'
const PANEL_BESIDE = '(min-width: 1101px)'

export function createSheets(page: Page): Sheets {
  const people = createSheet(page, 'people', PEOPLE_BESIDE, true)
  const panel = createSheet(page, 'panel', PANEL_BESIDE, recall('panel') !== 'closed')
  const { t } = page.texts
  wireButton('people-open', () => people.show(true))
  wireButton('people-close', () => people.show(false), t('close'))
  wireButton('panel-close', () => panel.show(false), t('panel.hide'))
  byId('people-close').append(icon('close'))
  byId('panel-close').append(icon('close'))
  byId('backdrop').addEventListener('click', () => {
    people.hideOverlay()
    panel.hideOverlay()
  })
  page.store.watch(
    (state) => [state.me, state.chatId] as const,
    () => {
      people.hideOverlay()
    },
  )
  return {
    togglePanel: () => panel.show(!panel.isOpen()),
    openPanel: () => panel.show(true),
    openPeople: () => people.show(true),
    closeOverlays() {
      people.hideOverlay()
      panel.hideOverlay()
    },
  }
}

function wireButton(id: string, run: () => void, label?: string): void {
  const button = byId(id)
  if (label !== undefined) button.setAttribute('aria-label', label)
  button.addEventListener('click', run)
}

interface Sheet {
  isOpen: () => boolean
  show: (open: boolean) => void
  hideOverlay: () => void
}

function createSheet(page: Page, name: 'people' | 'panel', besideQuery: string, openBeside: boolean): Sheet {
  const beside = matchMedia(besideQuery)
  const column = byId(name)
  const dataset = document.body.dataset
  let removeLayer: (() => void) | undefined
  let cameFrom: Element | null = null
  const isOpen = (): boolean => dataset[name] === 'open'
  const set = (open: boolean): void => {
    dataset[name] = open ? 'open' : 'closed'
    removeLayer?.()
    removeLayer = undefined
    const over = open && !beside.matches
    document.body.classList.toggle(`${name}-over`, over)
    // What lies under a sheet on a phone cannot be reached by Tab.
    byId('chat').inert = document.body.matches('.people-over, .panel-over')
    if (over) removeLayer = page.layers.add(() => show(false))
  }
  const show = (open: boolean): void => {
    if (open === isOpen()) return
    const over = !beside.matches
    if (open && over) cameFrom = document.activeElement
    set(open)
    if (name === 'panel' && !over) remember('panel', open ? 'open' : 'closed')
    if (over && open) column.querySelector<HTMLElement>('button')?.focus()
    if (over && !open && cameFrom instanceof HTMLElement) cameFrom.focus()
  }
  const settle = (): void => {
    set(beside.matches && openBeside)
  }
  beside.addEventListener('change', settle)
  settle()
  return {
    isOpen,
    show,
    hideOverlay() {
      if (!beside.matches) show(false)
    },
  }
}
