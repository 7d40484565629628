import type { OpenDayFilters } from '@abitly/database'
import { counted, displayName, kyivDate } from '@abitly/text'
import { CHOICE_FIELDS } from '../choices/choice-field.ts'
import type { ChoiceField } from '../choices/choice-field.ts'
import { choicesOf } from '../choices/choices.ts'
import type { Visit } from '../visit.ts'
import { chosenOf, without } from './filter-choices.ts'

/** That filters find nothing, and which of them to give up to find most. */
export async function nothingMetLine(visit: Visit, filters: OpenDayFilters): Promise<string> {
  const { tr } = visit
  const best = await mostWithout(visit, filters)
  if (best === null) return tr.text('open-days-none-found')
  const filter = await filterName(visit, filters, best.field)
  const hint = tr.text('open-days-without', { filter, ...counted(tr, 'n', best.count) })
  return `${tr.text('open-days-none-found')} ${hint}`
}

async function mostWithout(
  { repos, now }: Visit,
  filters: OpenDayFilters,
): Promise<{ field: ChoiceField; count: number } | null> {
  let best: { field: ChoiceField; count: number } | null = null
  for (const field of CHOICE_FIELDS) {
    if (chosenOf(filters, field).length === 0) continue
    const count = await repos.openDays.countComing(without(filters, field), kyivDate(now))
    if (count > (best?.count ?? 0)) best = { field, count }
  }
  return best
}

/** Its only choice, or what it is about. */
async function filterName(
  { repos, tr }: Visit,
  filters: OpenDayFilters,
  field: ChoiceField,
): Promise<string> {
  const [only, ...others] = chosenOf(filters, field)
  const about = tr.text('filters-field', { field })
  if (others.length > 0) return about
  const all = await choicesOf(repos.choices, field, tr.language)
  return displayName(all.find(({ id }) => id === only)?.label ?? about)
}
