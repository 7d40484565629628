import type { Upload } from '../store/files.ts'
import type { Telegram } from '../telegram.ts'
import type { Args } from './args.ts'

/** One call as it arrived. */
export interface Call {
  args: Args
  /** Uploaded files by the name of their form field. */
  uploads: ReadonlyMap<string, Upload>
  /** `listener` is called once the connection is over, with or without an answer. */
  onHangUp: (listener: () => void) => void
}

/** One method of the Bot API. `run` returns the result or throws a `Refusal`. */
export interface Method {
  /** As documented, e.g. `sendMessage`; callers may write it in any letter case. */
  name: string
  run(call: Call, telegram: Telegram): unknown
}

/** A result that comes with a `description`, as the answers of setWebhook do. */
export class Described {
  readonly result: unknown
  readonly description: string

  constructor(result: unknown, description: string) {
    this.result = result
    this.description = description
  }
}
