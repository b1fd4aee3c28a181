// What a steward's key does to one value: which decision it becomes, or why it cannot become one.
import type { Value } from '../../../schemas/index.ts'
import { typedValue } from '../../core/typed-value.ts'
import type { Unsigned } from '../decide.ts'
import type { Text, Visit } from '../visit.tsx'
import { type Item, textOf } from './items.ts'

export type Settled =
  | { readonly decision: Unsigned }
  /** Said already, by a person: there is nothing to add. */
  | { readonly isSettled: true }
  | { readonly problem: Text; readonly candidates?: readonly Value[] }

const words = {
  gone: { vi: 'Gợi ý này không còn. Hãy xem lại các gợi ý.', en: 'This suggestion is gone. Look at the list again.' },
  nothing: {
    vi: 'Chưa có giá trị để xác nhận. Hãy gõ giá trị thấy trên ảnh; nếu giấy không ghi thì bấm F4.',
    en: 'There is no value to confirm. Type what the image shows; if the paper is blank, press F4.',
  },
} as const

/** The readings a person may choose among, as numbered on the screen. */
export function candidatesOf({ value: { outcome } }: Item) {
  return outcome.status === 'read' || outcome.status === 'unparsed' ? outcome.candidates.slice(0, 9) : []
}

export function settle(visit: Visit, dossier: string, item: Item): Settled {
  const verdict = visit.form.get('verdict') ?? 'enter'
  if (verdict === 'blank' || verdict === 'unreadable') return { decision: decisionOn(dossier, item, { verdict }) }
  if (verdict.startsWith('candidate')) {
    const chosen = candidatesOf(item)[Number(verdict.slice('candidate'.length)) - 1]
    if (chosen === undefined) return { problem: words.gone }
    return { decision: decisionOn(dossier, item, { verdict: 'correct', ...chosen }) }
  }
  return entered(visit, dossier, item)
}

/** Enter on an untouched value confirms what is shown; on a typed one it corrects. */
function entered(visit: Visit, dossier: string, item: Item): Settled {
  const typed = (visit.form.get('text') ?? '').trim()
  const { outcome, source } = item.value
  // Nothing was found and nothing typed: whoever confirmed that would not know what.
  if (typed === '' && outcome.status === 'missing' && source?.kind !== 'steward') return { problem: words.nothing }
  if (typed === textOf(item).trim() && outcome.status !== 'unparsed') {
    if (source?.kind === 'steward') return { isSettled: true }
    return { decision: decisionOn(dossier, item, { verdict: 'confirm' }) }
  }
  const meant = typedValue(item.definition, typed, visit.desk.run.tools.knowledge)
  if ('value' in meant) return { decision: decisionOn(dossier, item, { verdict: 'correct', ...meant }) }
  return { problem: { vi: meant.problem, en: meant.problem }, candidates: meant.candidates }
}

type Verdict =
  | { readonly verdict: 'confirm' | 'blank' | 'unreadable' }
  | { readonly verdict: 'correct'; readonly value: Value; readonly code?: string | undefined }

function decisionOn(dossier: string, item: Item, given: Verdict): Unsigned {
  const { place, shown, expected, value } = item
  const head = { dossier, shown, seen: expected.seen, from: value.outcome }
  if (place.kind === 'field') {
    const on = { ...head, field: place.field }
    return given.verdict === 'correct' ? { ...on, kind: 'correct', ...meaning(given) } : { ...on, kind: given.verdict }
  }
  const on = { ...head, table: place.table, row: place.row, cell: place.cell }
  return given.verdict === 'correct'
    ? { ...on, kind: 'correctCell', ...meaning(given) }
    : { ...on, kind: cellKinds[given.verdict] }
}

const cellKinds = { confirm: 'confirmCell', blank: 'blankCell', unreadable: 'unreadableCell' } as const

const meaning = ({ value, code }: Extract<Verdict, { verdict: 'correct' }>) => ({
  value,
  ...(code === undefined ? {} : { code }),
})
