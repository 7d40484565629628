import type { OfferDetails, PlanWishes, Repositories, SavedPlan } from '@abitly/database'

/** Wishes and plans of the fake database, by chat. */
export interface FakePlans {
  wishes: Map<bigint, PlanWishes>
  /** With their day. */
  plans: Map<bigint, (SavedPlan & { day: string })[]>
}

/** Plans of the fake database; every offer is a group of its own. */
export function fakePlans(
  { wishes, plans }: FakePlans,
  offers: readonly OfferDetails[],
): Repositories['plans'] {
  const of = (chatId: bigint, day: string): (SavedPlan & { day: string })[] =>
    (plans.get(chatId) ?? []).filter((plan) => plan.day === day)
  return {
    wishes: async (chatId) => wishes.get(chatId) ?? null,
    saveWishes: async (chatId, wish) => {
      wishes.set(chatId, wish)
    },
    lastOf: async (chatId, day) => of(chatId, day).at(-1) ?? null,
    add: async (chatId, day, { number, content }) => {
      if (number !== of(chatId, day).length + 1) throw new Error(`The day has a plan ${number}`)
      const stored: unknown = JSON.parse(JSON.stringify(content))
      plans.set(chatId, [...(plans.get(chatId) ?? []), { day, number, content: stored }])
    },
    groups: async (year, { specialityCodes, regionIds }) =>
      offers
        .filter((offer) => offer.year === year)
        .filter(({ speciality }) => isAny(specialityCodes, speciality.code))
        .filter(({ region }) => isAny(regionIds, region.id))
        .map((offer) => ({
          ...offer,
          specialityCode: offer.speciality.code,
          offerIds: [offer.offerId],
          universityIds: [offer.university.id],
          lastYear: [offer.lastYear?.minEnrolledBudget ?? -1],
        })),
    purge: async () => 0,
  }
}

function isAny<T>(chosen: readonly T[], one: T): boolean {
  return chosen.length === 0 || chosen.includes(one)
}
