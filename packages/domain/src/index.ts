export { type ApplicationLimits, type Campaign, campaignOf } from './admission/campaign.ts'
export { minimumScores } from './admission/minimum-scores.ts'
export { regionalMultiplier } from './admission/regional-multiplier.ts'
export { type BranchMultiplier, branchMultiplier, hasSpecialSupport } from './admission/special-support.ts'
export { specialityOf } from './admission/speciality-code.ts'
export {
  ELECTIVE_SUBJECTS,
  isNmtYear,
  isSubjectCode,
  MANDATORY_SUBJECTS,
  NMT_YEARS,
  type NmtYear,
  type SubjectCode,
  SUBJECTS,
} from './admission/subjects.ts'
export { recogniseOfferLink, recogniseOfferLinks } from './offer-link/recognise-offer-link.ts'
export type { FoundLink, OfferAddress, OfferLink, OfferSite } from './offer-link/types.ts'
export { type OpenDayFilter, openDayMatches, type OpenDayTraits } from './open-day/open-day-matches.ts'
export {
  REMINDER_DAYS,
  type RemindableEvent,
  type ReminderInterest,
  type SelectedReminder,
  selectReminders,
  type StudentReminders,
} from './open-day/select-reminders.ts'
export { placeApplicants } from './placement/place-applicants.ts'
export type {
  Placement,
  PlacementApplicant,
  PlacementApplication,
  PlacementOffer,
  PlacementSeat,
} from './placement/types.ts'
export { type Application, isActiveStatus, type Quota } from './ranking/application.ts'
export { byChance } from './ranking/by-chance.ts'
export { admissionChance } from './ranking/chance.ts'
export type {
  BudgetPlaces,
  Chance,
  ChanceInput,
  ChanceTier,
  ContractOnly,
  GeneralPlaces,
  Margin,
  MarginClass,
  NotAdmitted,
  QuotaLine,
  RankedChance,
  TierReason,
  UnlistedChance,
} from './ranking/chance-types.ts'
export { type RankMove, rankMove } from './ranking/rank-move.ts'
export { type RankRange, rankRange } from './ranking/rank-range.ts'
export { type LastPlace, lastPlace, type ScoreLine, scoreLine } from './ranking/score-line.ts'
export { DEFAULT_STAY_PERCENT, type StayPercent } from './ranking/stay-percent.ts'
export { competitiveScore, type ScoreInput, type WeightedGrade } from './score/competitive-score.ts'
export { checkGrade, type GradeCheck, MAX_GRADE, MIN_GRADE } from './score/grade.ts'
export { offerScore } from './score/offer-score.ts'
export type {
  BelowMinimum,
  MinimumScores,
  OfferRules,
  OfferScore,
  OfferScoreInput,
  Scored,
  ScoreParts,
  ScoreRefusal,
  ScoreTerm,
  SubjectRule,
} from './score/offer-score-types.ts'
export { MAX_SCORE, parseScore, type Score, scoreToDecimal } from './score/score.ts'
export { competitorsOf } from './statistics/competitors.ts'
export { type GradeSummary, gradeSummary } from './statistics/grade-summary.ts'
export { type PriorityHistogram, priorityHistogram } from './statistics/priority-histogram.ts'
export { type ShareBelow, shareBelow } from './statistics/share-below.ts'
export { quantile, type Spread, spreadOf } from './statistics/spread.ts'
export { bandOf, bandOfMargin, composePlan, priorityAt } from './plan/compose-plan.ts'
export type {
  PlanBand,
  PlanCandidate,
  PlanStanding,
  PlanFunding,
  PlanOffers,
  Shortlist,
  ShortlistInput,
} from './plan/plan-types.ts'
export { shortlistOffers, wishOf } from './plan/shortlist.ts'
export { marginTo } from './ranking/margin.ts'
