/** What people and audiences are told apart by, of many choices. */
export const CHOICE_FIELDS = ['region', 'university', 'speciality'] as const
export type ChoiceField = (typeof CHOICE_FIELDS)[number]
