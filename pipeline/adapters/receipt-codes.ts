// The words of a receiver's codes, from data. A code nobody has told yet is shown as it is: never explained by a guess.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const ReceiptCodes = z.object({
  basis: z.string(),
  codes: z.record(z.string(), z.object({ vi: z.string(), en: z.string() })),
})

let loaded: z.infer<typeof ReceiptCodes>['codes'] | undefined

export function receiptWords(codes: readonly string[], language: 'vi' | 'en'): string {
  loaded ??= ReceiptCodes.parse(
    JSON.parse(readFileSync(new URL('../../schemas/receipt-codes.json', import.meta.url), 'utf8')),
  ).codes
  const known = loaded
  return codes.map((code) => known[code]?.[language] ?? code).join(' ')
}
