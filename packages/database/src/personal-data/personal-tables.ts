/** A table with rows of one chat. */
export interface PersonalTable {
  name: string
  /** SQL: the order of an export, which takes the first thousand rows. */
  order: string
  /** SQL: what ids of the row `kept` mean, by the names that the export gives to these words. */
  words?: Readonly<Record<string, string>>
}

const OFFER = 'offers o WHERE (o.year, o.offer_id) = (kept.year, kept.offer_id)'
const OFFER_WORDS = {
  programme: `SELECT o.programme_uk FROM ${OFFER}`,
  university: `SELECT u.name_uk FROM universities u, ${OFFER} AND u.id = o.university_id`,
}

/** The chat is a foreign key: rows go with the row of `telegram_users`. */
const GONE_WITH_THE_STUDENT: readonly PersonalTable[] = [
  { name: 'telegram_users', order: 'created_at' },
  { name: 'telegram_user_grades', order: 'nmt_year DESC, subject_code' },
  { name: 'telegram_user_monitoring_offers', order: 'created_at DESC', words: OFFER_WORDS },
  { name: 'offer_looks', order: 'seen_at DESC' },
  { name: 'offer_told', order: 'told_at DESC' },
  { name: 'monitoring_open_days', order: 'created_at DESC' },
  { name: 'telegram_user_filter_regions', order: 'region_id' },
  { name: 'telegram_user_filter_specialities', order: 'speciality_code' },
  { name: 'telegram_user_filter_universities', order: 'university_id' },
  { name: 'notification_settings', order: 'telegram_chat_id' },
  { name: 'dialogues', order: 'updated_at DESC' },
  { name: 'picture_messages', order: 'sent_at DESC' },
  { name: 'chat_hints', order: 'sent_at DESC' },
  { name: 'chat_searches', order: 'searched_at DESC' },
  { name: 'student_preferences', order: 'updated_at DESC' },
  { name: 'link_attempts', order: 'telegram_chat_id' },
  { name: 'plan_wishes', order: 'updated_at DESC' },
  { name: 'admission_plans', order: 'made_at DESC' },
]

/** Rows that outlive the student: `eraseStudent` takes the person out of each of them by name. */
const EMPTIED: readonly PersonalTable[] = [
  { name: 'deliveries', order: 'finished_at DESC NULLS FIRST' },
  { name: 'processed_updates', order: 'created_at DESC' },
  { name: 'account_events', order: 'at DESC' },
]

/** Tables that an export shows row by row; `link_audit` besides, which names other chats too, and `users_grades`. */
export const PERSONAL_TABLES: readonly PersonalTable[] = [...GONE_WITH_THE_STUDENT, ...EMPTIED]

/** All tables that refer to a chat by `telegram_chat_id`. A test compares them with the database. */
export const KNOWN_TABLES: readonly string[] = [...PERSONAL_TABLES.map(({ name }) => name), 'link_audit']
