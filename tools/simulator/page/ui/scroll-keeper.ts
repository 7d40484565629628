/** Keeps the end of the chat in view, or the place where one reads. */
export interface ScrollKeeper {
  /** Is the end of the chat in view (or was it, before the last change)? */
  atEnd: () => boolean
  /** Makes a change without a jump: at the end it stays at the end, elsewhere what is read stays where it is. */
  keep: (change: () => void) => void
  toEnd: (smooth: boolean) => void
  /** The person opened something: let it grow downwards, even at the end. */
  letGrow: () => void
}

/** Closer to the end than this counts as being there, in CSS pixels. */
const NEAR = 60

/** @param onChange is told when the end comes into view or goes out of it */
export function createScrollKeeper(
  scroller: HTMLElement,
  content: HTMLElement,
  onChange: (atEnd: boolean) => void,
): ScrollKeeper {
  let pinned = true
  // On the way to the end nothing is unpinned, or the round button would flash up again.
  let travelling = false
  const pin = (value: boolean): void => {
    if (pinned === value) return
    pinned = value
    onChange(value)
  }
  const isNearEnd = (): boolean => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR
  const stick = (): void => {
    if (pinned) scroller.scrollTop = scroller.scrollHeight
  }
  scroller.addEventListener('scroll', () => {
    if (!travelling) pin(isNearEnd())
  })
  scroller.addEventListener('scrollend', () => {
    travelling = false
    pin(isNearEnd())
  })
  const observer = new ResizeObserver(stick)
  observer.observe(scroller)
  observer.observe(content)
  return {
    atEnd: () => pinned,
    keep(change) {
      const anchor = pinned ? undefined : firstVisible(scroller, content)
      const before = anchor?.getBoundingClientRect().top ?? 0
      change()
      if (anchor === undefined) stick()
      else if (anchor.isConnected) scroller.scrollTop += anchor.getBoundingClientRect().top - before
    },
    toEnd(smooth) {
      pin(true)
      travelling = smooth
      scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth ? 'smooth' : 'instant' })
    },
    letGrow() {
      pin(isNearEnd())
    },
  }
}

function firstVisible(scroller: HTMLElement, content: HTMLElement): Element | undefined {
  const top = scroller.getBoundingClientRect().top
  return [...content.querySelectorAll('.message')].find(
    (message) => message.getBoundingClientRect().bottom > top,
  )
}
