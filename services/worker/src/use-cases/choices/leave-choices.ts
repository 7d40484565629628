import { FILTERS_DIALOGUE } from '../open-day-filters/filters-state.ts'
import { WISHES_DIALOGUE } from '../plan/wishes-dialogue.ts'
import type { Visit } from '../visit.ts'

const WITH_CHOICES: readonly string[] = [FILTERS_DIALOGUE, WISHES_DIALOGUE]

/** Who gives a command has left the list of choices: what is typed next is no search in it. */
export async function leaveChoices({ repos, student }: Visit): Promise<void> {
  const dialogue = await repos.dialogues.find(student.chatId)
  if (dialogue !== null && WITH_CHOICES.includes(dialogue.name)) await repos.dialogues.remove(student.chatId)
}
