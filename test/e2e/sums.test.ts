// Both sums of pages, whatever state the pages are in: between stages, after a kill, in a dossier just closed.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { statusOf } from '../../pipeline/store/status.ts'
import { Fate } from '../../schemas/index.ts'
import { emptyStore, type Scratch, scratchStore } from '../support/scratch.ts'

let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch[Symbol.asyncDispose]())

/** Any mixture of rows, also those that no run leaves together. */
const anyPage = fc.record({
  image: fc.constantFrom(undefined, 'blank', 'written'),
  hasText: fc.boolean(),
  fate: fc.option(fc.constantFrom(...Fate.options), { nil: undefined }),
  isSecret: fc.boolean(),
})
type AnyPage = typeof anyPage extends fc.Arbitrary<infer T> ? T : never

async function keep(pages: readonly AnyPage[], mayHoldSecret: boolean): Promise<void> {
  const { database } = scratch.store
  await emptyStore(scratch.store)
  await database.agency.create({ data: { code: 'TQ', name: 'TQ', mayHoldSecret } })
  await database.batch.create({ data: { batchId: 'b', agency: 'TQ', body: {} } })
  await database.dossier.create({ data: { dossier: 'D', batchId: 'b', agency: 'TQ', entry: 'D/', body: {} } })
  for (const [index, { image, hasText, fate, isSecret }] of pages.entries()) {
    const pageId = `D/a.pdf#${index + 1}`
    const page = { pageId, scanId: 'D/a.pdf', dossier: 'D', scanPage: index + 1 }
    await database.page.create({ data: { ...page, body: page } })
    if (image) await database.pageImage.create({ data: { pageId, isBlank: image === 'blank', body: {} } })
    if (hasText) await database.pageText.create({ data: { pageId, body: {} } })
    if (fate) await database.pageFate.create({ data: { pageId, dossier: 'D', fate, body: {} } })
    if (isSecret) await database.secretPaper.create({ data: { pageId, dossier: 'D', level: 'secret' } })
  }
}

describe('the two sums', () => {
  it('equal the number of pages that were dealt with, and what waits is the rest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPage, { maxLength: 6 }), fc.boolean(), async (pages, mayHoldSecret) => {
        await keep(pages, mayHoldSecret)
        const status = await statusOf(scratch.store.database)
        const { total, recognized, blank, unreadable, pending } = status.pages
        const { document, blank: blankFate, separator, orphan, unreadable: unreadableFate } = status.fates
        return (
          recognized + blank + unreadable === total &&
          document + blankFate + separator + orphan + unreadableFate === total &&
          total + pending === pages.length
        )
      }),
      { numRuns: 40 },
    )
  })
})
