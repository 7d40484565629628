import { daysBetween } from './days-between.ts'

/** So many calendar days before an open day its students are reminded. */
export const REMINDER_DAYS = [1, 3] as const

/** What may be reminded of. */
export interface RemindableEvent {
  readonly openDayId: number
  readonly universityId: number
  /** 'YYYY-MM-DD' */
  readonly date: string
}

/** What one student is interested in; entries may repeat themselves, and so may students. */
export interface ReminderInterest<Student> {
  readonly student: Student
  /** Open days the student means to attend. */
  readonly attends: readonly number[]
  /** The university of each offer the student tracks: several offers name it several times. */
  readonly tracks: readonly number[]
}

/** An event to remind one student of, and why. At least one of the reasons holds. */
export interface SelectedReminder {
  openDayId: number
  daysAhead: (typeof REMINDER_DAYS)[number]
  attends: boolean
  /** Tracked offers of the university. */
  trackedOffers: number
}

/** All that one student is reminded of on one day. */
export interface StudentReminders<Student> {
  student: Student
  /** Each event once, whatever the reasons; in the order of the events. */
  reminders: SelectedReminder[]
}

/**
 * Whom to remind of what on `today` ('YYYY-MM-DD'): of events that are 1 or 3 days away, who attends them or tracks an
 * offer of their university. Each student once, in the order of the interests; nobody without any event.
 */
export function selectReminders<Student extends bigint | number | string>(
  events: readonly RemindableEvent[],
  interests: readonly ReminderInterest<Student>[],
  today: string,
): StudentReminders<Student>[] {
  const near = events.flatMap((event) => {
    const days = daysBetween(today, event.date)
    const daysAhead = REMINDER_DAYS.find((one) => one === days)
    return daysAhead === undefined ? [] : [{ ...event, daysAhead }]
  })
  return mergedByStudent(interests).flatMap(({ student, attends, tracks }) => {
    const reminders = near
      .filter(({ openDayId, universityId }) => attends.has(openDayId) || tracks.has(universityId))
      .map(({ openDayId, universityId, daysAhead }) => ({
        openDayId,
        daysAhead,
        attends: attends.has(openDayId),
        trackedOffers: tracks.get(universityId) ?? 0,
      }))
    return reminders.length === 0 ? [] : [{ student, reminders }]
  })
}

interface MergedInterest<Student> {
  student: Student
  attends: Set<number>
  /** Tracked offers by university. */
  tracks: Map<number, number>
}

function mergedByStudent<Student>(
  interests: readonly ReminderInterest<Student>[],
): MergedInterest<Student>[] {
  const merged = new Map<Student, MergedInterest<Student>>()
  for (const { student, attends, tracks } of interests) {
    const known = merged.get(student) ?? newInterest(student)
    merged.set(student, known)
    for (const openDayId of attends) known.attends.add(openDayId)
    for (const universityId of tracks) {
      known.tracks.set(universityId, (known.tracks.get(universityId) ?? 0) + 1)
    }
  }
  return [...merged.values()]
}

function newInterest<Student>(student: Student): MergedInterest<Student> {
  return { student, attends: new Set(), tracks: new Map() }
}
