// E-dossiers: no page is lost, no name holds what is not sure, and the archive package tells every file with its hash.
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { readNamingPlan } from '../../pipeline/adapters/naming-plan.ts'
import type { ArchivePackage } from '../../pipeline/core/edossier/archive-package.ts'
import { eadOf } from '../../pipeline/core/edossier/ead.ts'
import { packageMets, representationMets } from '../../pipeline/core/edossier/mets.ts'
import { nameDossier } from '../../pipeline/core/edossier/naming.ts'
import { type DossierPage, papersOf } from '../../pipeline/core/edossier/papers.ts'
import { premisOf } from '../../pipeline/core/edossier/premis.ts'
import { outRecord } from '../../pipeline/core/outward.ts'
import { aPersonDraft, aReadValue } from '../support/person-drafts.ts'

const page = (number: number): DossierPage =>
  ({
    pageId: `D/a.pdf#${number}`,
    number,
    image: {},
    original: 'x',
    kind: 'pdf',
    scanPage: number,
  }) as unknown as DossierPage
const document = (first: number, last: number, form: string) => ({
  ...{ documentId: `D#${first}`, dossier: 'D', form, edition: 1, score: 1 },
  pages: Array.from({ length: last - first + 1 }, (_, index) => `D/a.pdf#${first + index}`),
})
const pages = [1, 2, 3, 4, 5, 6, 7, 8].map(page)
const documents = [document(1, 2, '2c-bnv-2008'), document(4, 4, 'decision-award'), document(7, 7, 'decision-award')]
const fates = [
  { pageId: 'D/a.pdf#3', fate: 'blank' as const },
  { pageId: 'D/a.pdf#5', fate: 'orphan' as const },
  { pageId: 'D/a.pdf#6', fate: 'orphan' as const },
  { pageId: 'D/a.pdf#8', fate: 'separator' as const },
]
const dossier = { dossier: 'D', pages, documents, fates }

function record(citizenId: string, grade: 'good' | 'doubtful') {
  const values = { fullName: aReadValue('Nguyễn Thị Đào'), citizenId: { ...aReadValue(citizenId), grade } }
  const dated = (documentId: string, date: string) => ({
    documentId,
    form: 'decision-award',
    edition: 1,
    score: 1,
    pages: [],
    date,
    values: {},
  })
  const draft = { ...aPersonDraft('D', values), documents: [dated('D#4', '2015-02-03'), dated('D#7', '2009')] }
  return outRecord({ draft, findings: [], pageNumbers: new Map() }, () => '')
}

describe('the papers of a dossier', () => {
  it('hold every page once: a blank side goes with the paper before it, unnamed pages stay together', () => {
    const { papers, leftOut } = papersOf(dossier, { leavesOut: ['separator'] })
    expect(papers.map(({ form, pages: own }) => [form, own.map(({ number }) => number)])).toEqual([
      ['2c-bnv-2008', [1, 2, 3]],
      ['decision-award', [4]],
      [undefined, [5, 6]],
      ['decision-award', [7]],
    ])
    expect(leftOut).toEqual([{ fate: 'separator', page: 8 }])
  })
})

describe("the Party's names", () => {
  const titleOf = () => undefined
  it('are organisation, citizen number and name, the kind by its number, old before new', async () => {
    const plan = { ...(await readNamingPlan('party')), organisations: { TQ: '01.002.003.004.05' } }
    const named = nameDossier(plan, record('008190001234', 'good'), papersOf(dossier, plan).papers, titleOf)
    expect(named.folder).toBe('01.002.003.004.05/008190001234_NguyenThiDao')
    expect(named.papers.map(({ path }) => path)).toEqual([
      '23.quyet dinh khen thuong.2.pdf',
      '23.quyet dinh khen thuong.1.pdf',
    ])
    expect(named.foreign.map(({ form }) => form)).toEqual(['2c-bnv-2008', undefined])
  })

  it.each([
    ['008190001234', 'doubtful'],
    ['070020927', 'good'],
  ] as const)('wait while the citizen number is %s, %s', async (citizenId, grade) => {
    const plan = { ...(await readNamingPlan('party')), organisations: { TQ: '1' } }
    expect(nameDossier(plan, record(citizenId, grade), [], titleOf).missing).toEqual(['citizenId'])
  })
})

describe('the archive package of a state body', () => {
  it('tells every file with hash and size in well-formed METS, EAD and PREMIS', async () => {
    const plan = await readNamingPlan('state')
    const told = record('008190001234', 'good')
    const { papers } = nameDossier(plan, told, papersOf(dossier, plan).papers, () => 'Giấy & tờ')
    const archived = papers.map((paper) => ({
      ...{
        path: `representations/rep1/data/${paper.path}`,
        bytes: 7,
        sha256: String(paper.number).repeat(64),
        number: paper.number,
      },
      ...{ title: paper.title, type: paper.type, pages: [1] },
    }))
    const made: ArchivePackage = {
      ...{
        plan,
        folder: 'H00.D',
        record: told,
        papers: archived,
        at: '2026-11-22T21:00:00+07:00',
        status: 'NEW',
        leftOut: [],
      },
      ...{ codes: plan.archive ?? expect.fail(), checks: [{ by: 'tự kiểm tra', outcome: 'đạt' }] },
    }
    const file = { path: 'x', bytes: 1, sha256: 'a'.repeat(64) }
    const texts = [
      packageMets(made, { ead: file, premis: file, representation: file }),
      representationMets(made),
      eadOf(made),
      premisOf(made),
    ]
    for (const text of texts) expect(() => new SaxesParser({ xmlns: true }).write(text).close()).not.toThrow()
    for (const { sha256 } of archived) for (const text of texts.slice(1)) expect(text).toContain(sha256)
    expect(texts[0]).toContain('csip:OAISPACKAGETYPE="AIP"')
    expect(texts[2]).toContain('Giấy &amp; tờ')
  })
})
