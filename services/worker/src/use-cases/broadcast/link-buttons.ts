import { isLinkAddress } from '../link-address.ts'

/** A button that opens a page, as campaigns keep it. */
export interface LinkButton {
  text: string
  url: string
}

export type LineProblem = 'no-separator' | 'no-label' | 'label-too-long' | 'bad-address' | 'too-many'

/** What the typed lines are: rows of one button each, or what is wrong with which line (from 1). */
export type TypedButtons =
  | { kind: 'buttons'; rows: LinkButton[][] }
  | { kind: 'problems'; problems: { line: number; problem: LineProblem }[] }

export const MAX_BUTTONS = 6
export const MAX_LABEL = 64

/** Reads lines of the form `label | address`; empty lines do not count. */
export function readLinkButtons(text: string): TypedButtons {
  const lines = text.split('\n').flatMap((content, index) => {
    const trimmed = content.trim()
    return trimmed === '' ? [] : [{ line: index + 1, ...readLine(trimmed) }]
  })
  const problems = lines.flatMap(({ line, problem }, index) => {
    const found = index >= MAX_BUTTONS ? 'too-many' : problem
    return found === null ? [] : [{ line, problem: found }]
  })
  if (lines.length === 0) return { kind: 'problems', problems: [{ line: 1, problem: 'no-separator' }] }
  if (problems.length > 0) return { kind: 'problems', problems }
  return { kind: 'buttons', rows: lines.map(({ button }) => [button]) }
}

function readLine(line: string): { button: LinkButton; problem: LineProblem | null } {
  // The last one: labels may hold the sign, addresses do not.
  const at = line.lastIndexOf('|')
  const button = { text: line.slice(0, Math.max(0, at)).trim(), url: line.slice(at + 1).trim() }
  if (at < 0) return { button, problem: 'no-separator' }
  if (button.text === '') return { button, problem: 'no-label' }
  if (button.text.length > MAX_LABEL) return { button, problem: 'label-too-long' }
  return { button, problem: isLinkAddress(button.url) ? null : 'bad-address' }
}
