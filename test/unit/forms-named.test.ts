// Every form is known for what it is among all others that share its labels, in its own wording and in another office's.
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadPaperBook } from '../../pipeline/adapters/paper-kinds.ts'
import { classify } from '../../pipeline/stages/classify.ts'
import { seeded } from '../../samples/random.ts'
import { factsOf } from '../../samples/typed/measure-forms.ts'
import { typedPages } from '../../samples/typed/typed-pages.ts'
import { wordingOf } from '../../samples/wordings/wording.ts'
import { toolsWith } from '../support/tools.ts'

const tools = toolsWith({ forms: loadForms(), paperBook: loadPaperBook() })
const wordings = readdirSync(new URL('../../samples/wordings/', import.meta.url))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length))

it.each(wordings)('%s, every thirtieth word misread, is one paper of its own form', async (wording) => {
  const form = wording.split('.')[0] ?? wording
  const blocks = wordingOf(wording, factsOf(form, 'named'), { dates: 'padded', height: '1m58' })
  const pages = typedPages(blocks, 0.03, seeded(`named ${wording}`)).map((text, index) => ({
    pageId: text.pageId,
    number: index + 1,
    isBlank: false,
    isUnreadable: false,
    text,
  }))
  const { documents } = await classify.run({ dossier: 'D', pages }, tools)
  expect(documents.map((document) => [document.form, document.pages.length])).toEqual([[form, pages.length]])
})
