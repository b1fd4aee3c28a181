// Stages with the real names and shapes, but nothing behind them: a dossier's page says what is in its file's name.
import { z } from 'zod'
import { sha256 } from '../../pipeline/core/id.ts'
import { defineStage } from '../../pipeline/core/stage.ts'
import type { AnyStage } from '../../pipeline/runner/unit.ts'
import {
  Cluster,
  Linked,
  Document,
  Dossier,
  FieldReading,
  Finding,
  fieldCodes,
  GoldenRecord,
  Judged,
  Mark,
  Page,
  PageFate,
  PageImage,
  PageText,
  PersonDraft,
  RowReading,
  Scan,
  StewardDecision,
  tableCodes,
} from '../../schemas/index.ts'
import { UnreadableInput } from '../../pipeline/core/errors.ts'
import { goodQuality } from './scan-quality.ts'

const rulings = { horizontal: [], vertical: [] }
const missing = { outcome: { status: 'missing' as const }, grade: 'poor' as const, rivals: [] }
const noValues = Object.fromEntries(fieldCodes.map((code) => [code, missing]))
const noTables = Object.fromEntries(tableCodes.map((code) => [code, []]))

const intake = defineStage({
  name: 'intake',
  version: 1,
  unit: 'scan',
  reads: [],
  input: z.object({ dossier: z.string(), path: z.string(), delivered: z.string(), sha256: z.string() }),
  output: z.object({ scan: Scan, pages: z.array(Page) }),
  run: ({ dossier, path, sha256: hash }) => {
    if (path.includes('broken')) throw new UnreadableInput('Tệp hỏng. Hãy quét lại.')
    const scanId = `${dossier}/${path}`
    const pages = [1, 2].map((scanPage) => ({ pageId: `${scanId}#${scanPage}`, scanId, dossier, scanPage }))
    return {
      scan: { scanId, dossier, path, sha256: hash, bytes: 1, kind: 'pdf' as const, pages: 2, original: path },
      pages,
    }
  },
})

const render = defineStage({
  name: 'render',
  version: 1,
  unit: 'page',
  reads: [],
  input: z.object({ page: Page, scan: Scan }),
  output: PageImage,
  run: ({ page, scan }) => ({
    pageId: page.pageId,
    sha256: sha256(page.pageId + scan.sha256),
    display: 'd.jpg',
    reading: 'r.png',
    isBlank: page.scanPage === 2,
    width: 10,
    height: 14,
    dpi: 200,
    turn: 0 as const,
    skewDegrees: 0,
    quality: goodQuality,
    rulings,
  }),
})

const recognize = defineStage({
  name: 'recognize',
  version: 1,
  unit: 'page',
  reads: [],
  input: z.object({ image: PageImage }),
  output: PageText,
  run: ({ image }) => {
    const box: [number, number, number, number] = [0, 0, 1, 1]
    return { pageId: image.pageId, rulings, lines: [{ box, words: [{ text: image.pageId, box, confidence: 1 }] }] }
  },
})

const classify = defineStage({
  name: 'classify',
  version: 1,
  unit: 'dossier',
  reads: [],
  input: z.object({
    dossier: z.string(),
    pages: z.array(z.object({ pageId: z.string(), isBlank: z.boolean(), isUnreadable: z.boolean() })),
  }),
  output: z.object({ documents: z.array(Document), fates: z.array(PageFate) }),
  run: ({ dossier, pages }) => {
    const written = pages.filter((page) => !page.isBlank && !page.isUnreadable)
    const documentOf = (pageId: string) => `${dossier}@${pageId}`
    return {
      documents: written.map(({ pageId }) => ({
        documentId: documentOf(pageId),
        dossier,
        form: 'fake',
        edition: 1,
        score: 1,
        pages: [pageId],
      })),
      fates: pages.map(({ pageId, isBlank, isUnreadable }) => ({
        pageId,
        fate: isBlank ? ('blank' as const) : isUnreadable ? ('unreadable' as const) : ('document' as const),
      })),
    }
  },
})

const extract = defineStage({
  name: 'extract',
  version: 1,
  unit: 'document',
  reads: [],
  input: z.object({ document: Document, pages: z.array(PageText) }),
  output: z.object({ fields: z.array(FieldReading), rows: z.array(RowReading) }),
  run: ({ document: { documentId } }) => ({
    fields: [{ documentId, field: 'fullName' as const, outcome: { status: 'missing' as const } }],
    rows: [],
  }),
})

const assemble = defineStage({
  name: 'assemble',
  version: 1,
  unit: 'dossier',
  reads: [],
  input: z.object({
    dossier: Dossier,
    documents: z.array(Document),
    fields: z.array(FieldReading),
    rows: z.array(RowReading),
    marks: z.array(Mark),
    decisions: z.array(StewardDecision),
  }),
  output: PersonDraft,
  run: ({ dossier, documents, marks }) =>
    PersonDraft.parse({
      dossier: dossier.dossier,
      agency: dossier.agency,
      values: noValues,
      tables: noTables,
      marks,
      waived: [],
      documents: documents.map(({ documentId, form, edition, score, pages }) => ({
        documentId,
        form,
        edition,
        score,
        pages,
        values: {},
      })),
    }),
})

const judging = (name: 'validate' | 'revalidate', unit: 'dossier' | 'person') =>
  defineStage({
    name,
    version: 1,
    unit,
    reads: [],
    input: z.object({ judged: Judged, today: z.string().optional() }),
    output: z.object({ findings: z.array(Finding) }),
    run: ({ judged: { subject }, today }) => ({
      findings: [
        {
          findingId: sha256(subject + (today ?? '')).slice(0, 20),
          code: today ? 'retired' : 'nameless',
          severity: 'error' as const,
          dimension: 'completeness' as const,
          subject,
          fields: [],
          evidence: today ? { today } : {},
          isWaived: false,
        },
      ],
    }),
  })

/** Dossiers whose ids begin with the same letter are one person. */
const link = defineStage({
  name: 'link',
  version: 1,
  unit: 'register',
  reads: [],
  input: z.object({
    register: z.object({ digest: z.string(), dossiers: z.int() }),
    decisions: z.array(StewardDecision),
  }),
  output: Linked,
  run: async (_input, { register }) => {
    const byLetter = new Map<string, string[]>()
    for await (const { dossier } of register.linkRecords()) {
      const letter = dossier.slice(0, 1)
      byLetter.set(letter, [...(byLetter.get(letter) ?? []), dossier])
    }
    return {
      pairs: [],
      clusters: [...byLetter.values()].map((dossiers) =>
        Cluster.parse({ clusterId: sha256(dossiers.join()), dossiers, needsReview: false }),
      ),
      linked: [],
      report: { model: 1, records: 0, pairs: { same: 0, review: 0 }, classes: [], expectedWrong: 0, splitBlocks: 0 },
    }
  },
})

const consolidate = defineStage({
  name: 'consolidate',
  version: 1,
  unit: 'person',
  reads: [],
  input: z.object({
    personId: z.string(),
    agency: z.string(),
    dossiers: z.array(z.string()),
    drafts: z.array(PersonDraft),
  }),
  output: GoldenRecord,
  run: ({ personId, agency, dossiers }) =>
    GoldenRecord.parse({ personId, agency, dossiers, values: noValues, tables: noTables, waived: [] }),
})

export const fakeStages: readonly AnyStage[] = [
  intake,
  render,
  recognize,
  classify,
  extract,
  assemble,
  judging('validate', 'dossier'),
  link,
  consolidate,
  judging('revalidate', 'person'),
]
