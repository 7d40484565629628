/** Walks through what was sent before, as a shell does. */
export interface Recall {
  /**
   * The text to show after ↑ (1) or ↓ (-1), or undefined when the key should do what it always does.
   * @param sent oldest first
   * @param shown what the field holds now: only an empty field, or a recalled text left as it was, is replaced
   */
  step: (sent: readonly string[], shown: string, step: 1 | -1) => string | undefined
}

export function createRecall(): Recall {
  let back = 0
  return {
    step(sent, shown, step) {
      const untouched = back > 0 && shown === sent.at(-back)
      if (!untouched && shown !== '') return undefined
      const next = (untouched ? back : 0) + step
      if (next < 0 || next > sent.length) return undefined
      back = next
      return next === 0 ? '' : sent.at(-next)
    },
  }
}
