// What each stage leaves in the database: how the output of units is taken away, and how a unit's is written.
import { z } from 'zod'
import {
  Document,
  ExportPackage,
  FieldReading,
  Finding,
  GoldenRecord,
  Linked,
  Page,
  PageFate,
  PageImage,
  PageText,
  PersonDraft,
  RowReading,
  Scan,
  SecondReading,
} from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { keepIdentities } from './identities.ts'
import { inChunks } from './in-chunks.ts'
import { checkedBy, records, toRow } from './records.ts'
import { keepText } from './secrecy.ts'

export interface StageOutput {
  readonly clear: (transaction: Database, unitIds: string[]) => Promise<unknown>
  /** `false` when nothing of it may be kept: then the ledger does not know of it either. */
  readonly write: (transaction: Database, unitId: string, output: unknown) => Promise<unknown>
}

const outputOf =
  <T>(shape: z.ZodType<T>, write: (transaction: Database, unitId: string, output: T) => Promise<unknown>) =>
  (transaction: Database, unitId: string, output: unknown) =>
    write(transaction, unitId, checkedBy(shape, output, 'kết quả của một công đoạn'))

const intake: StageOutput = {
  clear: async (t, ids) => {
    await t.page.deleteMany({ where: { scanId: { in: ids } } })
    await t.scan.deleteMany({ where: { scanId: { in: ids } } })
  },
  write: outputOf(z.object({ scan: Scan, pages: z.array(Page) }), async (t, _id, { scan, pages }) => {
    await t.scan.create({ data: toRow(records.scan, scan) })
    await inChunks(
      pages.map((page) => toRow(records.page, page)),
      (call) => t.page.createMany(call),
    )
  }),
}

const render: StageOutput = {
  clear: (t, ids) => t.pageImage.deleteMany({ where: { pageId: { in: ids } } }),
  write: outputOf(PageImage, (t, _id, image) => t.pageImage.create({ data: toRow(records.pageImage, image) })),
}

const recognize: StageOutput = {
  clear: (t, ids) => t.pageText.deleteMany({ where: { pageId: { in: ids } } }),
  write: outputOf(PageText, (t, _id, text) => keepText(t, text)),
}

const classify: StageOutput = {
  clear: async (t, ids) => {
    await t.document.deleteMany({ where: { dossier: { in: ids } } })
    await t.pageFate.deleteMany({ where: { dossier: { in: ids } } })
  },
  write: outputOf(
    z.object({ documents: z.array(Document), fates: z.array(PageFate) }),
    async (t, dossier, { documents, fates }) => {
      await inChunks(
        documents.map((document) => toRow(records.document, document)),
        (call) => t.document.createMany(call),
      )
      await inChunks(
        fates.map((fate) => ({ ...toRow(records.pageFate, fate), dossier })),
        (call) => t.pageFate.createMany(call),
      )
    },
  ),
}

const extract: StageOutput = {
  clear: async (t, ids) => {
    await t.fieldReading.deleteMany({ where: { documentId: { in: ids } } })
    await t.rowReading.deleteMany({ where: { documentId: { in: ids } } })
  },
  write: outputOf(
    z.object({ fields: z.array(FieldReading), rows: z.array(RowReading) }),
    async (t, _id, { fields, rows }) => {
      await inChunks(
        fields.map((field) => toRow(records.fieldReading, field)),
        (call) => t.fieldReading.createMany(call),
      )
      await inChunks(
        rows.map((row) => toRow(records.rowReading, row)),
        (call) => t.rowReading.createMany(call),
      )
    },
  ),
}

const reread: StageOutput = {
  clear: (t, ids) => t.secondReading.deleteMany({ where: { documentId: { in: ids } } }),
  write: outputOf(z.object({ readings: z.array(SecondReading) }), (t, _id, { readings }) =>
    inChunks(
      readings.map((reading) => toRow(records.secondReading, reading)),
      (call) => t.secondReading.createMany(call),
    ),
  ),
}

const assemble: StageOutput = {
  clear: (t, ids) => t.personDraft.deleteMany({ where: { dossier: { in: ids } } }),
  write: outputOf(PersonDraft, (t, _id, draft) => t.personDraft.create({ data: toRow(records.personDraft, draft) })),
}

/** Findings on drafts and on golden records lie in one table, told apart by the stage. */
const findingsOf = (stage: string): StageOutput => ({
  clear: (t, ids) => t.finding.deleteMany({ where: { stage, unitId: { in: ids } } }),
  write: outputOf(z.object({ findings: z.array(Finding) }), (t, unitId, { findings }) =>
    inChunks(
      findings.map((finding) => ({ ...toRow(records.finding, finding), stage, unitId })),
      (call) => t.finding.createMany(call),
    ),
  ),
})

const link: StageOutput = {
  clear: async (t) => {
    await t.candidatePair.deleteMany({})
    await t.cluster.deleteMany({})
    await t.linkedRecord.deleteMany({})
    await t.linkageReport.deleteMany({})
  },
  write: outputOf(Linked, async (t, unitId, { pairs, clusters, linked, report }) => {
    await inChunks(
      pairs.map((pair) => toRow(records.candidatePair, pair)),
      (call) => t.candidatePair.createMany(call),
    )
    await inChunks(
      clusters.map((cluster) => toRow(records.cluster, cluster)),
      (call) => t.cluster.createMany(call),
    )
    await inChunks(linked, (call) => t.linkedRecord.createMany(call))
    await t.linkageReport.create({ data: { ...toRow(records.linkageReport, report), unitId } })
    await keepIdentities(
      t,
      clusters.map(({ dossiers }) => dossiers),
    )
  }),
}

const consolidate: StageOutput = {
  clear: (t, ids) => t.goldenRecord.deleteMany({ where: { personId: { in: ids } } }),
  write: outputOf(GoldenRecord, (t, _id, golden) =>
    t.goldenRecord.create({ data: toRow(records.goldenRecord, golden) }),
  ),
}

const exportRecords: StageOutput = {
  clear: (t, ids) => t.exportPackage.deleteMany({ where: { out: { in: ids } } }),
  write: outputOf(ExportPackage, (t, out, made) =>
    t.exportPackage.create({ data: { ...toRow(records.exportPackage, made), out } }),
  ),
}

/** By the name of the stage. */
export const outputs: Readonly<Record<string, StageOutput>> = {
  intake,
  render,
  recognize,
  classify,
  extract,
  reread,
  assemble,
  validate: findingsOf('validate'),
  link,
  consolidate,
  revalidate: findingsOf('revalidate'),
  export: exportRecords,
}
