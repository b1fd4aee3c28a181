// The tree of agencies: what is wrong with it, and who stands under whom. Codes that no agency has stand beside the tree.
import type { Agency } from '../../schemas/index.ts'
import { compareIds } from './id.ts'

export interface AgencyTree {
  /** Parents before children, brothers by code. */
  readonly ordered: readonly { readonly agency: Agency; readonly depth: number }[]
  /** The agency itself first, then its parent, up to the root. */
  lineage(code: string): readonly string[]
  /** The agency itself and all under it. */
  under(code: string): ReadonlySet<string>
  nameOf(code: string): string
}

/** Of each agency that is wrong, what is: a parent nobody knows, a circle. */
export function treeProblems(agencies: readonly Agency[]): Map<string, string> {
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]))
  const problems = new Map<string, string>()
  for (const { code, parentCode } of agencies) {
    if (parentCode !== undefined && !byCode.has(parentCode))
      problems.set(
        code,
        'Mã đơn vị cấp trên không có trong tệp và cũng chưa được nạp. Thêm đơn vị cấp trên hoặc sửa mã.',
      )
    else if (isInCircle(code, byCode))
      problems.set(code, 'Đơn vị này, qua các cấp trên, lại là cấp trên của chính nó. Sửa mã đơn vị cấp trên.')
  }
  return problems
}

function isInCircle(start: string, byCode: ReadonlyMap<string, Agency>): boolean {
  let code = byCode.get(start)?.parentCode
  for (let steps = 0; code !== undefined && steps <= byCode.size; steps += 1) {
    if (code === start) return true
    code = byCode.get(code)?.parentCode
  }
  return false
}

/** Expects a tree without problems. */
export function agencyTree(agencies: readonly Agency[]): AgencyTree {
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]))
  const children = new Map<string | undefined, Agency[]>()
  for (const agency of [...agencies].sort((a, b) => compareIds(a.code, b.code)))
    children.set(agency.parentCode, [...(children.get(agency.parentCode) ?? []), agency])
  const below = (code: string | undefined, depth: number): { agency: Agency; depth: number }[] =>
    (children.get(code) ?? []).flatMap((agency) => [{ agency, depth }, ...below(agency.code, depth + 1)])
  return {
    ordered: below(undefined, 0),
    lineage: (code) => lineageOf(code, byCode),
    under: (code) => new Set([code, ...below(code, 0).map(({ agency }) => agency.code)]),
    nameOf: (code) => byCode.get(code)?.name ?? code,
  }
}

/** The agency and all under it as a tree of its own; undefined when nobody has that code. */
export function subtree(agencies: readonly Agency[], root: string): AgencyTree | undefined {
  if (!agencies.some(({ code }) => code === root)) return undefined
  const under = agencyTree(agencies).under(root)
  const within = agencies.filter(({ code }) => under.has(code))
  return agencyTree(
    within.map(({ parentCode, ...agency }) => (agency.code === root ? agency : { ...agency, parentCode })),
  )
}

function lineageOf(code: string, byCode: ReadonlyMap<string, Agency>): string[] {
  const parent = byCode.get(code)?.parentCode
  return parent === undefined ? [code] : [code, ...lineageOf(parent, byCode)]
}
