// The grammar of profiles/*.json: what a receiver wants of a record, under which names, in which form. A province fills in
// its own; how a record is cut to it is core/profile/.
import { z } from 'zod'
import { codeListNames } from './code-list.ts'

/** Fit for JSON, XML (NCName), a CSV file name and a database column alike. */
const Name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/)
export const ProfileName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const text = z.string().min(1)

export const PlacePart = z.enum(['text', 'commune', 'district', 'province', 'currentCode', 'currentName'])
export type PlacePart = z.infer<typeof PlacePart>

/** What the package itself knows of a record; `row` is the number of a table's row, from 1. */
export const About = z.enum([
  'personId',
  'agency',
  'agencyName',
  'parentCode',
  'dossiers',
  'revision',
  'idempotencyKey',
  'row',
])
export type About = z.infer<typeof About>

/** Where a value comes from: a field of the catalogue, a cell of the table at hand, a constant, or the package. */
export const ElementSource = z.union([
  z.strictObject({ field: text, part: PlacePart.optional() }),
  z.strictObject({ cell: text, part: PlacePart.optional() }),
  z.strictObject({ constant: z.union([z.string(), z.number()]) }),
  z.strictObject({ about: About }),
])
export type ElementSource = z.infer<typeof ElementSource>

/** `digits`: figures that are no quantity; they keep their zeros in every format. */
export const ElementType = z.enum(['text', 'digits', 'integer', 'decimal', 'date', 'code'])
export type ElementType = z.infer<typeof ElementType>

export const DateFormat = z.enum(['yyyy-MM-dd', 'dd/MM/yyyy', 'yyyyMMdd'])
export type DateFormat = z.infer<typeof DateFormat>

export const ProfileElement = z.strictObject({
  name: Name,
  vi: text,
  /** Its number on the printed form. */
  item: text.optional(),
  type: ElementType,
  /** Absent: the receiver has a place for it, and nothing here fills it yet. */
  from: ElementSource.optional(),
  mandatory: z.literal(true).optional(),
  maxLength: z.int().positive().optional(),
  /** A regular expression over the whole value as it leaves; kept to what XSD, JavaScript and people read alike. */
  pattern: text.optional(),
  /** For `code`: one of the profile's code lists. */
  list: Name.optional(),
  /** For `date`: the least a date must tell; a coarser one is never filled up. */
  precision: z.enum(['day', 'month', 'year']).optional(),
  /** For `date`: what the receiver writes for "nay"; without it the element stays away. */
  untilNow: text.optional(),
})
export type ProfileElement = z.infer<typeof ProfileElement>

const section = { name: Name, vi: text, elements: z.array(ProfileElement).min(1) }
export const ProfileGroup = z.strictObject({ kind: z.literal('group'), ...section })
export const ProfileTable = z.strictObject({
  kind: z.literal('table'),
  ...section,
  /** Name of one row in XML. */
  row: Name,
  /** A table of the catalogue, or of it the rows whose cells hold one of the words told. */
  from: z.strictObject({ table: text, where: z.record(z.string(), z.array(z.string()).min(1)).optional() }).optional(),
})
export const ProfileSection = z.discriminatedUnion('kind', [ProfileGroup, ProfileTable])
export type ProfileSection = z.infer<typeof ProfileSection>
export type ProfileTable = z.infer<typeof ProfileTable>

export const ProfileMessage = z.strictObject({
  /** Of the whole message and of one record in XML. */
  name: Name,
  record: Name,
  vi: text,
  sections: z.array(ProfileSection).min(1),
})
export type ProfileMessage = z.infer<typeof ProfileMessage>

/** The two messages of the national database: cây tổ chức đơn vị, hồ sơ. */
export const MessageKind = z.enum(['agencies', 'dossiers'])
export type MessageKind = z.infer<typeof MessageKind>
export const messageKinds = MessageKind.options

/**
 * How the receiver writes the words of one of our lists: by the list's own code, by the word, or by a code of its own. Words
 * without a code of the receiver's do not leave.
 */
export const ProfileList = z.union([
  z.strictObject({ vi: text, from: z.enum(codeListNames), use: z.enum(['code', 'name']) }),
  z.strictObject({ vi: text, codes: z.record(z.string(), text) }),
])
export type ProfileList = z.infer<typeof ProfileList>

/** How the papers of a person travel with the record. */
export const EDossierProfile = z.strictObject({
  /** PDF/A part and level. */
  pdfa: z.enum(['1b', '2b']),
  /** Plan of names (schemas/edossier/*.json): contents, party, state. */
  naming: z.string().optional(),
})
export type EDossierProfile = z.infer<typeof EDossierProfile>

export const PackageFormat = z.enum(['json', 'xml', 'xlsx', 'csv'])
export type PackageFormat = z.infer<typeof PackageFormat>

/** What may be said anew by a profile that stands on another one. */
const manner = {
  version: text,
  vi: text,
  en: text,
  /** Where the shape is told, and whether somebody has compared it with the official text. */
  origin: text,
  isVerified: z.boolean(),
  format: PackageFormat,
  date: DateFormat,
  /** `good`: only what was read well or decided by a person leaves; the rest is told and left out. */
  trust: z.enum(['good', 'any']),
  /** Whether a package leaves without a verified signature. */
  signature: z.enum(['required', 'optional']),
  recordsPerFile: z.int().min(1).max(50_000),
  /** XML namespace of both messages. */
  namespace: text.optional(),
  eDossier: EDossierProfile.optional(),
}

export const Profile = z.strictObject({
  profile: ProfileName,
  ...manner,
  codeLists: z.record(Name, ProfileList),
  messages: z.strictObject({ agencies: ProfileMessage, dossiers: ProfileMessage }),
  /** Fields and tables of the catalogue the receiver has no place for, each with the reason. */
  withoutPlace: z.record(z.string(), text),
})
export type Profile = z.infer<typeof Profile>

/** Another receiver of nearly the same shape; `elements` are changed by their path, `dossiers.thongTinChung.hoTen`. */
export const DerivedProfile = z.strictObject({
  profile: ProfileName,
  basedOn: ProfileName,
  ...z.strictObject(manner).partial().shape,
  codeLists: z.record(Name, ProfileList).optional(),
  elements: z.record(z.string(), ProfileElement.partial()).optional(),
})
export type DerivedProfile = z.infer<typeof DerivedProfile>

export const ProfileFile = z.union([Profile, DerivedProfile])
export type ProfileFile = z.infer<typeof ProfileFile>
