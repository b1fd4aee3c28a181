// The committed samples as recipes: each proves one thing (README.md says which).
import type { Recipe } from './dossier.ts'
import { layouts } from './draw/layouts.ts'

const read = { outcome: 'read', held: false, findings: [] } satisfies Recipe['expected']
const failed = { outcome: 'failed', held: false, findings: [] } satisfies Recipe['expected']
/** Readable, moderate: what samples that prove something else are scanned with. */
const plain = { dpi: 200, colour: 'grey', skew: 0.3, shade: 0.05, noise: 2.5, blur: 0, shadow: false, quality: 64 } as const

export const recipes: readonly Recipe[] = [
  { dossier: '001-clean', person: '001', layout: layouts.official, profile: 'clean', papers: ['form', 'decision'], container: 'pdf', years: [2016, 2020], expected: read },
  {
    dossier: '002-skewed', person: '002', wishes: { ethnicity: 'Hmông', gender: 'Nam' }, layout: layouts.software, profile: 'medium', papers: ['form', 'decision'], container: 'pdf', years: [2021, 2025],
    damage: { dpi: 200, skew: -2.6, shade: 0.15, noise: 6, blur: 0.5, quality: 60 }, expected: read,
  },
  {
    dossier: '003-seal-over-name', person: '003', wishes: { ethnicity: 'Tày', gender: 'Nữ' }, layout: layouts.official, profile: 'light', papers: ['form', 'decision'], container: 'pdf',
    sealOverName: true, damage: { dpi: 200, colour: 'colour' }, expected: read,
  },
  {
    dossier: '004-rotated-pages', person: '004', wishes: { ethnicity: 'Dao' }, layout: layouts.dense, profile: 'light', papers: ['form', 'decision'], container: 'pdf',
    damage: plain, turns: { 2: 180, 3: 90 }, expected: read,
  },
  { dossier: '005-blank-page', person: '005', layout: layouts.modern, profile: 'light', papers: ['form', 'decision'], blankPage: 3, container: 'folder', damage: plain, expected: read },
  {
    dossier: '006-same-person-1', person: '006', wishes: { moves: true, gender: 'Nữ', ethnicity: 'Tày' }, layout: layouts.official, profile: 'light', papers: ['form'], container: 'pdf', years: [2009, 2015],
    damage: plain, expected: read,
  },
  {
    dossier: '007-same-person-2', person: '006', wishes: { moves: true, gender: 'Nữ', ethnicity: 'Tày' }, layout: layouts.software, profile: 'light', papers: ['form'], container: 'pdf', years: [2021, 2025],
    damage: plain, expected: read,
  },
  {
    dossier: '008-contradiction', person: '008', layout: layouts.retyped, profile: 'light', papers: ['form', 'decision'], container: 'pdf', damage: plain,
    contradiction: { decisionFromStep: 3, decisionFromCoefficient: 3, decisionSalaryStep: 4, decisionSalaryCoefficient: 3.33 },
    expected: { ...read, held: true, findings: ['decision_disagrees_salary_step', 'decision_disagrees_salary_coefficient'] },
  },
  { dossier: '009-not-a-form', person: '009', layout: layouts.official, profile: 'light', papers: ['letter'], container: 'pdf', damage: plain, expected: { ...read, findings: ['page_unclassified'] } },
  { dossier: '010-encrypted', person: '010', layout: layouts.official, profile: 'light', papers: ['decision'], container: 'encrypted', damage: plain, expected: failed },
  { dossier: '011-broken', person: '011', layout: layouts.dense, profile: 'light', papers: ['decision'], container: 'broken', damage: plain, expected: failed },
  {
    dossier: '012-one-bit', person: '012', wishes: { ethnicity: 'Nùng' }, layout: layouts.dense, profile: 'heavy', papers: ['form', 'decision'], container: 'tiff',
    damage: { dpi: 200, colour: 'bitonal', skew: 0.4, shade: 0.05, noise: 5, blur: 0.4, shadow: false }, expected: read,
  },
  {
    dossier: '013-blank-mandatory', person: '013', layout: layouts.official, profile: 'light', papers: ['form'], leftEmpty: ['birthDate', 'citizenId'], container: 'pdf', damage: plain,
    expected: { ...read, held: true, findings: ['required_field_blank'] },
  },
]
