import type { Translator } from '@abitly/text'
import type { Step } from '../step.ts'
import { afterContent } from './answer-content.ts'
import { askAgain } from './broadcast-dialogue.ts'
import type { At, LiveBroadcast } from './broadcast-dialogue.ts'
import { MAX_BUTTONS, MAX_LABEL, readLinkButtons } from './link-buttons.ts'
import type { LineProblem } from './link-buttons.ts'
import { keepButtons } from './preview.ts'

/** Lines that are to become link buttons; every line that cannot is named. */
export async function takeButtons(
  { visit, state, campaign, messageId }: At<'buttons'>,
  live: LiveBroadcast,
  text: string,
): Promise<Step> {
  const typed = readLinkButtons(text)
  if (typed.kind === 'problems') {
    const { tr } = visit
    const lines = typed.problems.slice(0, SHOWN).map(({ line, problem }) => {
      const args = { line: String(line), problem: problemText(tr, problem) }
      return tr.text('broadcast-buttons-problem', args)
    })
    return askAgain(visit, live, lines.join('\n'))
  }
  await keepButtons(visit, campaign, typed.rows)
  return afterContent(visit, state.draft, state.then, messageId)
}

/** A pasted article would have a problem in each of its lines. */
const SHOWN = 10

function problemText(tr: Translator, problem: LineProblem): string {
  switch (problem) {
    case 'no-separator':
      return tr.text('broadcast-line-no-separator')
    case 'no-label':
      return tr.text('broadcast-line-no-label')
    case 'label-too-long':
      return tr.text('broadcast-line-label-too-long', { limit: String(MAX_LABEL) })
    case 'bad-address':
      return tr.text('broadcast-line-bad-address')
    case 'too-many':
      return tr.text('broadcast-line-too-many', { limit: String(MAX_BUTTONS) })
  }
}
