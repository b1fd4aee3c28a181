// Pay by the day: the scales of NĐ 204/2004/NĐ-CP, what is known of those before it, the base pay, the group of a rank then.
import type { BasePayList, EarlierPayList, PayList, Rank, RankList } from '../../../schemas/index.ts'
import type { Pay } from '../knowledge.ts'

export function payOf(list: PayList, { entries }: RankList, earlier: EarlierPayList, base: BasePayList): Pay {
  const groups = new Map(list.groups.map((group) => [group.group, group]))
  const ranks = new Map(entries.map((rank) => [rank.code, rank]))
  return {
    groups: list.groups,
    ranks: entries,
    group: (name) => groups.get(name),
    rank: (code) => ranks.get(code),
    groupsOf: groupsOfRank,
    earlier,
    baseAt: (at) => base.amounts.findLast(({ from }) => from <= at)?.amount,
  }
}

/** Where the sources differ, all groups they tell. */
function groupsOfRank({ group, groups = [], periods }: Rank, at?: string): readonly string[] {
  const then = periods?.filter(
    ({ validFrom = '', validTo = '9' }) => at !== undefined && validFrom <= at && at <= validTo,
  )
  if (then !== undefined && then.length > 0) return then.map((period) => period.group)
  return group === undefined ? groups : [group]
}
