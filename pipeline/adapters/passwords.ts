// Passwords by argon2id (hash-wasm): 19 MiB, two passes, one lane, as OWASP's password storage cheat sheet asks at least.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'

const MEMORY_KIB = 19_456
const PASSES = 2
const SALT_BYTES = 16
const HASH_BYTES = 32

export const hashPassword = (password: string): Promise<string> =>
  argon2id({
    password: password.normalize('NFC'),
    salt: randomBytes(SALT_BYTES),
    memorySize: MEMORY_KIB,
    iterations: PASSES,
    parallelism: 1,
    hashLength: HASH_BYTES,
    outputType: 'encoded',
  })

/** Of a password nobody has: checked where there is no account, so that the time taken does not tell. */
let nobody: Promise<string> | undefined

export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(SALT_BYTES).toString('hex'))
  // The library refuses an empty password; it is wrong all the same, and takes as long.
  const typed = password === '' ? ' ' : password.normalize('NFC')
  const fits = await argon2Verify({ password: typed, hash: hash ?? (await nobody) })
  return fits && hash !== undefined && password !== ''
}

export const randomToken = (): string => randomBytes(32).toString('base64url')

export function isSameToken(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
