// The order of files in a dossier, hence of its pages: as a person would sort them, the same on every machine.

/** `2.jpg` before `10.jpg`; what the collation takes for equal goes by code point. */
const collator = new Intl.Collator('vi', { numeric: true })

export function compareFileNames(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  for (let depth = 0; depth < Math.min(left.length, right.length); depth++) {
    const order = compareNames(left[depth] ?? '', right[depth] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length
}

function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || compareCodePoints(a, b)
}

/** As PostgreSQL compares under COLLATE "C"; plain `<` would put U+10000 before U+FF00. */
export function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
