import { addGradesButton, menuButton } from './buttons.ts'
import { greet } from './show-menu.ts'
import type { View } from './view.ts'
import type { Visit } from './visit.ts'

const LINK_PAYLOAD = /^link_/

/** Opens the chat; `payload` is what the deep link that led here carries. */
export async function start(visit: Visit, payload: string): Promise<View> {
  return LINK_PAYLOAD.test(payload) ? linkUnavailable(visit) : greet(visit)
}

/** Account linking is not built yet. The token is neither used nor shown, so it stays good. */
function linkUnavailable({ tr }: Visit): View {
  return {
    text: tr.text('link-unavailable'),
    keyboard: [[addGradesButton(tr, null)], [menuButton(tr)]],
  }
}
