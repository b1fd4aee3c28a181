// The table of contents: the stages in order, and nothing else.
import { assemble } from './stages/assemble.ts'
import { classify } from './stages/classify.ts'
import { consolidate } from './stages/consolidate.ts'
import { exportRecords } from './stages/export.ts'
import { extract } from './stages/extract/extract.ts'
import { intake } from './stages/intake.ts'
import { link } from './stages/link/link.ts'
import { recognize } from './stages/recognize.ts'
import { render } from './stages/render.ts'
import { reread } from './stages/reread.ts'
import { revalidate, validate } from './stages/validate.ts'

/** What `hoso run` does; `revalidate` holds the golden records to the same rules as the drafts. */
export const stages = [
  intake,
  render,
  recognize,
  classify,
  extract,
  reread,
  assemble,
  validate,
  link,
  consolidate,
  revalidate,
] as const

/** A release is made when somebody asks for it: `hoso export`. */
export const release = exportRecords
