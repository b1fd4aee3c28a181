// How many dossiers stand where, and the way to see only those.
import { reviewStates, type ReviewState, type StateCounts } from '../../store/review-queue.ts'
import { stateBadges } from './badges.tsx'
import type { Visit } from '../visit.tsx'

const words = { all: { vi: 'Tất cả', en: 'All' }, states: { vi: 'Trạng thái', en: 'States' } } as const

export function StateTabs({
  visit,
  counts,
  chosen,
}: {
  visit: Visit
  counts: StateCounts
  chosen: ReviewState | undefined
}) {
  const to = (state: string) => {
    const { searchParams } = new URL(visit.request.url)
    searchParams.set('state', state)
    searchParams.delete('page')
    return `/queue?${searchParams.toString()}`
  }
  const total = reviewStates.reduce((sum, state) => sum + counts[state], 0)
  const done = total === 0 ? 0 : Math.round((counts.approved / total) * 100)
  return (
    <nav class="tabs" aria-label={visit.say(words.states)}>
      <a href={to('')} aria-current={chosen === undefined ? 'true' : undefined}>
        {visit.say(words.all)} <b>{total}</b>
      </a>
      {reviewStates.map((state) => (
        <a href={to(state)} aria-current={chosen === state ? 'true' : undefined}>
          {visit.say(stateBadges[state].text)} <b>{counts[state]}</b>
        </a>
      ))}
      <progress value={counts.approved} max={Math.max(total, 1)} aria-label={visit.say(stateBadges.approved.text)}>
        {`${done} %`}
      </progress>
      <span class="aside">{`${done} % ${visit.say(stateBadges.approved.text).toLocaleLowerCase('vi')}`}</span>
    </nav>
  )
}
