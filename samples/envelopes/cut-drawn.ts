// A drawn envelope through the real cutting stage, from page texts.
import type { Tools } from '../../pipeline/core/stage.ts'
import { classify } from '../../pipeline/stages/classify.ts'
import { toolsWith } from '../../test/support/tools.ts'
import { seeded } from '../random.ts'
import type { Envelope } from './envelope.ts'
import { type CutScore, scoreCut } from './measure-cut.ts'
import { pageTextOf, spoilings } from './page-words.ts'

export async function cutDrawn(
  envelope: Envelope,
  profile: keyof typeof spoilings,
  book: Pick<Tools, 'forms' | 'paperBook'>,
): Promise<CutScore> {
  const random = seeded(`reading ${envelope.name}`)
  const pages = envelope.pages.map((page, index) => {
    const pageId = `${envelope.name}/scan.pdf#${index + 1}`
    const isBlank = page.rows.length === 0
    const size: [number, number] = [page.size[0] + (random() - 0.5) * 0.1, page.size[1] + (random() - 0.5) * 0.1]
    const text = isBlank ? {} : { text: pageTextOf(page, pageId, spoilings[profile], random) }
    return { pageId, number: index + 1, isBlank, isUnreadable: false, size, ...text }
  })
  const cut = await classify.run({ dossier: envelope.name, pages }, toolsWith(book))
  return scoreCut(
    envelope,
    pages.map(({ pageId }) => pageId),
    cut,
  )
}
