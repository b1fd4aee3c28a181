// The exact 95 % interval of a Poisson mean when so many were counted (Garwood): by bisection on the distribution.

export function poissonInterval(count: number): [low: number, high: number] {
  const low = count === 0 ? 0 : meanWhere((mean) => 1 - atMost(count - 1, mean) < 0.025, count)
  return [low, meanWhere((mean) => atMost(count, mean) > 0.025, count)]
}

/** P(X ≤ count). */
function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean)
  let sum = term
  for (let k = 1; k <= count; k++) sum += term *= mean / k
  return sum
}

/** Where the condition, true for small means, becomes false. */
function meanWhere(isBelow: (mean: number) => boolean, count: number): number {
  let [low, high] = [0, 2 * count + 10]
  for (let step = 0; step < 60; step++) {
    const mid = (low + high) / 2
    if (isBelow(mid)) low = mid
    else high = mid
  }
  return (low + high) / 2
}
