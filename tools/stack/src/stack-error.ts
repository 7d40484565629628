/** Why the stack cannot start or go on, in words for whoever typed `npm start`; shown without a stack trace. */
export class StackError extends Error {
  override readonly name = 'StackError'
}
