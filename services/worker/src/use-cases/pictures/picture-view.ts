import type { PictureSpec } from '../../pictures/picture-spec.ts'
import type { Keyboard } from '../view.ts'

/** A picture with what stands under it. */
export interface PictureView {
  spec: PictureSpec
  digest: string
  /** What it shows; the next picture of the same subject takes its place in the chat. */
  subject: string
  /** HTML; it says what the picture shows to those who cannot see it. */
  caption: string
  keyboard: Keyboard
}

/** What a press for a picture leads to. */
export type PictureStep =
  | {
      kind: 'send'
      picture: PictureView
      /** The former picture of this subject: it goes, or loses its buttons where Telegram lets nobody delete it. */
      former: { messageId: number; deletable: boolean } | null
    }
  /** In place of the picture whose button was pressed. */
  | { kind: 'edit'; picture: PictureView; messageId: number }
  /** Nothing to show, or nothing new. */
  | { kind: 'toast'; toast: string }
