import type { AudienceFilter } from '@abitly/database'
import { displayName, formatCount, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { inRows, pageButtons } from '../keyboard-parts.ts'
import type { Keyboard, View } from '../view.ts'
import type { AnswerButtons } from './answer-button.ts'
import { chosenIn } from './audience-filter.ts'
import { namesText } from './audience-texts.ts'
import type { StateOf } from './broadcast-state.ts'
import { arranged, foundChoices } from './choices.ts'
import type { Choice } from './choices.ts'

/** What can be chosen, what is, and what the audience comes to. */
export interface ChooseFacts {
  all: readonly Choice[]
  filter: AudienceFilter
  recipients: number
}

const COLUMNS = 2
const ROWS = 8
const PAGE = COLUMNS * ROWS
/** What a phone shows of a label in a row of two. */
const LABEL = 15
/** «✓ » */
const MARK = 2

/** Asks for the choices of one filter. */
export function choosePrompt(
  tr: Translator,
  state: StateOf<'choose'>,
  { all, filter, recipients }: ChooseFacts,
  buttons: AnswerButtons,
): View {
  const chosen = chosenIn(filter, state.field)
  const found = foundChoices(arranged(all, state.first), state.query)
  const names = all.filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
  return {
    text: [
      tr.text('broadcast-choose', { field: state.field }),
      chosenText(tr, names),
      ...(state.query === '' ? [] : [searchText(tr, state.query, found.length)]),
      tr.text('broadcast-choose-hint', { sample: tr.text('broadcast-sample', { field: state.field }) }),
    ].join('\n\n'),
    keyboard: [
      ...choiceRows(tr, state, found, chosen, buttons),
      ...lastRows(tr, state, { recipients, hasChosen: chosen.length > 0 }, buttons),
    ],
  }
}

function chosenText(tr: Translator, names: readonly string[]): string {
  if (names.length === 0) return tr.text('broadcast-chosen-none')
  const n = formatCount(tr.language, names.length)
  return tr.text('broadcast-chosen', { n, names: namesText(tr, names) })
}

function searchText(tr: Translator, query: string, found: number): string {
  const args = { query: displayName(query), n: formatCount(tr.language, found) }
  return tr.text(found === 0 ? 'broadcast-found-none' : 'broadcast-found', args)
}

function choiceRows(
  tr: Translator,
  { page: wanted }: StateOf<'choose'>,
  found: readonly Choice[],
  chosen: readonly string[],
  { answer }: AnswerButtons,
): Keyboard {
  const pages = Math.max(1, Math.ceil(found.length / PAGE))
  const page = Math.min(wanted, pages - 1)
  const shown = found.slice(page * PAGE, (page + 1) * PAGE).map(({ id, label }) => {
    const text = chosen.includes(id)
      ? tr.text('chosen', { name: plainName(label, LABEL - MARK) })
      : plainName(label, LABEL)
    return answer(text, { kind: 'toggle', id })
  })
  const turn = pageButtons(tr, page, pages, (to) => answer('', { kind: 'page', page: to }).press)
  return [...inRows(shown, COLUMNS), ...turn]
}

function lastRows(
  tr: Translator,
  { query }: StateOf<'choose'>,
  { recipients, hasChosen }: { recipients: number; hasChosen: boolean },
  { plain, cancel }: AnswerButtons,
): Keyboard {
  const ready = tr.text('button-ready', { recipients: formatCount(tr.language, recipients) })
  const row = [
    ...(hasChosen ? [plain(tr.text('button-clear'), 'clear')] : []),
    plain(ready, 'next', 'primary'),
  ]
  const showAll = plain(tr.text('button-show-all'), 'show-all')
  return [...(query === '' ? [] : [[showAll]]), row, [plain(tr.text('button-back'), 'back'), cancel]]
}
