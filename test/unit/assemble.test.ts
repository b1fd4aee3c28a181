import { describe, expect, it } from 'vitest'
import { seenHash } from '../../pipeline/core/steer.ts'
import { assemble } from '../../pipeline/stages/assemble.ts'
import {
  type FieldCode,
  type FieldReading,
  FormTemplate,
  fieldCodes,
  type StewardDecision,
  type Value,
} from '../../schemas/index.ts'
import { toolsWith } from '../support/tools.ts'

const form = (name: string, kind: 'resume' | 'decision') =>
  FormTemplate.parse({
    form: name,
    edition: 1,
    kind,
    title: { vi: name, en: name },
    basis: 'x',
    pages: 1,
    knownBy: { title: ['SƠ YẾU LÝ LỊCH'], says: [], saidAfter: [] },
    items: [{ kind: 'print', label: ['Người khai'] }],
  })
const tools = toolsWith({ forms: [form('2c-bnv-2008', 'resume'), form('decision-pay-rise', 'decision')] })

const paper = (documentId: string, form: string, page: number) => ({
  documentId,
  dossier: 'A',
  form,
  edition: 1,
  score: 0.9,
  pages: [`A/a.pdf#${page}`],
})
const says = (documentId: string, field: FieldCode, value: Value, confidence = 0.95): FieldReading => ({
  documentId,
  field,
  outcome: {
    status: 'read',
    raw: typeof value === 'object' ? value.text : String(value),
    value,
    candidates: [],
    confidence,
    provenance: { documentId, pageId: 'A/a.pdf#1', box: [0.1, 0.1, 0.2, 0.02] },
  },
})
const dossier = { dossier: 'A', batchId: 'b', agency: 'TQ' }
const assembled = (documents: ReturnType<typeof paper>[], fields: FieldReading[], decisions: StewardDecision[] = []) =>
  assemble.input.parse({ dossier, documents, fields, rows: [], marks: [], decisions })
const run = async (...given: Parameters<typeof assembled>) =>
  assemble.output.parse(await assemble.run(assembled(...given), tools))

const old = paper('old', '2c-bnv-2008', 1)
const young = paper('young', '2c-bnv-2008', 2)
const decision = paper('decision', 'decision-pay-rise', 3)

describe('assembling a dossier', () => {
  it('names every field of the catalogue, also when no paper was recognised', async () => {
    const draft = await run([], [])
    expect(Object.keys(draft.values)).toEqual([...fieldCodes])
    expect(draft.values.fullName).toMatchObject({ outcome: { status: 'missing' }, grade: 'poor', rivals: [] })
  })

  it('lets the newer résumé speak and keeps the older one as a rival where they disagree', async () => {
    const draft = await run(
      [old, young],
      [
        says('old', 'declarationDate', '2010'),
        says('old', 'currentPosition', 'Phó Trưởng phòng'),
        says('old', 'strength', 'Kế toán'),
        says('young', 'declarationDate', '2020-03'),
        says('young', 'currentPosition', 'Trưởng phòng'),
        says('young', 'strength', 'kế toán'),
      ],
    )
    expect(draft.values.currentPosition).toMatchObject({
      outcome: { value: 'Trưởng phòng' },
      rivals: [{ outcome: { value: 'Phó Trưởng phòng' } }],
    })
    expect(draft.values.strength.rivals).toEqual([])
  })

  it('never hides what an older paper says behind a newer paper that says nothing', async () => {
    const nothing: FieldReading = {
      documentId: 'young',
      field: 'bloodGroup',
      outcome: {
        status: 'blank',
        confidence: 0.9,
        provenance: { documentId: 'young', pageId: 'A/a.pdf#2', box: [0, 0, 1, 1] },
      },
    }
    const draft = await run(
      [old, young],
      [
        says('old', 'declarationDate', '2010'),
        says('old', 'bloodGroup', 'O'),
        says('young', 'declarationDate', '2020'),
        nothing,
      ],
    )
    expect(draft.values.bloodGroup.outcome).toMatchObject({ status: 'read', value: 'O' })
  })

  it('lists what the newest decision changes as a rival and overwrites nothing', async () => {
    const draft = await run(
      [old, decision],
      [
        says('old', 'salaryStep', 3),
        says('old', 'salaryFrom', '2019-04-01'),
        says('decision', 'decisionDate', '2019-03-20'),
        says('decision', 'decisionSalaryStep', 4),
        says('decision', 'decisionSalaryFrom', '2019-04-01'),
      ],
    )
    expect(draft.values.salaryStep).toMatchObject({
      outcome: { value: 3 },
      rivals: [{ field: 'decisionSalaryStep', outcome: { value: 4 } }],
    })
    expect(draft.values.decisionSalaryStep.outcome).toMatchObject({ value: 4 })
    expect(draft.values.salaryFrom.rivals).toEqual([])
  })

  it('does not hold a decision of an earlier step against a résumé of today', async () => {
    const draft = await run(
      [old, decision],
      [
        says('old', 'salaryStep', 5),
        says('old', 'salaryFrom', '2022-04'),
        says('decision', 'decisionSalaryStep', 4),
        says('decision', 'decisionSalaryFrom', '2019-04-01'),
      ],
    )
    expect(draft.values.salaryStep.rivals).toEqual([])
  })
})

describe("a steward's decision", () => {
  const reading = says('old', 'fullName', 'Nguyễn Văn An', 0.6)
  const seen = seenHash({ outcome: reading.outcome, grade: 'doubtful', rivals: [] })
  const head = {
    decisionId: 'd1',
    steward: 's',
    decidedAt: '2026-01-01T00:00:00Z',
    dossier: 'A',
    field: 'fullName',
  } as const

  it('makes a doubtful reading good and keeps it', async () => {
    const draft = await run([old], [reading], [{ ...head, kind: 'confirm', seen }])
    expect(draft.values.fullName).toMatchObject({
      grade: 'good',
      source: { kind: 'steward' },
      outcome: { value: 'Nguyễn Văn An' },
    })
  })

  it('puts the corrected value in the place of the reading, raw and rectangle stay', async () => {
    const draft = await run([old], [reading], [{ ...head, kind: 'correct', seen, value: 'Nguyễn Văn Ân' }])
    expect(draft.values.fullName.outcome).toMatchObject({
      value: 'Nguyễn Văn Ân',
      raw: 'Nguyễn Văn An',
      confidence: 1,
      provenance: { documentId: 'old' },
    })
  })

  it('is told as outdated, not applied, when the reading has changed since', async () => {
    const draft = await run(
      [old],
      [says('old', 'fullName', 'Nguyễn Văn Án')],
      [{ ...head, kind: 'correct', seen, value: 'Nguyễn Văn Ân' }],
    )
    expect(draft.values.fullName.outcome).toMatchObject({ value: 'Nguyễn Văn Án' })
    expect(draft.marks).toEqual([{ kind: 'decision_outdated', subject: 'fullName', problem: 'd1' }])
  })
})
