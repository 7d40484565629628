import { showUniversity, unknownUniversity } from './open-days/show-university.ts'
import { greet } from './show-menu.ts'
import type { View } from './view.ts'
import type { Visit } from './visit.ts'

const UNIVERSITY_PAYLOAD = /^university_/
/** Fits an integer of the database. */
const UNIVERSITY_ID = /^university_([1-9]\d{0,8})$/

/** Opens the chat; `payload` is what the deep link that led here carries. */
export async function start(visit: Visit, payload: string): Promise<View> {
  return UNIVERSITY_PAYLOAD.test(payload) ? openUniversity(visit, payload) : greet(visit)
}

function openUniversity(visit: Visit, payload: string): Promise<View> {
  const id = Number(UNIVERSITY_ID.exec(payload)?.[1])
  return Number.isInteger(id) ? showUniversity(visit, id) : unknownUniversity(visit)
}
