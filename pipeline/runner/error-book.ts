// The error book of a workspace: out as sheets, and back as decisions. What a cell means is core/error-book; the file itself is
// the adapters' business.
import { fieldOf, type StewardDecision } from '../../schemas/index.ts'
import { errorItems, type ReviewedDraft, standingField } from '../core/error-book/error-items.ts'
import type { ErrorItem } from '../core/error-book/error-item.ts'
import { type Change, judgeEdits } from '../core/error-book/judge-edits.ts'
import { readErrorBook, type Refused } from '../core/error-book/read-error-book.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { Worksheet } from '../core/worksheet/cell.ts'
import { tellFinding } from '../rules/render.ts'
import type { Database } from '../store/database.ts'
import type { Appended } from '../store/review-decisions.ts'
import { reviewed, reviewedDrafts, type Scope } from '../store/reviewed-drafts.ts'

/** Dossier by dossier in the order of their ids. */
export async function errorBookItems(database: Database, scope: Scope): Promise<ErrorItem[]> {
  const items: ErrorItem[] = []
  for await (const each of reviewedDrafts(database, scope))
    items.push(...errorItems(each, (finding) => tellFinding(finding, 'vi')))
  return items
}

export interface TakenBook {
  /** Kept, or in a dry run what would be. */
  readonly changes: readonly Change[]
  readonly refused: readonly Refused[]
  readonly untouched: number
  readonly kept: readonly StewardDecision[]
}

const dossiersAtOnce = 100

/** `append` keeps decisions unless somebody decided meanwhile; without it nothing is kept. `mayDecide` hides what is another agency's. */
export async function takeErrorBook(
  database: Database,
  sheets: readonly Worksheet[],
  by: {
    readonly knowledge: Knowledge
    readonly mayDecide?: (draft: ReviewedDraft['draft']) => boolean
    readonly append?: (changes: readonly Change[]) => Promise<Appended>
  },
): Promise<TakenBook> {
  const { edits, refused, untouched } = readErrorBook(sheets)
  const dossiers = [...new Set(edits.map(({ dossier }) => dossier))].sort()
  const taken = { changes: Array<Change>(), refused: [...refused], untouched, kept: Array<StewardDecision>() }
  for (let start = 0; start < dossiers.length; start += dossiersAtOnce) {
    const some = new Set(dossiers.slice(start, start + dossiersAtOnce))
    const drafts = new Map(
      (await reviewed(database, [...some]))
        .filter(({ draft }) => by.mayDecide?.(draft) ?? true)
        .map((each) => [each.draft.dossier, each]),
    )
    const judged = judgeEdits(
      edits.filter(({ dossier }) => some.has(dossier)),
      (dossier, field) => {
        const found = drafts.get(dossier)
        return found && standingField(found.draft, field, found.decisions)
      },
      by.knowledge,
    )
    taken.refused.push(...judged.refused)
    taken.untouched += judged.same
    await keep(judged.changes, taken, by)
  }
  return { ...taken, refused: taken.refused.sort((a, b) => a.row - b.row) }
}

async function keep(
  changes: readonly Change[],
  taken: { changes: Change[]; refused: Refused[]; kept: StewardDecision[] },
  { append }: Pick<Parameters<typeof takeErrorBook>[2], 'append'>,
): Promise<void> {
  if (append === undefined || changes.length === 0) {
    taken.changes.push(...changes)
    return
  }
  const { kept, conflicts } = await append(changes)
  const late = new Set(conflicts.map(({ decision }) => keyOf(decision)))
  for (const change of changes) {
    if (!late.has(keyOf(change))) taken.changes.push(change)
    else taken.refused.push({ row: change.row, dossier: change.dossier, label: fieldOf(change.field).vi, why: 'stale' })
  }
  taken.kept.push(...kept)
}

const keyOf = (about: { readonly dossier: string; readonly field?: string }) => `${about.field ?? ''} ${about.dossier}`
