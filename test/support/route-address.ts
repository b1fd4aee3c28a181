// An address of the review station with its parameters filled in for one agency's dossiers, as the tests keep them.
import type { Route } from '../../pipeline/review/route.ts'

const ids = (agency: string): Readonly<Record<string, string>> => ({
  dossier: `${agency}-1`,
  a: `${agency}-1`,
  b: `${agency}-2`,
  page: `${agency}-1/a.pdf#1`,
  batch: `batch-${agency}`,
  person: 'nobody',
  account: `entry.${agency.toLowerCase()}`,
  agency,
  name: 'review.css',
  lang: 'vi',
})

/** Parameters that nothing is known of become `none`. */
export const addressOf = ({ path }: Route, agency: string): string =>
  path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(ids(agency)[name] ?? 'none'))
