// `npx tsx samples/office-papers.ts`: papers of other offices, written by hand, named by the real stage in three qualities of
// page text; tells each that was named wrongly or not at all.
import { loadForms } from '../pipeline/adapters/forms.ts'
import { loadPaperBook } from '../pipeline/adapters/paper-kinds.ts'
import { nameGiven, officePapers } from './office-papers/office-papers.ts'

const book = { forms: loadForms(), paperBook: loadPaperBook() }
for (const profile of ['light', 'medium', 'heavy'] as const) {
  const sum = { right: 0, open: 0, wrong: 0 }
  for (const paper of officePapers()) {
    const given = await nameGiven(paper, profile, book)
    const told = paper.suits.includes(given) ? 'right' : given === '-' ? 'open' : 'wrong'
    sum[told] += 1
    if (told !== 'right') console.log(`${profile} ${told}: ${paper.name} ${paper.suits.join('|')} as ${given}`)
  }
  console.log(`${profile}: ${sum.right} right, ${sum.open} left to a person, ${sum.wrong} wrong`)
}
