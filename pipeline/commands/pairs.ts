// Who may be whom: the candidate pairs, and why one of them is what it is.
import type { CandidatePair, LinkageModel } from '../../schemas/index.ts'
import { loadLinkageModel } from '../adapters/linkage-model.ts'
import type { Config } from '../core/config.ts'
import { UsageError } from '../core/errors.ts'
import { bitsInVietnamese, explained } from '../core/linkage/explain.ts'
import { linkageLines } from '../core/linkage/report-lines.ts'
import { weighedPair } from '../runner/weigh-pair.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { candidatePairs, linkageReport } from '../store/pairs.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { printArray } from './queries.ts'

const bands = {
  vi: { same: 'một người', review: 'chờ rà soát', distinct: 'hai người' },
  en: { same: 'one person', review: 'for review', distinct: 'two people' },
} as const

export const pairs: Command = {
  name: 'pairs',
  vi: 'In các cặp hồ sơ nghi trùng với trọng số khớp và từng phần của nó.',
  en: 'Print candidate pairs with their match weights, part by part.',
  options: [json],
  examples: ['hoso pairs', 'hoso pairs --json'],
  run: async ({ options, config, terminal }) => {
    await using store = await openWorkspace(config, terminal.environment)
    const model = await loadLinkageModel()
    if (options.json) {
      await printArray(terminal.out, withReasons(model, candidatePairs(store.database)))
      return exitCodes.done
    }
    const report = await linkageReport(store.database)
    if (report) terminal.out(`${linkageLines(report, config.lang).join('\n')}\n`)
    for await (const pair of candidatePairs(store.database)) terminal.out(`${headOf(pair, config.lang).join('\t')}\n`)
    return exitCodes.done
  },
}

export const pair: Command = {
  name: 'pair',
  vi: 'Giải thích vì sao hai hồ sơ được coi là một người hoặc không.',
  en: 'Explain why two dossiers are held to be one person or not.',
  argument: '<hồ-sơ...>',
  options: [json],
  examples: ['hoso pair 001-clean 002-stamp', 'hoso pair 001-clean 002-stamp --json'],
  run: async ({ words, options, config, terminal }) => {
    const [one, other, ...more] = words.map((word) => word.normalize('NFC'))
    if (one === undefined || other === undefined || more.length > 0 || one === other)
      throw new UsageError('Cần đúng hai mã hồ sơ khác nhau. Ví dụ: hoso pair 001-clean 002-stamp.')
    await using store = await openWorkspace(config, terminal.environment)
    const model = await loadLinkageModel()
    const found = await weighedPair(store.database, model, one, other)
    if (found === undefined)
      throw new UsageError('Không có hồ sơ nào mang một trong hai mã này. Xem các mã bằng `hoso records`.')
    const told = { ...found, evidence: explained(model, found) }
    if (options.json) printJson(terminal, told)
    else terminal.out(`${pairLines(model, told, config.lang).join('\n')}\n`)
    return exitCodes.done
  },
}

async function* withReasons(model: LinkageModel, all: AsyncIterable<CandidatePair>) {
  for await (const one of all) yield { ...one, evidence: explained(model, one) }
}

function headOf({ a, b, band, weight, veto }: CandidatePair, lang: Config['lang']): string[] {
  return [a, b, bands[lang][band], bitsInVietnamese(weight), ...(veto === undefined ? [] : [veto])]
}

type Told = Omit<CandidatePair, 'evidence'> & { readonly evidence: ReturnType<typeof explained> }

/** The waterfall: each summand with its bits, then the sum and what speaks for or against joining. */
export function pairLines(model: LinkageModel, told: Told, lang: Config['lang']): string[] {
  const column = (bits: number) => bitsInVietnamese(bits).padStart(8)
  const proof = model.sameWhen.find((one) => one.class === told.class)
  const vi = lang === 'vi'
  const decided = vi ? 'Đã có quyết định của cán bộ rà soát.' : 'Decided by a steward.'
  return [
    `${told.a} — ${told.b}: ${bands[lang][told.band]}`,
    ...told.evidence.map((summand) => `${column(summand.weight)}  ${summand.vi}`),
    `${column(told.weight)}  ${vi ? 'Tổng trọng số' : 'Match weight'}`,
    ...(proof ? [`${vi ? 'Căn cứ' : 'Basis'} ${proof.class}: ${proof.vi}.`] : []),
    ...(told.veto === undefined ? [] : [told.veto]),
    ...(told.decisionId === undefined ? [] : [decided]),
  ]
}
