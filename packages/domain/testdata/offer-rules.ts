import type { OfferRules } from '../src/score/offer-score-types.ts'

/** The rule of one subject in an offer. */
export const rule = (k: string, minGrade: number | null = null) => ({ k, minGrade })

/** Computer science of 2025. */
export const F3: OfferRules = {
  year: 2025,
  specialityCode: 'F3',
  weights: {
    ukr: rule('0.30'),
    math: rule('0.50'),
    hist: rule('0.20'),
    foreign: rule('0.30'),
    bio: rule('0.20'),
    phys: rule('0.40'),
    chem: rule('0.30'),
    lit: rule('0.20'),
    geo: rule('0.20'),
  },
  k4max: '0.40',
  rk: '1.00',
  specialSupport: false,
  minScore: { budget: 130_000, contract: null },
  creative: null,
}

/** Primary education of 2025: special support. */
export const A3: OfferRules = {
  ...F3,
  specialityCode: 'A3',
  weights: {
    ukr: rule('0.35'),
    math: rule('0.35'),
    hist: rule('0.40'),
    foreign: rule('0.40'),
    bio: rule('0.40'),
    phys: rule('0.35'),
  },
  specialSupport: true,
}

/** Grades of a student who chose physics. */
export const GRADES = { ukr: 180, math: 190, hist: 170, phys: 185 }
