import type { OpenDayFilters } from '@abitly/database'
import { formatCount, kyivDate } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import { CHOICE_FIELDS } from '../choices/choice-field.ts'
import type { ChoiceField } from '../choices/choice-field.ts'
import { namesText } from '../choices/choice-list.ts'
import { choicesOf } from '../choices/choices.ts'
import { chooseView, fieldLabel } from '../choices/choose-view.ts'
import type { AskingButton, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import type { FilterAnswer } from './filter-answer.ts'
import { choicesIn, chosenOf } from './filter-choices.ts'
import type { ChooseState, FiltersState } from './filters-state.ts'
import { nothingMetLine } from './nothing-met.ts'

type MakeButton = (text: string, answer: FilterAnswer, style?: 'primary') => AskingButton

/** The question of a step with its buttons, filled with what is chosen right now. */
export async function filtersPrompt(visit: Visit, state: FiltersState, revision: number): Promise<View> {
  const { repos, student, now } = visit
  const filters = await repos.openDayFilters.of(student.chatId)
  const count = await repos.openDays.countComing(filters, kyivDate(now))
  const button: MakeButton = (text, answer, style) => ({
    text,
    press: { kind: 'filters', revision, answer },
    ...(style === undefined ? {} : { style }),
  })
  return state.step === 'overview'
    ? overview(visit, { filters, count }, button)
    : choosePrompt(visit, { filters, count, state }, button)
}

interface Facts {
  filters: OpenDayFilters
  /** Open days they meet. */
  count: number
}

async function overview(visit: Visit, { filters, count }: Facts, button: MakeButton): Promise<View> {
  const { tr } = visit
  const lines: string[] = []
  for (const field of CHOICE_FIELDS) lines.push(await fieldLine(visit, filters, field))
  const hasChosen = choicesIn(filters) > 0
  const fields = CHOICE_FIELDS.map((field) => [
    button(fieldLabel(tr, field, chosenOf(filters, field).length), { kind: 'field', field }),
  ])
  const clear = button(tr.text('button-clear-all'), { kind: 'clear-all' })
  return {
    text: [
      tr.text('filters'),
      lines.join('\n'),
      count === 0 && hasChosen ? await nothingMetLine(visit, filters) : tr.text('filters-purpose'),
    ].join('\n\n'),
    keyboard: [...fields, [...(hasChosen ? [clear] : []), readyButton(tr, count, button)], [menuButton(tr)]],
  }
}

async function choosePrompt(
  { repos, tr }: Visit,
  { filters, count, state }: Facts & { state: ChooseState },
  button: MakeButton,
): Promise<View> {
  const { field } = state
  const all = await choicesOf(repos.choices, field, tr.language)
  const heading = tr.text('filters-choose', { field })
  const open = { heading, field, list: { all, chosen: chosenOf(filters, field) }, place: state }
  return chooseView(tr, open, button, {
    onward: readyButton(tr, count, button),
    below: [[button(tr.text('button-to-filters'), { kind: 'back' })]],
  })
}

function readyButton(tr: Translator, count: number, button: MakeButton): AskingButton {
  return button(
    tr.text('button-show-events', { n: formatCount(tr.language, count) }),
    { kind: 'done' },
    'primary',
  )
}

/** «Регіони: Львівська область» */
async function fieldLine({ repos, tr }: Visit, filters: OpenDayFilters, field: ChoiceField): Promise<string> {
  const chosen = chosenOf(filters, field)
  const name = tr.text('filters-field', { field })
  if (chosen.length === 0) return tr.text('filters-line-any', { name })
  const all = await choicesOf(repos.choices, field, tr.language)
  const names = all.filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
  return tr.text('filters-line', { name, chosen: namesText(tr, names) })
}
