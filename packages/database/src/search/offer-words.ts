import { initialsOf } from './initials.ts'
import { searchWords } from './search-words.ts'

/** What an offer can be found by; null and empty texts are left out. */
export interface OfferTexts {
  year: number
  offerId: number
  applied: number
  /** The programme's names. */
  titles: readonly (string | null)[]
  /** Names of its speciality and university, of which people make abbreviations. */
  names: readonly (string | null)[]
  /** Short names, codes, the region. */
  others: readonly (string | null)[]
}

/** The words of an offer. */
export interface OfferWords {
  year: number
  offerId: number
  applied: number
  words: readonly string[]
  /** Those of the programme's names. */
  titleWords: readonly string[]
  /** How many words each name of the programme has. */
  titleSizes: readonly number[]
}

/** @param wordsOf, abbreviationsOf the same for equal texts, which are many: the caller may remember them */
export function offerWords(
  { year, offerId, applied, titles, names, others }: OfferTexts,
  wordsOf: (text: string) => readonly string[] = searchWords,
  abbreviationsOf: (text: string) => readonly string[] = initialsOf,
): OfferWords {
  const perTitle = present(titles).map(searchWords)
  const titleWords = [...new Set(perTitle.flat())]
  const rest = [
    ...present(names).flatMap((name) => [...wordsOf(name), ...abbreviationsOf(name)]),
    ...present(others).flatMap(wordsOf),
  ]
  return {
    ...{ year, offerId, applied, titleWords },
    words: [...new Set([...titleWords, ...rest])],
    titleSizes: perTitle.map(({ length }) => length),
  }
}

function present(texts: readonly (string | null)[]): string[] {
  return texts.filter((text) => text !== null)
}
