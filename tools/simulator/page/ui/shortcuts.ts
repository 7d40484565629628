import type { Page } from './page.ts'
import type { Sheets } from './sheets.ts'

/** Keys that work anywhere on the page. Those of the composer are its own. */
export function mountShortcuts({ actions, ways }: Page, sheets: Sheets): void {
  document.addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]') !== null) return
    const run = event.altKey && !event.ctrlKey && !event.metaKey ? altKey(event.code) : plainKey(event)
    if (run === undefined) return
    event.preventDefault()
    run()
  })
  // By position and not by letter: Alt+D is another sign on a Ukrainian layout or a Mac.
  const altKey = (code: string): (() => void) | undefined => {
    if (code === 'KeyD') return sheets.togglePanel
    if (code === 'ArrowDown') return () => actions.stepPerson(1)
    if (code === 'ArrowUp') return () => actions.stepPerson(-1)
    return undefined
  }
  const plainKey = (event: KeyboardEvent): (() => void) | undefined => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || isField(event.target)) return undefined
    return () => {
      sheets.closeOverlays()
      ways.toDraft('/')
    }
  }
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]')
}
