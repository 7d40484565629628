/** What people type for a command without its slash, in lower case and in either language. */
export const COMMAND_WORDS: ReadonlyMap<string, string> = new Map([
  ['start', 'start'],
  ['menu', 'start'],
  ['старт', 'start'],
  ['меню', 'start'],
  ['help', 'help'],
  ['допомога', 'help'],
])
