import type { CatalogueOffer, ScoreSample } from './catalogue-schema.ts'
import type { GeneratedApplication, ListBrief } from './generated-list.ts'
import { generateList } from './generated-list.ts'
import type { Random } from './random.ts'
import { seededRandom } from './random.ts'

/** What nobody publishes of an offer and the catalogue therefore invents; scores in thousandths. */
export interface GeneratedOffer {
  /** State-funded places at most; 0 for offers without any. */
  maxBudget: number
  contractVolume: number
  quota1: number | null
  quota2: number | null
  applications: GeneratedApplication[]
  /** Lowest winners of the year before; null where nobody applies. */
  history: { minBudget: number | null; minContract: number | null } | null
}

/** Share of the licence volume that the state pays for at most. */
const BUDGET_SHARE = 0.4
/** Share of the applications to an open offer that ask for a state-funded place. */
const BUDGET_APPLICATIONS = 0.7
const QUOTA_SHARE = 0.1

/** Invents places, applications and the former year's cut; always the same for the same offer. */
export function generateOffer(offer: CatalogueOffer, sample: ScoreSample): GeneratedOffer {
  const open = offer.kind === 'open'
  const maxBudget = open ? Math.max(1, Math.round(offer.licenceVolume * BUDGET_SHARE)) : 0
  const contractVolume = offer.licenceVolume - maxBudget
  const quota = open ? Math.max(1, Math.round(maxBudget * QUOTA_SHARE)) : null
  const random = seededRandom(`${offer.year}/${offer.offerId}`)
  const brief: ListBrief = {
    size: offer.applications,
    budgetShare: open ? BUDGET_APPLICATIONS : 0,
    budgetPlaces: maxBudget,
    contractPlaces: contractVolume,
    ...means(offer, random),
  }
  const { applications } = generateList(brief, sample, random)
  const history = offer.applications === 0 ? null : yearBefore(offer, brief, sample)
  return { maxBudget, contractVolume, quota1: quota, quota2: quota, applications, history }
}

/** Published means where there are any; else a guess. */
function means(offer: CatalogueOffer, random: Random): Pick<ListBrief, 'budgetMean' | 'contractMean'> {
  const contract = thousandths(offer.avgContractScore)
  const guess = contract === null ? 148_000 + random() * 12_000 : contract + 18_000
  const budgetMean = thousandths(offer.avgBudgetScore) ?? guess
  return { budgetMean, contractMean: contract ?? budgetMean - 18_000 }
}

/** Lowest score for a state-funded place, in thousandths: 130 in 2024 and 2025. */
const BUDGET_MINIMUM = 130_000

/** The same kind of list with other people: a little longer or shorter, a little better or worse. */
function yearBefore(offer: CatalogueOffer, brief: ListBrief, sample: ScoreSample): GeneratedOffer['history'] {
  const random = seededRandom(`${offer.year - 1}/${offer.offerId}`)
  const drift = (random() - 0.5) * 4_000
  const size = Math.max(1, Math.round(brief.size * (0.85 + random() * 0.3)))
  const former = {
    ...brief,
    size,
    budgetMean: brief.budgetMean + drift,
    contractMean: brief.contractMean + drift,
  }
  const { minBudget, minContract } = generateList(former, sample, random)
  // Nobody is admitted to a state-funded place below the minimum, not even in an invented year.
  return { minBudget: minBudget === null ? null : Math.max(minBudget, BUDGET_MINIMUM), minContract }
}

function thousandths(points: string | null): number | null {
  return points === null ? null : Math.round(Number(points) * 1_000)
}
