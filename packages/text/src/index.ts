export { counted } from './counted.ts'
export {
  atStampText,
  atTimeText,
  dayHeading,
  dayText,
  fromToText,
  momentText,
  onDayText,
  shortDayText,
  stampText,
  untilDayText,
} from './dates.ts'
export { durationText } from './durations.ts'
export { loadLocale } from './fluent/load-locale.ts'
export { choicesOf, referencesOf } from './fluent/placeholders.ts'
export { createI18n } from './i18n.ts'
export type { I18n } from './i18n.ts'
export { kyivDate, kyivDay, kyivDayStart, kyivMoment, kyivTime } from './kyiv-time.ts'
export type { KyivClock, KyivTime } from './kyiv-time.ts'
export type { Language } from './language.ts'
export { listText } from './lists.ts'
export { displayName, escapeHtml, letterCount, plainName } from './names.ts'
export {
  formatCount,
  formatDecimal,
  formatMargin,
  formatMultiplier,
  formatRange,
  formatScore,
  formatWeight,
} from './numbers.ts'
export { pluralForm } from './plural.ts'
export type { PluralForm } from './plural.ts'
export { NO_BREAK_SPACE, WORD_JOINER } from './signs.ts'
export type { TextArguments, Translator } from './translator.ts'
export { tieWords } from './typography.ts'
export { dateIn, dayEndIn } from './zone-dates.ts'
