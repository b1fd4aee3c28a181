// Which fields of a dossier go into the error book, and which version of them.
import { describe, expect, it } from 'vitest'
import { errorItems, standingField } from '../../pipeline/core/error-book/error-items.ts'
import { problemFields } from '../../pipeline/core/problem-fields.ts'
import { seenHash, steer } from '../../pipeline/core/steer.ts'
import type { Finding, StewardDecision } from '../../schemas/index.ts'
import { aDraft, blank, read, unparsed, withValue } from '../support/a-draft.ts'

const finding = (severity: Finding['severity'], fields: string[], isWaived = false): Finding => ({
  findingId: `${severity} ${fields.join()}`,
  code: 'some_rule',
  severity,
  dimension: 'accuracy',
  subject: 'A',
  fields,
  evidence: {},
  isWaived,
})
const fieldsOf = (findings: readonly Finding[], draft = aDraft()) =>
  problemFields(draft, findings).map(({ field }) => field)
const confirmed = (value: ReturnType<typeof read>): StewardDecision => ({
  decisionId: 'd1',
  steward: 'lan',
  decidedAt: '2026-11-22T08:00:00.000Z',
  kind: 'confirm',
  dossier: 'A',
  field: 'fullName',
  seen: seenHash(value),
})

describe('problem fields', () => {
  it('a clean dossier has none; a doubtful, a poor and an uncomprehended value are each one', () => {
    expect(fieldsOf([])).toEqual([])
    const draft = withValue(
      withValue(aDraft(), 'fullName', read('Lò Văn Ín', 'doubtful')),
      'birthDate',
      unparsed('31/2/75'),
    )
    expect(fieldsOf([], draft)).toEqual(['fullName', 'birthDate'])
    expect(fieldsOf([], withValue(aDraft(), 'otherName', blank('poor')))).toEqual(['otherName'])
  })

  it('a finding names its fields; a waived one and a note do not', () => {
    expect(fieldsOf([finding('error', ['citizenId']), finding('warning', ['birthDate'])])).toEqual([
      'birthDate',
      'citizenId',
    ])
    expect(fieldsOf([finding('error', ['citizenId'], true), finding('info', ['birthDate'])])).toEqual([])
  })

  it('what a steward has decided stays only while an error holds it', () => {
    const value = read('Lò Văn Ín', 'doubtful')
    const draft = {
      ...aDraft(),
      values: { ...aDraft().values, fullName: steer(value, 'fullName', [confirmed(value)]) },
    }
    expect(fieldsOf([finding('warning', ['fullName'])], draft)).toEqual([])
    expect(fieldsOf([finding('error', ['fullName'])], draft)).toEqual(['fullName'])
  })
})

describe('the version of a field', () => {
  const value = read('Lò Văn Ín', 'doubtful')
  const draft = withValue(aDraft(), 'fullName', value)
  const reviewed = { draft, findings: [], decisions: [], pageNumbers: new Map([['A/a.pdf#1', 1]]) }

  it('is another after a decision and after another reading, and names the reading under the decision', () => {
    const before = standingField(draft, 'fullName', [])
    const decisions = [confirmed(value)]
    const steered = { ...draft, values: { ...draft.values, fullName: steer(value, 'fullName', decisions) } }
    const after = standingField(steered, 'fullName', decisions)
    expect(after.version).not.toBe(before.version)
    expect(after).toMatchObject({ seen: before.seen, newest: 'd1', isPending: false })
    const reread = standingField(withValue(draft, 'fullName', read('Lò Văn Én', 'doubtful')), 'fullName', [])
    expect(reread.version).not.toBe(before.version)
  })

  it('a decision the draft does not know of yet keeps the field out of the book', () => {
    const tell = () => 'Vì sao.'
    expect(errorItems(reviewed, tell)).toMatchObject([{ field: 'fullName', value: 'Lò Văn Ín', page: 1 }])
    expect(errorItems({ ...reviewed, decisions: [confirmed(value)] }, tell)).toEqual([])
  })
})
