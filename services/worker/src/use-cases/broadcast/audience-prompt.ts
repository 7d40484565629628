import type { AudienceCount, AudienceFilter } from '@abitly/database'
import { formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { ChoiceField } from '../choices/choice-field.ts'
import type { Button, Keyboard, View } from '../view.ts'
import type { AnswerButtons } from './answer-button.ts'
import { chosenIn } from './audience-filter.ts'
import { audienceSummary, countText } from './audience-texts.ts'
import type { ChosenNames } from './audience-texts.ts'
import { AUDIENCE_BASES } from './broadcast-answer.ts'

/** An audience and what it comes to. */
export interface AudienceFacts {
  filter: AudienceFilter
  count: AudienceCount
  names: ChosenNames
}

/** Asks who gets the message; the way on exists once somebody does. */
export function audiencePrompt(
  tr: Translator,
  { filter, count, names }: AudienceFacts,
  buttons: AnswerButtons,
): View {
  const { plain, back, cancel } = buttons
  const recipients = formatCount(tr.language, count.recipients)
  const onward = plain(tr.text('button-forward-count', { recipients }), 'next', 'primary')
  return {
    text: [
      tr.text('broadcast-audience'),
      `${audienceSummary(tr, filter, names)}\n${countText(tr, count)}`,
    ].join('\n\n'),
    keyboard: [
      baseRow(tr, filter, buttons),
      ...filterRows(tr, filter, count.recipients > 0 ? [onward] : [], buttons),
      [back, cancel],
    ],
  }
}

function baseRow(tr: Translator, filter: AudienceFilter, { answer }: AnswerButtons): Button[] {
  return AUDIENCE_BASES.map((base) => {
    const name = tr.text('broadcast-base', { base })
    return answer(filter.base === base ? tr.text('chosen', { name }) : name, { kind: 'base', base })
  })
}

/** The test list is the admins, so there is nothing to narrow. */
function filterRows(
  tr: Translator,
  filter: AudienceFilter,
  onward: readonly Button[],
  { answer, plain }: AnswerButtons,
): Keyboard {
  if (filter.base === 'test') return onward.length === 0 ? [] : [onward]
  const label = (field: string, isSet: boolean): string =>
    tr.text(isSet ? 'broadcast-filter-set' : 'broadcast-filter', { field })
  const choice = (field: ChoiceField): Button =>
    answer(label(field, chosenIn(filter, field).length > 0), { kind: 'filter', field })
  const language = plain(label('language', filter.language !== null), 'language')
  const activity = plain(label('activity', filter.activeWithinDays !== null), 'activity')
  return [
    [choice('region'), choice('university')],
    [choice('speciality'), language],
    [activity, ...onward],
  ]
}
