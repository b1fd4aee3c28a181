// Pages of a long list.
import type { Visit } from '../visit.tsx'

const words = {
  before: { vi: 'Trang trước', en: 'Previous' },
  after: { vi: 'Trang sau', en: 'Next' },
  where: { vi: 'Các trang của danh sách', en: 'Pages of the list' },
} as const

export function Pager({ visit, page, isLast }: { visit: Visit; page: number; isLast: boolean }) {
  const to = (number: number) => {
    const { pathname, searchParams } = new URL(visit.request.url)
    searchParams.set('page', String(number))
    return `${pathname}?${searchParams.toString()}`
  }
  return (
    <nav class="pager" aria-label={visit.say(words.where)}>
      {page > 1 ? (
        <a href={to(page - 1)} rel="prev">
          ← {visit.say(words.before)}
        </a>
      ) : null}
      <span>{page}</span>
      {isLast ? null : (
        <a href={to(page + 1)} rel="next">
          {visit.say(words.after)} →
        </a>
      )}
    </nav>
  )
}
