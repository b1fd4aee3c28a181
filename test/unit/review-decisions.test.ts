// What stewards' decisions make of a reading: settled, withdrawn, outdated; and what they may not do.
import { describe, expect, it } from 'vitest'
import { type DraftRow, type DraftValue, type StewardDecision, StewardDecision as Shape } from '../../schemas/index.ts'
import { agenciesWith } from '../../pipeline/core/rights.ts'
import { expectedOf, newestOf, subjectOf } from '../../pipeline/core/decision-subject.ts'
import { passwordProblem } from '../../pipeline/core/password-rules.ts'
import { standing } from '../../pipeline/core/standing.ts'
import { seenHash, steer } from '../../pipeline/core/steer.ts'
import { keyOfRow, seenRow, steerRows } from '../../pipeline/core/steer-rows.ts'

const provenance = { documentId: 'd', pageId: 'p', box: [0, 0, 0.1, 0.1] as [number, number, number, number] }
const read = (value: string): DraftValue => ({
  outcome: { status: 'read', raw: value, value, candidates: [], confidence: 0.7, provenance },
  grade: 'doubtful',
  rivals: [],
})
let number = 0
const decision = (given: Record<string, unknown>): StewardDecision =>
  Shape.parse({
    decisionId: `d${(number += 1)}`,
    steward: 'lan',
    decidedAt: '2026-01-01T00:00:00Z',
    dossier: 'A',
    ...given,
  })
const onName = (kind: string, more: Record<string, unknown> = {}) =>
  decision({ kind, field: 'otherName', seen: seenHash(read('Lan')), ...more })

describe('a decision on a field', () => {
  it('that nothing is written leaves a blank, sure by a person’s word', () => {
    const value = steer(read('Lan'), 'otherName', [onName('blank')])
    expect([value.outcome.status, value.grade, value.source?.kind]).toEqual(['blank', 'good', 'steward'])
  })

  it('that nobody can read it is a person’s word too, but never a good value', () => {
    const value = steer(read('Lan'), 'otherName', [onName('unreadable')])
    expect([value.outcome.status, value.grade, value.source?.kind]).toEqual(['unparsed', 'poor', 'steward'])
  })

  it('gives way to what came before once it is withdrawn, and stands again when the withdrawal is', () => {
    const [first, second] = [onName('confirm'), onName('correct', { value: 'Liên' })]
    const undone = decision({ kind: 'withdraw', withdrawn: second.decisionId })
    const redone = decision({ kind: 'withdraw', withdrawn: undone.decisionId })
    expect(standing([first, second])).toEqual([first, second])
    expect(standing([first, second, undone])).toEqual([first])
    expect(standing([first, second, undone, redone])).toEqual([first, second])
  })

  it('names the reading under it also where another decision stands over that', () => {
    const first = onName('correct', { value: 'Liên' })
    const steered = steer(read('Lan'), 'otherName', [first])
    expect(expectedOf(steered, 'otherName', [first])).toEqual({ seen: seenHash(read('Lan')), newest: first.decisionId })
    expect(newestOf(subjectOf(first), [first])).toBe(first)
  })
})

describe('a decision on a table', () => {
  const rows: DraftRow[] = [0, 1].map((row) => ({
    documentId: 'd',
    cells: {
      school: read(`Trường ${row}`),
      major: read('Toán'),
      start: read('2001'),
      end: read('2005'),
      mode: read('Chính quy'),
      award: read('Cử nhân'),
    },
  }))
  const cell = (kind: string, row: string, more: Record<string, unknown> = {}) =>
    decision({ kind, table: 'education', row, cell: 'school', seen: seenHash(read(`Trường ${row}`)), ...more })
  const seenOf = (row: DraftRow | undefined) =>
    seenRow(Object.fromEntries(Object.entries(row?.cells ?? {}).map(([name, value]) => [name, seenHash(value)])))

  it('corrects the cell of the row it names and no other', () => {
    const steered = steerRows(rows, 'education', [cell('correctCell', '1', { value: 'Đại học Sư phạm' })])
    expect(steered.rows.map(({ cells }) => cells.school?.outcome)).toMatchObject([
      { value: 'Trường 0' },
      { value: 'Đại học Sư phạm' },
    ])
    expect(steered.marks).toEqual([])
  })

  it('takes a row away and adds one, and every row keeps the name it can be spoken of by', () => {
    const added = decision({ kind: 'addRow', table: 'education', after: '0' })
    const removed = decision({ kind: 'removeRow', table: 'education', row: '0', seen: seenOf(rows[0]) })
    const filled = decision({
      kind: 'correctCell',
      table: 'education',
      row: added.decisionId,
      cell: 'school',
      value: 'Trường mới',
      seen: seenHash({ outcome: { status: 'missing' }, grade: 'good', rivals: [] }),
    })
    const steered = steerRows(rows, 'education', [added, removed, filled])
    expect(steered.rows.map(keyOfRow)).toEqual([added.decisionId, '1'])
    expect(steered.rows[0]?.cells.school?.outcome).toMatchObject({ status: 'read', value: 'Trường mới' })
    expect(steered.marks).toEqual([])
  })

  it('is told as outdated, not applied, where another paper brought other rows', () => {
    const changed = [{ documentId: 'e', cells: { ...rows[0]?.cells, school: read('Khác') } }]
    const steered = steerRows(changed, 'education', [
      cell('correctCell', '0', { value: 'Sai' }),
      decision({ kind: 'removeRow', table: 'education', row: '0', seen: seenOf(rows[0]) }),
      cell('confirmCell', '1'),
    ])
    expect(steered.rows).toEqual([{ ...changed[0], key: '0' }])
    expect(steered.marks).toHaveLength(3)
  })
})

describe('rights', () => {
  const under = (agency: string) => (agency === 'TQ' ? ['TQ', 'TQ-A'] : [agency])

  it('reach down the tree and no further, and nothing is allowed that is not given', () => {
    expect(agenciesWith([{ role: 'entry', agency: 'TQ' }], 'decide', under)).toEqual(new Set(['TQ', 'TQ-A']))
    expect(agenciesWith([{ role: 'entry', agency: 'TQ-A' }], 'decide', under)).toEqual(new Set(['TQ-A']))
    expect(agenciesWith([{ role: 'entry', agency: '*' }], 'approve', under)).toEqual(new Set())
    expect(agenciesWith([], 'see', under)).toEqual(new Set())
  })

  it('keep who administers from seeing dossiers, and who keys in from approving', () => {
    expect(agenciesWith([{ role: 'administer', agency: '*' }], 'see', under)).toEqual(new Set())
    expect(agenciesWith([{ role: 'approve', agency: '*' }], 'decide', under)).toEqual(new Set())
  })
})

describe('a password', () => {
  it('is long and not what everybody guesses; nothing else is asked of it', () => {
    expect(passwordProblem('cả nhà ăn cơm tối lúc bảy giờ', 'lan')).toBeUndefined()
    expect(passwordProblem('ngắn quá', 'lan')).toContain('12')
    expect(passwordProblem('matkhau123456', 'lan')).toContain('dễ đoán')
    expect(passwordProblem('aaaaaaaaaaaaaa', 'lan')).toContain('ít ký tự')
  })
})
