// Reads a model as a person wrote it: unknown keys, columns and levels are told with their place before anything runs.
import { z } from 'zod'
import { type Condition, LinkageModel } from '../../../schemas/linkage-model.ts'
import { UsageError } from '../errors.ts'
import { standardiserOf } from './standardise.ts'

/** `name` is the file, for the message. */
export function checkedModel(written: unknown, name: string): LinkageModel {
  const parsed = LinkageModel.safeParse(written)
  if (!parsed.success) throw new UsageError(`Mô hình ghép cặp ${name} sai ở ${placesOf(parsed.error)}. ${SEE_HELP}`)
  const problem = problemsOf(parsed.data)[0]
  if (problem !== undefined) throw new UsageError(`Mô hình ghép cặp ${name}: ${problem}. ${SEE_HELP}`)
  return parsed.data
}

const SEE_HELP = 'Sửa tệp mô hình; xem ví dụ bằng lệnh hoso link --help.'

const placesOf = (error: z.ZodError) =>
  error.issues
    .slice(0, 3)
    .map(({ path, message, ...rest }) => {
      const keys = 'keys' in rest && Array.isArray(rest.keys) ? `: ${rest.keys.join(', ')}` : ''
      return `"${path.join('.')}" (${message}${keys})`
    })
    .join('; ')

function problemsOf(model: LinkageModel): string[] {
  const lists = [...model.blocking, ...model.estimation.certain, ...(model.estimation.rounds ?? [])]
  const named = [
    ...lists.flat(),
    ...(model.neverWithin === undefined ? [] : [model.neverWithin]),
    ...model.comparisons.flatMap(({ needs = [], levels }) => [
      ...needs,
      ...levels.flatMap(({ when, termFrequency }) => [
        ...(when ? columnsOf(when) : []),
        ...(termFrequency === undefined ? [] : [termFrequency]),
      ]),
    ]),
  ]
  return [
    ...named.filter((column) => !(column in model.columns)).map((column) => `không có cột "${column}" trong "columns"`),
    ...Object.entries(model.columns).flatMap(([name, column]) => stepProblems(name, column)),
    ...comparisonProblems(model),
    ...patternProblems(model),
  ]
}

/** Every column that a condition looks at. */
export function columnsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(columnsOf)
  if ('any' in condition) return condition.any.flatMap(columnsOf)
  if ('not' in condition) return columnsOf(condition.not)
  return Object.values(condition)
    .flat()
    .filter((value): value is string => typeof value === 'string')
}

function stepProblems(name: string, column: LinkageModel['columns'][string]): string[] {
  try {
    standardiserOf([column])
    return []
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return [`biểu thức chính quy của cột "${name}" không hợp lệ`]
  }
}

function comparisonProblems({ comparisons }: LinkageModel): string[] {
  const names = comparisons.map(({ comparison }) => comparison)
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  return [
    ...twice.map((name) => `so sánh "${name}" có hai lần`),
    ...comparisons.flatMap(({ comparison, levels }) => {
      const open = levels.slice(0, -1).filter(({ when }) => !when)
      const isClosed = levels.at(-1)?.when !== undefined
      const same = levels.filter(({ level }, at) => levels.findIndex((other) => other.level === level) !== at)
      return [
        ...open.map(({ level }) => `mức "${level}" của "${comparison}" thiếu "when" (chỉ mức cuối không có)`),
        ...(isClosed ? [`mức cuối của "${comparison}" phải không có "when"`] : []),
        ...same.map(({ level }) => `mức "${level}" của "${comparison}" có hai lần`),
        ...(levels.some(({ level }) => level === 'missing') ? [`"${comparison}": "missing" là tên dành riêng`] : []),
      ]
    }),
  ]
}

function patternProblems({ comparisons, sameWhen, vetoes, mustReview }: LinkageModel): string[] {
  const levels = new Map(comparisons.map((one) => [one.comparison, one.levels.map(({ level }) => level)]))
  const patterns = [
    ...sameWhen.map(({ when }) => when),
    ...vetoes.map(({ when }) => when),
    ...mustReview.map(({ when }) => when),
  ]
  return patterns
    .flatMap((pattern) => Object.entries(pattern))
    .flatMap(([comparison, accepted]) =>
      accepted
        .filter((level) => level !== 'missing' && !levels.get(comparison)?.includes(level))
        .map((level) => `không có mức "${level}" của so sánh "${comparison}"`),
    )
}
