// The JSON Schema (2020-12) of one record of a message, derived from the profile: what an independent reader holds a package to.
import type { MessageKind, Profile, ProfileElement, ProfileSection } from '../../../schemas/index.ts'
import { allowedIn, type Lists } from './fit-value.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

export function jsonSchemaOf(profile: Profile, kind: MessageKind, lists: Lists): JsonSchema {
  const { sections, vi } = profile.messages[kind]
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:hoso:${profile.profile}:${profile.version}:${kind}`,
    title: vi,
    ...objectOf(
      sections.map((section) => [section.name, sectionSchema(section, profile, lists)]),
      sections.map(({ name }) => name),
    ),
  }
}

function sectionSchema(section: ProfileSection, profile: Profile, lists: Lists): JsonSchema {
  const cells = objectOf(
    section.elements.map((element) => [element.name, elementSchema(element, profile, lists)]),
    section.elements.filter(({ mandatory }) => mandatory === true).map(({ name }) => name),
  )
  return section.kind === 'group' ? { title: section.vi, ...cells } : { title: section.vi, type: 'array', items: cells }
}

const objectOf = (properties: readonly (readonly [string, JsonSchema])[], required: readonly string[]): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(properties),
  ...(required.length === 0 ? {} : { required }),
})

function elementSchema(element: ProfileElement, profile: Profile, lists: Lists): JsonSchema {
  const title = { title: element.vi }
  if (element.type === 'integer') return { ...title, type: 'integer' }
  if (element.type === 'decimal') return { ...title, type: 'number' }
  const list = element.type === 'code' ? profile.codeLists[element.list ?? ''] : undefined
  if (list !== undefined) return { ...title, type: 'string', enum: allowedIn(list, lists) }
  const pattern = patternOf(element, profile)
  return {
    ...title,
    type: 'string',
    minLength: 1,
    ...(element.maxLength === undefined ? {} : { maxLength: element.maxLength }),
    ...(pattern === undefined ? {} : { pattern: `^(?:${pattern})$` }),
  }
}

const dateParts = {
  'yyyy-MM-dd': { year: '[0-9]{4}', month: '[0-9]{4}-[0-9]{2}', day: '[0-9]{4}-[0-9]{2}-[0-9]{2}' },
  'dd/MM/yyyy': { year: '[0-9]{4}', month: '[0-9]{2}/[0-9]{4}', day: '[0-9]{2}/[0-9]{2}/[0-9]{4}' },
  yyyyMMdd: { year: '[0-9]{4}', month: '[0-9]{6}', day: '[0-9]{8}' },
} as const
const finer = { year: ['year', 'month', 'day'], month: ['month', 'day'], day: ['day'] } as const

/** What the whole text must be, in the part of the language that XSD and JavaScript share; undefined where all may stand. */
export function patternOf(element: ProfileElement, { date }: Profile): string | undefined {
  if (element.type !== 'date') return element.pattern ?? (element.type === 'digits' ? '[0-9]+' : undefined)
  const forms: string[] = finer[element.precision ?? 'year'].map((part) => dateParts[date][part])
  return [...forms, ...(element.untilNow === undefined ? [] : [escaped(element.untilNow)])].join('|')
}

/** Every sign that means something in a pattern stands in brackets; a word of the receiver's is only itself. */
const escaped = (text: string): string => text.replaceAll(/[.*+?(){}|[\]]/gu, (sign) => `[${sign}]`)
