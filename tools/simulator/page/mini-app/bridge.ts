/** What a Mini App asked its frame to show. */
export interface MiniAppFrame {
  back: boolean
  main: { visible: boolean; active: boolean; text: string; busy: boolean }
  closed: boolean
}

/** A message of the Mini App, as its script posts it to the window around it. */
export interface MiniAppMessage {
  type: string
  data: Readonly<Record<string, unknown>>
}

export function newFrame(): MiniAppFrame {
  return { back: false, main: { visible: false, active: true, text: '', busy: false }, closed: false }
}

/** Reads a posted message; undefined when it is none of ours. */
export function readMiniAppMessage(posted: unknown): MiniAppMessage | undefined {
  if (typeof posted !== 'string') return undefined
  try {
    const message: unknown = JSON.parse(posted)
    if (!isRecord(message) || typeof message['eventType'] !== 'string') return undefined
    const data = message['eventData']
    return { type: message['eventType'], data: isRecord(data) ? data : {} }
  } catch {
    return undefined
  }
}

/** The frame after a message of the app. Messages about other things leave it as it is. */
export function applyMiniAppMessage(frame: MiniAppFrame, { type, data }: MiniAppMessage): MiniAppFrame {
  switch (type) {
    case 'web_app_close':
      return { ...frame, closed: true }
    case 'web_app_setup_back_button':
      return { ...frame, back: data['is_visible'] === true }
    case 'web_app_setup_main_button':
      return {
        ...frame,
        main: {
          visible: flag(data['is_visible'], frame.main.visible),
          active: flag(data['is_active'], frame.main.active),
          text: typeof data['text'] === 'string' ? data['text'] : frame.main.text,
          busy: flag(data['is_progress_visible'], frame.main.busy),
        },
      }
    default:
      return frame
  }
}

function flag(value: unknown, before: boolean): boolean {
  return typeof value === 'boolean' ? value : before
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
