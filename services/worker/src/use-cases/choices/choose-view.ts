import { formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { AskingButton, Keyboard, View } from '../view.ts'
import type { ChoiceAnswer } from './choice-answer.ts'
import type { ChoiceField } from './choice-field.ts'
import { choiceLines, choiceRows } from './choice-list.ts'
import type { ChoiceList, ChoicePlace } from './choice-list.ts'

/** A list of choices of one kind, open at a page or a search. */
export interface OpenChoices {
  heading: string
  field: ChoiceField
  list: ChoiceList
  place: ChoicePlace
}

/** How the buttons of a dialogue are made that lets choices be taken back and searches be ended. */
type MakeButton = (text: string, answer: ChoiceAnswer | { kind: 'clear' | 'show-all' }) => AskingButton

/**
 * Asks for the choices of one kind.
 * @param onward the way on, beside «clear»; `below`: rows under it
 */
export function chooseView(
  tr: Translator,
  { heading, field, list, place }: OpenChoices,
  button: MakeButton,
  { onward, below = [] }: { onward: AskingButton; below?: Keyboard },
): View {
  const clear = button(tr.text('button-clear'), { kind: 'clear' })
  const showAll = button(tr.text('button-show-all'), { kind: 'show-all' })
  return {
    text: [
      heading,
      ...choiceLines(tr, list, place),
      tr.text('filters-choose-hint', { sample: tr.text('choices-sample', { field }) }),
    ].join('\n\n'),
    keyboard: [
      ...choiceRows(tr, list, place, {
        toggle: (text, id) => button(text, { kind: 'toggle', id }),
        page: (page) => button('', { kind: 'page', page }).press,
      }),
      ...(place.query === '' ? [] : [[showAll]]),
      [...(list.chosen.length > 0 ? [clear] : []), onward],
      ...below,
    ],
  }
}

/** «Регіони», «Регіони (2)»: the button that opens a list. */
export function fieldLabel(tr: Translator, field: ChoiceField, chosen: number): string {
  const name = tr.text('filters-field', { field })
  return chosen === 0 ? name : tr.text('button-filter-chosen', { name, n: formatCount(tr.language, chosen) })
}
