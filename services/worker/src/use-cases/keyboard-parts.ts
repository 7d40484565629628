import type { Translator } from '@abitly/text'
import type { Button, Keyboard, Press } from './view.ts'

/** Buttons in rows of so many. */
export function inRows(buttons: readonly Button[], length: number): Keyboard {
  return buttons.flatMap((_, index) => (index % length === 0 ? [buttons.slice(index, index + length)] : []))
}

/**
 * «‹», «2 з 5», «›»: a row that turns pages, round the ends too; none where there is one page. The one in the
 * middle leads to the first page.
 */
export function pageButtons(
  tr: Translator,
  page: number,
  pages: number,
  pressOf: (page: number) => Press,
): Keyboard {
  if (pages < 2) return []
  const middle = tr.text('button-page', { page: String(page + 1), pages: String(pages) })
  return [
    [
      { text: '‹', press: pressOf((page + pages - 1) % pages) },
      { text: middle, press: pressOf(0) },
      { text: '›', press: pressOf((page + 1) % pages) },
    ],
  ]
}
