// Why an item of a measure failed, in words that hold for every record: a rule's message without its evidence.
import type { Language } from '../rules/render.ts'
import { rules } from '../rules/index.ts'
import { ownReasons } from '../core/scorecard/measures.ts'

const own: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = ownReasons

/** The first sentence: what is wrong; what to do is told with each record. A rule that is no more is told by its code. */
export function reasonText(code: string, language: Language): string {
  const message = own[code] ?? rules.find((rule) => rule.code === code)?.message
  const [sentence = code] = message?.[language].replace(/\{\w+\}/gu, '…').split(/(?<=[^.])\.\s/u) ?? []
  return sentence.replace(/\.$/u, '')
}
