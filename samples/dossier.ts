// Puts a dossier together from a recipe: invents the person, draws the papers, scans them, and keeps the truth of it.
import { loadForms } from '../pipeline/adapters/forms.ts'
import { type Box, byTable, type FieldCode, fieldCodes, type TableCode } from '../schemas/index.ts'
import { PDFDocument } from 'pdf-lib'
import { type Damage, damaged, damagesOf, type Profile } from './damage.ts'
import { drawForm } from './draw/form-2c.ts'
import type { Layout } from './draw/layouts.ts'
import { drawLetter } from './draw/letter.ts'
import { drawPayRise } from './draw/pay-rise.ts'
import { paper, type Rect, type Sheet } from './draw/sheet.ts'
import { declarationMonth, declare, type FactRow, type Facts } from './invent/declare.ts'
import type { Sound } from './faults/fault.ts'
import type { Papers } from './invent/draft.ts'
import { inventLife, type LifeWishes } from './invent/life.ts'
import { inventPayRise, type PayRise } from './invent/pay-rise.ts'
import { seeded } from './random.ts'
import { rasterise, type ScannedPage, type Turn } from './scan.ts'
import { forms, type Truth } from './truth.ts'

export type Paper = 'form' | 'decision' | 'letter' | 'blank'

export interface Recipe {
  readonly dossier: string
  /** Who it is; two recipes of one seed are papers of one person. */
  readonly person: string
  readonly wishes?: LifeWishes
  /** Years between which the form was filled in. */
  readonly years?: readonly [number, number]
  readonly layout: Layout
  readonly profile: Profile
  readonly damage?: Partial<Damage>
  readonly papers: readonly Paper[]
  /** Where the blank page lies, counting from 1. */
  readonly blankPage?: number
  /** How single pages lay in the scanner. */
  readonly turns?: Readonly<Record<number, Turn>>
  readonly sealOverName?: boolean
  readonly leftEmpty?: readonly FieldCode[]
  /** What the decision says otherwise than the form. */
  readonly contradiction?: Facts['values']
  /** Changes the truth before anything is drawn; undefined where that cannot be. */
  readonly plant?: (sound: Sound) => Papers | undefined
  readonly container: 'pdf' | 'folder' | 'tiff' | 'encrypted' | 'broken'
  readonly expected: Truth['expected']
}

interface DrawnPaper {
  readonly paper: Paper
  readonly sheet: Sheet
}

export interface DrawnDossier {
  readonly recipe: Recipe
  readonly pages: readonly ScannedPage[]
  readonly truth: Truth
}

export async function drawDossier(recipe: Recipe): Promise<DrawnDossier> {
  const { facts, rise } = inventFacts(recipe)
  const papers = await drawPapers(recipe, facts, rise)
  const pages = await scanPapers(recipe, papers)
  return { recipe, pages, truth: truthOf(recipe, papers, facts, rise) }
}

function inventFacts({ person, wishes, years, dossier, leftEmpty = [], contradiction, plant }: Recipe): {
  facts: Facts
  rise: PayRise
} {
  const life = inventLife(person, wishes)
  const month = declarationMonth(life, seeded(`month ${dossier}`), years)
  const facts = declare(life, month, dossier)
  const values = Object.fromEntries(
    Object.entries(facts.values).filter(([field]) => !leftEmpty.some((empty) => empty === field)),
  )
  const rise = inventPayRise(life, month, dossier)
  const sound = { form: { ...facts, values }, decision: { ...rise.values, ...contradiction } }
  const { form = sound.form, decision = sound.decision } = plant?.(sound) ?? sound
  return { facts: form, rise: { ...rise, values: decision } }
}

async function drawPapers(recipe: Recipe, facts: Facts, rise: PayRise): Promise<DrawnPaper[]> {
  const { layout } = recipe
  const drawn: DrawnPaper[] = []
  for (const paper of recipe.papers) {
    if (paper === 'form')
      drawn.push({
        paper,
        sheet: await drawForm(facts, layout, { signedAt: signedAt(facts), sealOverName: recipe.sealOverName ?? false }),
      })
    if (paper === 'decision') drawn.push({ paper, sheet: await drawPayRise(rise, layout) })
    if (paper === 'letter') drawn.push({ paper, sheet: await drawLetter(layout, recipe.person) })
  }
  return drawn
}

const signedAt = ({ values }: Facts): string =>
  typeof values.permanentAddress === 'object' ? (values.permanentAddress.district ?? '') : ''

async function scanPapers(recipe: Recipe, papers: readonly DrawnPaper[]): Promise<ScannedPage[]> {
  const random = seeded(`damage ${recipe.dossier}`)
  const nextDamage = damagesOf(recipe.profile, random)
  const scanned: ScannedPage[] = []
  const add = async (pdf: Uint8Array): Promise<void> => {
    const damages: Damage[] = []
    const damageAt = (page: number): Damage => (damages[page] ??= { ...nextDamage(), ...recipe.damage })
    for (const [page, pixels] of (await rasterise(pdf, (page) => damageAt(page).dpi)).entries())
      scanned.push({
        pixels: await damaged(pixels, damageAt(page), random),
        damage: damageAt(page),
        turn: recipe.turns?.[scanned.length + 1] ?? 0,
      })
  }
  for (const { sheet } of papers) await add(await sheet.pdf.save())
  if (recipe.blankPage !== undefined) {
    const [blank, ...rest] = [await blankPage(), ...scanned.splice(recipe.blankPage - 1)]
    await add(blank)
    scanned.push(...rest)
  }
  return scanned
}

async function blankPage(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.addPage([paper.width, paper.height])
  return pdf.save()
}

function truthOf(recipe: Recipe, papers: readonly DrawnPaper[], facts: Facts, rise: PayRise): Truth {
  const { dossier, layout, profile, expected, blankPage } = recipe
  const sheets = papers.flatMap(({ paper, sheet }) => sheet.pages.map((page) => ({ paper, page })))
  const numbers = sheets.map((_, index) => (blankPage !== undefined && index + 1 >= blankPage ? index + 2 : index + 1))
  const has = (paper: Paper): boolean => recipe.papers.includes(paper)
  const text = sheets.map(({ page }) =>
    page.text
      .filter((line) => line !== '')
      .join('\n')
      .normalize('NFC'),
  )
  const fates = sheets.map(({ paper }): Truth['fates'][number] => (paper === 'letter' ? 'orphan' : 'document'))
  if (blankPage !== undefined) {
    text.splice(blankPage - 1, 0, '')
    fates.splice(blankPage - 1, 0, 'blank')
  }
  return {
    dossier,
    layout: layout.name,
    profile,
    fates,
    text,
    expected,
    values: valuesOf(facts, rise, has('form'), has('decision')),
    tables: tablesOf(has('form') ? facts.tables : undefined),
    documents: papers.flatMap(({ paper }) =>
      paper === 'form' || paper === 'decision'
        ? [{ form: forms[paper], pages: numbers.filter((_, index) => sheets[index]?.paper === paper) }]
        : [],
    ),
    boxes: Object.fromEntries(
      sheets.flatMap(({ page }, index) =>
        [...page.boxes].map(([key, rect]) => [key, { page: numbers[index] ?? 0, box: boxOf(rect) }] as const),
      ),
    ),
  }
}

function boxOf([left, top, right, bottom]: Rect): Box {
  const share = (points: number, of: number): number => Math.round((points / of) * 10000) / 10000
  return [
    share(left, paper.width),
    share(top, paper.height),
    share(right - left, paper.width),
    share(bottom - top, paper.height),
  ]
}

function tablesOf(tables: Facts['tables'] | undefined): Truth['tables'] {
  const rows = (table: TableCode): FactRow[] => (tables?.[table] ?? []).map((row) => ({ ...row }))
  return byTable(rows)
}

/** What the drawn papers have room for: of the catalogue's other fields their truth says nothing. */
const drawnForms = ['2c-bnv-2008', 'decision-pay-rise']
const drawnFields = (() => {
  const printed = loadForms().filter(({ form }) => drawnForms.includes(form))
  const named = new Set(
    printed.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'field' ? item.field : []))),
  )
  // Told by the paper in one of its wordings only.
  named.delete('decisionFormerPosition')
  return fieldCodes.filter((field) => named.has(field))
})()

function valuesOf(facts: Facts, rise: PayRise, hasForm: boolean, hasDecision: boolean): Truth['values'] {
  const isOfDecision = (field: FieldCode): boolean => /^decision|^signer$|^effectiveDate$/.test(field)
  return Object.fromEntries(
    drawnFields.flatMap((field) => {
      const [source, has] = isOfDecision(field) ? [rise, hasDecision] : [facts, hasForm]
      if (has && field === 'effectiveDate' && rise.wording.fromSigning) return []
      return [[field, has ? (source.values[field] ?? { status: 'blank' }) : { status: 'missing' }]]
    }),
  )
}
