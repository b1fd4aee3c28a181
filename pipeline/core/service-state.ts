// Where a person stands in the service, as the papers of a dossier tell: serving, transferred, left, retired, each step with its
// day and paper. Papers are only ever added, so the history stays and the state moves on.
import type { DraftDocument } from '../../schemas/index.ts'
import { compareIds } from './id.ts'

export interface ServicePaper {
  readonly document: string
  readonly kind: string | undefined
  /** ISO, with its own precision; of effect, else of signing. */
  readonly day: string | undefined
  /** Whether the paper was surely recognised and its day surely read. */
  readonly isSure: boolean
}

export type ServiceStep = 'recruited' | 'moved' | 'transferred' | 'left' | 'retired'

export interface ServiceEvent {
  readonly step: ServiceStep
  readonly day?: string
  readonly document: string
  readonly isSure: boolean
}

export interface Service {
  readonly state: 'serving' | 'transferred' | 'left' | 'retired'
  /** The day and the paper it became so; absent while the person serves as ever. */
  readonly since?: string
  readonly document?: string
  /** False: a person must look before the state is believed. */
  readonly isSure: boolean
  readonly history: ServiceEvent[]
}

/** A decision on transfer may move within the agency; the dossier itself goes only with its transfer slip. */
const steps: Readonly<Record<string, ServiceStep>> = {
  'decision-recruitment': 'recruited',
  'decision-transfer': 'moved',
  'dossier-transfer': 'transferred',
  'decision-leaving': 'left',
  'decision-retirement': 'retired',
}
const states = {
  recruited: 'serving',
  moved: 'serving',
  transferred: 'transferred',
  left: 'left',
  retired: 'retired',
} as const

export function serviceOf(papers: readonly ServicePaper[]): Service {
  const history = papers
    .flatMap(({ kind, day, document, isSure }): ServiceEvent[] => {
      const step = steps[kind ?? '']
      return step === undefined
        ? []
        : [{ step, ...(day !== undefined && { day }), document, isSure: isSure && day !== undefined }]
    })
    .sort((a, b) => compareIds(a.day ?? '9999', b.day ?? '9999'))
  // A paper without a day may be the newest or the oldest: the dated ones speak, and a person must look.
  const last = history.findLast(({ day }) => day !== undefined) ?? history.at(-1)
  const isSure = last === undefined || (last.isSure && history.every(({ day }) => day !== undefined))
  const state = last === undefined ? 'serving' : states[last.step]
  if (last === undefined || state === 'serving') return { state: 'serving', isSure, history }
  return {
    state,
    ...(last.day !== undefined && { since: last.day }),
    document: last.document,
    isSure,
    history,
  }
}

/** The day from which it holds for the person comes before the day it takes effect, and that before the day it was signed. */
const days = ['decisionFrom', 'effectiveDate', 'decisionDate'] as const

export function servicePaperOf({ documentId, kind, values, date, score }: DraftDocument): ServicePaper {
  for (const field of days) {
    const value = values[field]
    if (value?.outcome.status !== 'read' || typeof value.outcome.value !== 'string') continue
    return { document: documentId, kind, day: value.outcome.value, isSure: value.grade === 'good' && score >= surely }
  }
  return { document: documentId, kind, day: date, isSure: false }
}
const surely = 0.75
