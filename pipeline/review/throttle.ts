// Holds back who guesses passwords: by account and by address, forgotten after a while. In memory: a restart is rare and slow.

const WINDOW_MILLIS = 15 * 60_000
const ACCOUNT_TRIES = 5
const ADDRESS_TRIES = 30

export interface Throttle {
  /** Milliseconds to wait; 0 when one may try. */
  wait(account: string, address: string, now: number): number
  failed(account: string, address: string, now: number): void
  passed(account: string): void
}

export function createThrottle(): Throttle {
  const tries = new Map<string, number[]>()
  const recent = (key: string, now: number) => (tries.get(key) ?? []).filter((at) => now - at < WINDOW_MILLIS)
  const waitFor = (key: string, most: number, now: number) => {
    const past = recent(key, now)
    const oldest = past.at(-most)
    return oldest === undefined ? 0 : oldest + WINDOW_MILLIS - now
  }
  return {
    wait: (account, address, now) =>
      Math.max(waitFor(`account ${account}`, ACCOUNT_TRIES, now), waitFor(`address ${address}`, ADDRESS_TRIES, now)),
    failed: (account, address, now) => {
      for (const key of [`account ${account}`, `address ${address}`]) tries.set(key, [...recent(key, now), now])
      for (const key of tries.keys()) if (recent(key, now).length === 0) tries.delete(key)
    },
    passed: (account) => void tries.delete(`account ${account}`),
  }
}
