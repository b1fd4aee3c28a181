// The grammar of edossier/*.json: how the papers of a dossier become files of an archive, under which names, with which codes.
import { z } from 'zod'
import { Fate } from './document.ts'

const Code = z.object({ code: z.string().min(1), vi: z.string().min(1) })

/** A kind of paper in the list of the archive; `forms` names those of ours that are of it, `decision-*` all that begin so. */
export const PaperType = z.strictObject({ ...Code.shape, forms: z.array(z.string()).optional() })
export type PaperType = z.infer<typeof PaperType>

/** Codes that describe every dossier of the archive alike (Thông tư 05/2025/TT-BNV). */
export const ArchiveCodes = z.strictObject({
  retention: Code,
  access: Code,
  language: Code,
  reliability: Code,
  condition: Code,
  /** OAIS package: as it is submitted, kept or given out. */
  type: z.enum(['SIP', 'AIP', 'DIP']),
})
export type ArchiveCodes = z.infer<typeof ArchiveCodes>

/** What a name may be made of, besides the plan's constants; `{.nth}` is told with its dot, and only where there are several. */
export const Placeholder = z.enum([
  'organisation',
  'agency',
  'dossier',
  'citizenId',
  'name',
  'number',
  'type',
  'typeName',
  'form',
  'nth',
  'year',
  'date',
])
export type Placeholder = z.infer<typeof Placeholder>

export const NamingPlan = z
  .strictObject({
    plan: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    vi: z.string(),
    en: z.string(),
    basis: z.string(),
    /** Whether somebody has compared it with the official text. */
    isVerified: z.boolean(),
    pdfa: z.enum(['1b', '2b']),
    folder: z.string().min(1),
    file: z.string().endsWith('.pdf'),
    /** What must be surely known; a dossier without it is told and not written. */
    needs: z.array(Placeholder),
    numberDigits: z.int().min(1).max(6),
    /** Pages of these fates are counted and left out. */
    leavesOut: z.array(Fate),
    constants: z.record(z.string(), z.string()),
    /** Code of the organisation by agency. */
    organisations: z.record(z.string(), z.string()),
    types: z.array(PaperType).min(1),
    /** For papers of no listed type; without it they do not belong to this archive. */
    otherType: z.string().optional(),
    /** With it a package is written: METS, EAD, PREMIS. */
    archive: ArchiveCodes.optional(),
  })
  .refine(({ types, otherType }) => otherType === undefined || types.some(({ code }) => code === otherType), {
    message: 'otherType: không có trong types',
  })
export type NamingPlan = z.infer<typeof NamingPlan>
