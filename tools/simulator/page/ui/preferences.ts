/** What the page remembers between visits. */
const PREFIX = 'abitly-simulator.'

/** A remembered choice; undefined when there is none, or the browser keeps nothing. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined
  } catch {
    return undefined
  }
}

/** Remembers a choice; does without when the browser keeps nothing. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    // Private windows may refuse: the choice then lasts until the page is closed.
  }
}
