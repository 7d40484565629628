import { admissionChance, offerScore, shortlistOffers } from '@abitly/domain'
import type { Application, PlanOffers, ShortlistInput } from '@abitly/domain'
import { median, say, table } from './support/figures.ts'
import { amount } from './support/quick.ts'

const OFFERS = amount(50_000, 2_000)
/** Offers with the same weights, multipliers and minimum: 125 specialities, each with eight sets of rules. */
const GROUPS = amount(1_000, 100)
const APPLICANTS = 60
/** Lists that are told apart; offers share them, or memory would be what is measured. */
const LISTS = 200
const TIMES = amount(7, 2)
const GRADES = { ukr: 180, math: 190, hist: 170, phys: 185 }
const PLACES = { kind: 'open', maxBudget: 25, quotaPlaces: { Q1: 2, Q2: 1 } } as const

/** CPU of one plan after its query: a cheap look at all and an exact one at a few dozen; an exact one at all. */
export function benchPlan(): Promise<void> {
  say(
    `Plan: ${OFFERS} offers with ${GROUPS} sets of rules, ${APPLICANTS} applicants each; medians of ${TIMES}`,
  )
  const input = generated()
  const lists = Array.from({ length: LISTS }, (_, list) => applicantsOf(list))
  const ours = measure(() => twoSteps(input, lists))
  const naive = measure(() => judgeAll(input, lists))
  table([
    ['way', 'CPU ms', 'ratio'],
    ['two steps', ours.toFixed(1), '1'],
    ['every offer with its list', naive.toFixed(1), (naive / ours).toFixed(1)],
  ])
  return Promise.resolve()
}

function measure(work: () => number): number {
  const found: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    const before = process.cpuUsage()
    if (work() === 0) throw new Error('A plan without offers says nothing')
    const { user, system } = process.cpuUsage(before)
    found.push((user + system) / 1_000)
  }
  return median(found)
}

function twoSteps(input: ShortlistInput, lists: readonly Application[][]): number {
  const wanted = new Set(shortlistOffers(input).offerIds)
  let judged = 0
  for (const group of input.groups) {
    for (const [index, offerId] of group.offerIds.entries()) {
      if (wanted.has(offerId)) judged += judge(group, index, input, lists)
    }
  }
  return judged
}

function judgeAll(input: ShortlistInput, lists: readonly Application[][]): number {
  let judged = 0
  for (const group of input.groups) {
    for (const index of group.offerIds.keys()) judged += judge(group, index, input, lists)
  }
  return judged
}

function judge(
  group: PlanOffers,
  index: number,
  { year }: ShortlistInput,
  lists: readonly Application[][],
): number {
  const score = offerScore({ nmtYear: 2025, grades: GRADES, offer: { ...group, year } })
  if (score.kind === 'refused') return 0
  const applications = lists[(group.offerIds[index] ?? 0) % LISTS] ?? []
  const limits = { minimum: group.minScore.budget, lastYear: group.lastYear[index] ?? null }
  const chance = admissionChance({ applications, myScore: score.later, places: PLACES, ...limits })
  return chance.kind === 'ranked' ? 1 : 0
}

function generated(): ShortlistInput {
  const groups = Array.from({ length: GROUPS }, (_, group): PlanOffers => {
    const ids = Array.from({ length: OFFERS / GROUPS }, (_, index) => index * GROUPS + group + 1)
    const rule = (k: number) => ({ k: (k / 100).toFixed(2), minGrade: null })
    return {
      specialityCode: `F${group % 125}`,
      weights: {
        ukr: rule(30),
        math: rule(30 + (group % 20)),
        hist: rule(20),
        phys: rule(40),
        foreign: rule(35),
      },
      ...{ k4max: '0.40', rk: group % 2 === 0 ? '1.00' : '1.07', creative: null },
      ...{ specialSupport: group % 4 === 0, minScore: { budget: 130_000, contract: null } },
      offerIds: ids,
      universityIds: ids.map((id) => id % 400),
      lastYear: ids.map((id) => 130_000 + ((id * 7_919) % 70_000)),
    }
  })
  return {
    ...{ year: 2025, groups, specialityCodes: [], funding: 'budget' },
    results: [{ nmtYear: 2025, grades: GRADES }],
  }
}

function applicantsOf(list: number): Application[] {
  return Array.from({ length: APPLICANTS }, (_, index) => ({
    score: 130_000 + ((index * 1_013 + list * 331) % 70_000),
    ...{ priority: 1 + (index % 5), status: 6, quota: null, interview: false, funding: 'budget' },
    applicantKey: `${list}-${index}`,
  }))
}
