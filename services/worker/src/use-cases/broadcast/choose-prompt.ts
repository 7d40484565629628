import type { AudienceFilter } from '@abitly/database'
import { formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { choiceLines, choiceRows } from '../choices/choice-list.ts'
import type { Choice } from '../choices/choices.ts'
import type { Keyboard, View } from '../view.ts'
import type { AnswerButtons } from './answer-button.ts'
import { chosenIn } from './audience-filter.ts'
import type { StateOf } from './broadcast-state.ts'

/** What can be chosen, what is, and what the audience comes to. */
export interface ChooseFacts {
  all: readonly Choice[]
  filter: AudienceFilter
  recipients: number
}

/** Asks for the choices of one filter. */
export function choosePrompt(
  tr: Translator,
  state: StateOf<'choose'>,
  { all, filter, recipients }: ChooseFacts,
  buttons: AnswerButtons,
): View {
  const { answer } = buttons
  const list = { all, chosen: chosenIn(filter, state.field) }
  const turn = (page: number) => answer('', { kind: 'page', page }).press
  return {
    text: [
      tr.text('broadcast-choose', { field: state.field }),
      ...choiceLines(tr, list, state),
      tr.text('broadcast-choose-hint', { sample: tr.text('choices-sample', { field: state.field }) }),
    ].join('\n\n'),
    keyboard: [
      ...choiceRows(tr, list, state, {
        toggle: (text, id) => answer(text, { kind: 'toggle', id }),
        page: turn,
      }),
      ...lastRows(tr, state, { recipients, hasChosen: list.chosen.length > 0 }, buttons),
    ],
  }
}

function lastRows(
  tr: Translator,
  { query }: StateOf<'choose'>,
  { recipients, hasChosen }: { recipients: number; hasChosen: boolean },
  { plain, cancel }: AnswerButtons,
): Keyboard {
  const ready = tr.text('button-ready', { n: formatCount(tr.language, recipients) })
  const row = [
    ...(hasChosen ? [plain(tr.text('button-clear'), 'clear')] : []),
    plain(ready, 'next', 'primary'),
  ]
  const showAll = plain(tr.text('button-show-all'), 'show-all')
  return [...(query === '' ? [] : [[showAll]]), row, [plain(tr.text('button-back'), 'back'), cancel]]
}
