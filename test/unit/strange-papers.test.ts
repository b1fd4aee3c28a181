// Papers of many offices, written by hand: what is known is named, and what nobody has named is never named surely.
import { expect, it } from 'vitest'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadPaperBook } from '../../pipeline/adapters/paper-kinds.ts'
import { nameGiven, officePapers } from '../../samples/office-papers/office-papers.ts'

const book = { forms: loadForms(), paperBook: loadPaperBook() }
const papers = officePapers()
const named: string[] = []

it.each(papers)('$name is $suits or is left to a person', async (paper) => {
  const given = await nameGiven(paper, 'medium', book)
  if (given !== '-') named.push(paper.name)
  expect([...paper.suits, '-']).toContain(given)
})

it('and most of the known ones are named', () => {
  const known = papers.filter(({ suits }) => !suits.includes('-')).map(({ name }) => name)
  expect(known.length).toBeGreaterThan(50)
  expect(known.filter((name) => named.includes(name)).length / known.length).toBeGreaterThan(0.95)
})
