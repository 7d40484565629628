import type { PlanWishes } from '@abitly/database'
import type { Shortlist } from '@abitly/domain'
import { counted } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import type { Button, View } from '../view.ts'
import type { Visit } from '../visit.ts'

/** Nothing to propose, and what to change about it. A plan is not counted. */
export async function noMatchView(visit: Visit, wishes: PlanWishes, found: Shortlist): Promise<View> {
  const { tr } = visit
  const wishesButton: Button = {
    text: tr.text('button-other-wishes'),
    press: { kind: 'plan-wishes' },
    style: 'primary',
  }
  const profile: Button = { text: tr.text('button-grades'), press: { kind: 'profile' } }
  return {
    text: [tr.text('plan', { funding: wishes.funding }), await reason(visit, wishes, found)].join('\n\n'),
    keyboard: [[wishesButton], [profile, menuButton(tr)]],
  }
}

async function reason(visit: Visit, wishes: PlanWishes, { total, eligible }: Shortlist): Promise<string> {
  const { tr } = visit
  if (eligible > 0) return tr.text('plan-none-within-reach', counted(tr, 'total', total))
  if (total > 0) return tr.text('plan-none-admits', counted(tr, 'total', total))
  const without: [string, PlanWishes][] = [
    ['region', { ...wishes, regionIds: [] }],
    ['speciality', { ...wishes, specialityCodes: [] }],
  ]
  const hints: string[] = []
  for (const [field, looser] of without) {
    const n = await matching(visit, looser)
    if (n > 0) hints.push(tr.text('plan-none-without', { field, ...counted(tr, 'total', n) }))
  }
  return [tr.text('plan-none'), ...hints].join('\n')
}

async function matching({ repos }: Visit, wishes: PlanWishes): Promise<number> {
  const [year] = await repos.offers.years()
  if (year === undefined) return 0
  const groups = await repos.plans.groups(year, wishes)
  return groups.reduce((sum, { offerIds }) => sum + offerIds.length, 0)
}
