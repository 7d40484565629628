import type { PlanWishes } from '@abitly/database'
import { menuButton } from '../buttons.ts'
import { namesText } from '../choices/choice-list.ts'
import { choicesOf } from '../choices/choices.ts'
import { chooseView, fieldLabel } from '../choices/choose-view.ts'
import type { AskingButton, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { WISH_FIELDS } from './wish-answer.ts'
import type { WishAnswer } from './wish-answer.ts'
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
      ...WISH_FIELDS.map((field) => [
        button(fieldLabel(tr, field, wished(wishes, field).length), { kind: 'field', field }),
      ]),
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
  const { field } = state
  const all = await choicesOf(repos.choices, field, tr.language)
  const heading = tr.text('wishes-choose', { field, most: String(MOST_SPECIALITIES) })
  const open = { heading, field, list: { all, chosen: wished(wishes, field) }, place: state }
  const onward = button(tr.text('button-to-wishes'), { kind: 'back' }, 'primary')
  return chooseView(tr, open, button, { onward })
}
