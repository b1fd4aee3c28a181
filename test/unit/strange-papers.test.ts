// Papers of many offices, written by hand: what is known is named, and what nobody has named is never named surely.
import { expect, it } from 'vitest'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadPaperBook } from '../../pipeline/adapters/paper-kinds.ts'
import { nameGiven, officePapers } from '../../samples/office-papers/office-papers.ts'

const book = { forms: loadForms(), paperBook: loadPaperBook() }
const papers = officePapers()
const known = papers.filter(({ suits }) => !suits.includes('-'))

it.each(papers)('$name is $suits or is left to a person', async (paper) => {
  expect([...paper.suits, '-']).toContain(await nameGiven(paper, 'medium', book))
})

it('most of the known ones are named', async () => {
  const named = []
  for (const paper of known) if (paper.suits.includes(await nameGiven(paper, 'light', book))) named.push(paper)
  expect(known.length).toBeGreaterThan(50)
  expect(named.length / known.length).toBeGreaterThan(0.95)
})
