/** Things that lie over the page and close with Esc, the topmost first. */
export interface Layers {
  /** Announces an open layer; the answer takes it off again without closing it. */
  add: (close: () => void) => () => void
}

export function createLayers(): Layers {
  const open: (() => void)[] = []
  document.addEventListener('keydown', (event) => {
    // A modal dialog is above everything and closes by itself.
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]') !== null)
      return
    const close = open.at(-1)
    if (close === undefined) return
    event.preventDefault()
    close()
  })
  return {
    add(close) {
      open.push(close)
      return () => {
        const index = open.lastIndexOf(close)
        if (index !== -1) open.splice(index, 1)
      }
    },
  }
}
