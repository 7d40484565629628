/** Does a process with this id run? A zombie, which only waits for its parent to notice, does not. */
export function isAlive(pid: number): boolean
