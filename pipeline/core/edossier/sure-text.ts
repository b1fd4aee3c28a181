// A value that may name a file or describe a paper: read well, or said by a steward. Doubt has no place there.
import type { OutValue } from '../../../schemas/index.ts'

export function sureText(given: OutValue | undefined): string | undefined {
  if (given?.status !== 'read' || !(given.grade === 'good' || given.source?.kind === 'steward')) return undefined
  return typeof given.value === 'string' && given.value !== '' ? given.value : undefined
}
