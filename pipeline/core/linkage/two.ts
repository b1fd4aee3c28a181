// Two records as one thing: their key, and all of them in a group.
import { compareIds } from '../id.ts'

export type Two = readonly [string, string]

/** Two ids as one key, whichever comes first. */
export function keyOfTwo(a: string, b: string): string {
  return JSON.stringify(compareIds(a, b) < 0 ? [a, b] : [b, a])
}

/** Every two of the members, in their order. */
export function everyTwo(members: readonly string[]): Two[] {
  return members.flatMap((a, at) => members.slice(at + 1).map((b): Two => [a, b]))
}
