// How many of the values nobody looks at twice are likely wrong: the share found in the sample, with the exact bounds of Clopper
// and Pearson (Biometrika 26, 1934), which hold for small samples and for none found at all.

export interface ErrorRate {
  readonly checked: number
  readonly wrong: number
  /** 95 % bounds of the share of wrong values; of nothing checked nothing is known: 0 to 1. */
  readonly lower: number
  readonly upper: number
}

/** Of each side. */
const tail = 0.025
/** Sixty halvings are finer than a double tells near 1. */
const halvings = 60

export function errorRate(wrong: number, checked: number): ErrorRate {
  return {
    checked,
    wrong,
    lower: wrong === 0 ? 0 : where((share) => atMost(wrong - 1, checked, share), 1 - tail),
    upper: wrong === checked ? 1 : where((share) => atMost(wrong, checked, share), tail),
  }
}

/** The share at which a falling chance passes the value. */
function where(of: (share: number) => number, value: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2
    if (of(middle) > value) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Chance of at most so many in so many draws; in logarithms, for large samples would underflow. */
export function atMost(most: number, draws: number, share: number): number {
  if (share <= 0 || most >= draws) return 1
  if (share >= 1) return 0
  const odds = Math.log(share) - Math.log1p(-share)
  let term = draws * Math.log1p(-share)
  let sum = Math.exp(term)
  for (let count = 1; count <= most; count += 1) {
    term += Math.log((draws - count + 1) / count) + odds
    sum += Math.exp(term)
  }
  return Math.min(1, sum)
}
