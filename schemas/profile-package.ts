// A package made for a receiver: what its manifest-like description says, what happens to it, what of a record did not leave.
import { z } from 'zod'
import { HeldRecord } from './export.ts'
import { MessageKind, PackageFormat } from './profile.ts'

const count = z.int().nonnegative()

export const RecordAction = z.enum(['new', 'update'])
export type RecordAction = z.infer<typeof RecordAction>

/** Why a value of a record stayed away; `absent` only where it was mandatory. */
export const LeftOut = z.object({
  /** `section.element` of the profile. */
  path: z.string(),
  vi: z.string(),
  /** Of a table. */
  row: z.int().positive().optional(),
  why: z.enum([
    'absent',
    'not_trusted',
    'not_understood',
    'not_in_list',
    'too_coarse',
    'too_long',
    'other_form',
    'no_number',
    'bad_character',
  ]),
})
export type LeftOut = z.infer<typeof LeftOut>

export const Leaf = z.union([z.string(), z.number()])
export type Leaf = z.infer<typeof Leaf>
export const Cells = z.record(z.string(), Leaf)
export type Cells = Readonly<z.infer<typeof Cells>>
/** A record as the receiver has it, by section: a group's cells, or a table's rows. */
export const RecordBody = z.record(z.string(), z.union([z.array(Cells), Cells]))
export type RecordBody = Readonly<Record<string, Cells | readonly Cells[]>>

/** What became of the records of a message. `returned`: rejected before and not changed since; `gone`: sent before, now nobody's. */
export const MessageCounts = z.object({
  new: count,
  update: count,
  unchanged: count,
  underway: count,
  returned: count,
  gone: count,
})
export type MessageCounts = z.infer<typeof MessageCounts>

/** What a bag holds; its files and their hashes are the bag's own manifest. */
export const ProfilePackage = z.object({
  packageId: z.string(),
  profile: z.string(),
  version: z.string(),
  format: PackageFormat,
  preparedBy: z.string(),
  preparedOn: z.iso.date(),
  counts: z.record(MessageKind, MessageCounts),
  /** Values that stayed away. */
  leftOut: count,
  held: z.array(HeldRecord),
  files: count,
  bytes: count,
  /** Of the bag's manifest: who signs this signs every byte of it. */
  manifestSha256: z.string().length(64),
  isSignatureRequired: z.boolean(),
})
export type ProfilePackage = z.infer<typeof ProfilePackage>

export const PackageEventKind = z.enum(['prepared', 'validated', 'refused', 'approved', 'signed', 'cancelled'])
export type PackageEventKind = z.infer<typeof PackageEventKind>

/** Something happened to a package; what else there is to tell of it is ids, hashes and reasons, no value of a person. */
export const PackageEvent = z.object({
  packageId: z.string(),
  event: PackageEventKind,
  by: z.string(),
  at: z.iso.datetime(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})
export type PackageEvent = z.infer<typeof PackageEvent>
