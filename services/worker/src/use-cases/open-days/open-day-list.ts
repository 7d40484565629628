/** Which open days a list holds. */
export type OpenDayList =
  /** What the student's filters meet; all where none is set. */
  | { of: 'filters' }
  | { of: 'all' }
  /** What the student means to attend. */
  | { of: 'mine' }
  | { of: 'university'; universityId: number }

/** A page of a list, to come back to. */
export interface ListPlace {
  list: OpenDayList
  /** From 0. */
  page: number
}

/** The first page of what a student sees without asking for more. */
export const FIRST_PLACE: ListPlace = { list: { of: 'filters' }, page: 0 }
/** The first page of what a student attends. */
export const MY_PLACE: ListPlace = { list: { of: 'mine' }, page: 0 }
