// An address of the review station with its parameters filled in for one agency's dossiers, as the tests keep them.
import type { Route } from '../../pipeline/review/route.ts'

const ids = (agency: string): Readonly<Record<string, string>> => ({
  dossier: `${agency}-1`,
  a: `${agency}-1`,
  b: `${agency}-2`,
  page: `${agency}-1/a.pdf#1`,
  batch: `batch-${agency}`,
  field: 'gender',
  account: `entry.${agency.toLowerCase()}`,
  agency,
  name: 'review.css',
  lang: 'vi',
})

/** Parameters that nothing is known of become `none`; `more` are ids given only when the data is there. */
export const addressOf = (
  { path }: Pick<Route, 'path'>,
  agency: string,
  more: Readonly<Record<string, string>> = {},
): string =>
  path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(more[name] ?? ids(agency)[name] ?? 'none'))
