import { describe, expect, it } from 'vitest'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadPaperBook } from '../../pipeline/adapters/paper-kinds.ts'
import { classify } from '../../pipeline/stages/classify.ts'
import type { PageText } from '../../schemas/index.ts'
import { pageText } from '../support/page-text.ts'
import {
  appointment,
  birthCertificate,
  letter,
  payRiseAsList,
  payRiseAsSentence,
  revocation,
} from '../support/papers/decision.ts'
import { compactResumePages } from '../support/papers/compact-resume.ts'
import { hereby, listed } from '../support/papers/office-decision.ts'
import { officeResumePages } from '../support/papers/office-resume.ts'
import { resume, resumePages } from '../support/papers/resume.ts'
import { toolsWith } from '../support/tools.ts'

const forms = loadForms()
const paperBook = loadPaperBook()

/** The pages in order; a drawing, `blank` or `unreadable`. */
async function classified(pages: readonly string[]) {
  const input = pages.map((page, index) => {
    const pageId = `D/scan.pdf#${index + 1}`
    const isText = page !== 'blank' && page !== 'unreadable'
    const text: { text?: PageText } = isText ? { text: pageText(page, { pageId }) } : {}
    return { pageId, number: index + 1, isBlank: page === 'blank', isUnreadable: page === 'unreadable', ...text }
  })
  const { documents, fates } = await classify.run({ dossier: 'D', pages: input }, toolsWith({ forms, paperBook }))
  return {
    fates: fates.map(({ fate }) => fate),
    documents: documents.map(({ form, pages }) => `${form} ${pages.map((id) => id.split('#')[1]).join(',')}`),
    found: documents,
  }
}

describe('cutting a dossier into papers', () => {
  it('finds the résumé over its pages and the decision behind it', async () => {
    const { documents, fates, found } = await classified([...resumePages, payRiseAsList])
    expect(documents).toEqual(['2c-bnv-2008 1,2,3,4', 'decision-pay-rise 5'])
    expect(fates).toEqual(['document', 'document', 'document', 'document', 'document'])
    expect(found[0]?.score).toBeGreaterThan(0.9)
    expect(found[0]?.documentId).toBe('D@D/scan.pdf#1')
  })

  it('is not cut by blank or unreadable pages between, which belong to nothing', async () => {
    const [one, two, three, four] = resumePages
    const { documents, fates } = await classified([one, 'blank', two, 'unreadable', three, four])
    expect(documents).toEqual(['2c-bnv-2008 1,3,5,6'])
    expect(fates).toEqual(['document', 'blank', 'document', 'unreadable', 'document', 'document'])
  })

  it('tells two résumés and two decisions apart', async () => {
    const { documents } = await classified([...resumePages, ...resumePages, payRiseAsList, payRiseAsSentence])
    expect(documents).toEqual([
      '2c-bnv-2008 1,2,3,4',
      '2c-bnv-2008 5,6,7,8',
      'decision-pay-rise 9',
      'decision-pay-rise 10',
    ])
  })

  it('tells résumés of three offices and the decisions between and before them apart', async () => {
    const pages = [hereby, ...officeResumePages, listed, payRiseAsList, ...compactResumePages, ...resumePages]
    const { documents } = await classified(pages)
    expect(documents).toEqual([
      'decision-pay-rise 1',
      '2c-bnv-2008 2,3,4',
      'decision-pay-rise 5',
      'decision-pay-rise 6',
      '2c-bnv-2008 7,8,9',
      '2c-bnv-2008 10,11,12,13',
    ])
  })

  it('takes up the résumé again behind a paper that lies between its pages', async () => {
    const [one, two, three, four] = resumePages
    const { documents, fates } = await classified([one, two, birthCertificate, three, four])
    expect(documents).toEqual(['2c-bnv-2008 1,2,4,5', 'birth-certificate 3'])
    expect(fates[2]).toBe('document')
  })
})

describe('papers of another kind', () => {
  it.each([
    ['an official letter that speaks of pay rises', letter],
    ['the revocation of a pay rise', revocation],
  ])('%s stays with nobody, alone or behind a résumé', async (_name, paper) => {
    expect((await classified([paper])).fates).toEqual(['orphan'])
    const behind = await classified([resumePages[0], paper])
    expect(behind.documents).toEqual(['2c-bnv-2008 1'])
    expect(behind.fates).toEqual(['document', 'orphan'])
  })

  it('a form code alone decides nothing', async () => {
    const note = 'Mẫu 2C-BNV/2008\n\nTôi đã nhận đủ hồ sơ của đồng chí Hằng gồm bốn trang, chưa kiểm tra nội dung.'
    expect((await classified([note])).fates).toEqual(['orphan'])
  })

  it('a page of a few stray words is nobody’s and ends nothing', async () => {
    const [one, two] = resumePages
    const { documents, fates } = await classified([one, 'Ảnh 4x6', two])
    expect(documents).toEqual(['2c-bnv-2008 1,3'])
    expect(fates[1]).toBe('orphan')
  })
})

describe('papers of a kind that no form reads', () => {
  it.each([
    ['a birth certificate', birthCertificate, 'birth-certificate'],
    ['an appointment to a rank whose grounds name a pay rise', appointment, 'decision-rank'],
  ])('%s is named by its title and subject, alone or behind a résumé', async (_name, paper, kind) => {
    const alone = await classified([paper])
    expect(alone.found.map((document) => document.kind)).toEqual([kind])
    const behind = await classified([resumePages[0], paper])
    expect(behind.found.map((document) => document.kind)).toEqual(['resume', kind])
  })
})

describe('badly read pages', () => {
  it('are known by their labels when the title is lost', async () => {
    const untitled = resume().map((page) => ({
      ...page,
      lines: page.lines.filter(({ words }) => !['SƠ', 'YẾU', 'LỊCH'].includes(words[0]?.text ?? '')),
    }))
    const pages = untitled.map((text, index) => ({
      pageId: text.pageId,
      number: index + 1,
      isBlank: false,
      isUnreadable: false,
      text,
    }))
    const { documents } = await classify.run({ dossier: 'D', pages }, toolsWith({ forms, paperBook }))
    expect(documents.map(({ form, pages }) => [form, pages.length])).toEqual([['2c-bnv-2008', 4]])
  })
})
