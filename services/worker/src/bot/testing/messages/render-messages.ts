import type { Entry, Shown } from './shown.ts'

/** A chapter in both languages, its entries in the same order. */
export interface PlayedChapter {
  heading: string
  uk: readonly Entry[]
  en: readonly Entry[]
}

const MARKS = { message: '', picture: '🖼 ', file: '📎 ', toast: '💬 ' } as const

/**
 * The page of all messages.
 * @throws Error when the two languages of a chapter do not show the same moments
 */
export function renderMessages(chapters: readonly PlayedChapter[]): string {
  const contents = chapters.map(({ heading }) => `- [${heading}](#${anchor(heading)})`)
  return [
    '# Messages',
    'Every message a student can get, with sample data, in both languages. Generated: `pnpm messages` writes this page ' +
      'anew, and a test compares it with what the bot says.',
    'In a row of buttons, ↗ leads out of the chat. 🖼 is a picture with its caption, 📎 a file, 💬 the word that appears ' +
      'over a pressed button. Spaces that hold words together are shown as plain ones.',
    contents.join('\n'),
    ...chapters.flatMap(chapterParts),
  ]
    .join('\n\n')
    .concat('\n')
}

function chapterParts({ heading, uk, en }: PlayedChapter): string[] {
  const [ukTitles, enTitles] = [uk, en].map((entries) => entries.map(({ title }) => title).join('\n'))
  if (ukTitles !== enTitles) throw new Error(`"${heading}" shows other moments in English than in Ukrainian`)
  return [`## ${heading}`, ...uk.flatMap((entry, index) => entryParts(entry, en[index]?.shown ?? []))]
}

function entryParts({ title, shown }: Entry, english: readonly Shown[]): string[] {
  return [
    `### ${title}`,
    ...['**Українською**', ...shown.flatMap(shownParts)],
    ...['**English**', ...english.flatMap(shownParts)],
  ]
}

/**
 * Telegram's tags are HTML's, so a message is a block of HTML: nothing in it is taken for Markdown. It must have no
 * empty line.
 */
function shownParts({ kind, text, rows, elsewhere }: Shown): string[] {
  const mark = MARKS[kind]
  const quote = `<blockquote>\n${mark}${text.split('\n').join('<br>\n')}\n</blockquote>`
  const buttons = rows.map((row) => row.map((label) => `\`[${label}]\``).join(' ')).join('<br>\n')
  return [...(elsewhere === true ? ['To the other chat:'] : []), quote, ...(buttons === '' ? [] : [buttons])]
}

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-')
}
