import type { PlanWishes } from '@abitly/database'
import { formatCount } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import { choiceLines, choiceRows, namesText } from '../choices/choice-list.ts'
import { choicesOf } from '../choices/choices.ts'
import type { AskingButton, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { WISH_FIELDS } from './wish-answer.ts'
import type { WishAnswer, WishField } from './wish-answer.ts'
import type { ChooseWish, WishesState } from './wishes-state.ts'
import { MOST_SPECIALITIES, wished, wishesOf } from './wishes.ts'

type MakeButton = (text: string, answer: WishAnswer, style?: 'primary') => AskingButton

/** The question of a step with its buttons, filled with what is wished right now. */
export async function wishesPrompt(visit: Visit, state: WishesState, revision: number): Promise<View> {
  const wishes = await wishesOf(visit)
  const button: MakeButton = (text, answer, style) => ({
    text,
    press: { kind: 'wishes', revision, answer },
    ...(style === undefined ? {} : { style }),
  })
  return state.step === 'overview'
    ? overview(visit, wishes, button)
    : choosePrompt(visit, wishes, state, button)
}

/** «F2, F3 · Київська область» */
export async function wishesText(visit: Visit, wishes: PlanWishes): Promise<string> {
  const { tr } = visit
  const regions = await regionNames(visit, wishes)
  return [
    wishes.specialityCodes.length === 0
      ? tr.text('wishes-any', { field: 'speciality' })
      : namesText(tr, wishes.specialityCodes),
    regions.length === 0 ? tr.text('wishes-any', { field: 'region' }) : namesText(tr, regions),
  ].join(' · ')
}

async function regionNames({ repos, tr }: Visit, wishes: PlanWishes): Promise<string[]> {
  const chosen = wished(wishes, 'region')
  const all = await choicesOf(repos.choices, 'region', tr.language)
  return all.filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
}

async function overview(visit: Visit, wishes: PlanWishes, button: MakeButton): Promise<View> {
  const { tr } = visit
  const other = wishes.funding === 'budget' ? 'contract' : 'budget'
  return {
    text: [
      tr.text('plan', { funding: wishes.funding }),
      await wishesText(visit, wishes),
      tr.text('wishes-purpose', { most: String(MOST_SPECIALITIES) }),
    ].join('\n\n'),
    keyboard: [
      ...WISH_FIELDS.map((field) => [button(fieldLabel(visit, wishes, field), { kind: 'field', field })]),
      [button(tr.text('button-wish-funding', { funding: other }), { kind: 'funding', funding: other })],
      [button(tr.text('button-make-plan'), { kind: 'make' }, 'primary')],
      [menuButton(tr)],
    ],
  }
}

async function choosePrompt(
  { repos, tr }: Visit,
  wishes: PlanWishes,
  state: ChooseWish,
  button: MakeButton,
): Promise<View> {
  const { field, query } = state
  const list = { all: await choicesOf(repos.choices, field, tr.language), chosen: wished(wishes, field) }
  const clear = button(tr.text('button-clear'), { kind: 'clear' })
  const showAll = button(tr.text('button-show-all'), { kind: 'show-all' })
  return {
    text: [
      tr.text('wishes-choose', { field, most: String(MOST_SPECIALITIES) }),
      ...choiceLines(tr, list, state),
      tr.text('filters-choose-hint', { sample: tr.text('choices-sample', { field }) }),
    ].join('\n\n'),
    keyboard: [
      ...choiceRows(tr, list, state, {
        toggle: (text, id) => button(text, { kind: 'toggle', id }),
        page: (page) => button('', { kind: 'page', page }).press,
      }),
      ...(query === '' ? [] : [[showAll]]),
      [
        ...(list.chosen.length > 0 ? [clear] : []),
        button(tr.text('button-to-wishes'), { kind: 'back' }, 'primary'),
      ],
    ],
  }
}

function fieldLabel({ tr }: Visit, wishes: PlanWishes, field: WishField): string {
  const name = tr.text('filters-field', { field })
  const n = wished(wishes, field).length
  return n === 0 ? name : tr.text('button-filter-chosen', { name, n: formatCount(tr.language, n) })
}
