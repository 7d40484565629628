/** Keeps the two words beside it on one line. */
export const NO_BREAK_SPACE = '\u00A0'
/** Forbids a line break where it stands, without any width. */
export const WORD_JOINER = '\u2060'
/** The sign of a negative number; a hyphen is too short for it. */
export const MINUS = '\u2212'
