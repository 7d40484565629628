import type { ScrollKeeper } from './scroll-keeper.ts'

/** How long the floating day stays after the last movement. */
const SHOWN_MS = 900

/** Shows the day of what is read, floating over the bubbles while the person scrolls through them. */
export function floatDayPills(scroller: HTMLElement, content: HTMLElement, keeper: ScrollKeeper): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  scroller.addEventListener(
    'scroll',
    () => {
      for (const pill of content.querySelectorAll<HTMLElement>('.day-pill')) {
        const resting = pill.parentElement?.offsetTop ?? 0
        pill.classList.toggle('floating', pill.offsetTop - resting > pill.offsetHeight)
      }
      // Being moved to the end by a new message is not looking for a day.
      scroller.classList.toggle('scrolling', !keeper.atEnd())
      clearTimeout(timer)
      timer = setTimeout(() => {
        scroller.classList.remove('scrolling')
      }, SHOWN_MS)
    },
    { passive: true },
  )
}
