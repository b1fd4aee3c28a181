// Reads schemas/code-lists/ into the knowledge of a run. A list that contradicts itself stops the run before any work.
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import {
  type ChoiceList,
  CodeList,
  FamilyNameList,
  PayList,
  PlaceList,
  RankList,
  UsualTextList,
} from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'
import { sha256 } from '../core/id.ts'
import type { Knowledge, ListIndex } from '../core/knowledge.ts'
import {
  flawsOfEntries,
  flawsOfNames,
  flawsOfPay,
  flawsOfPlaces,
  flawsOfRanks,
  flawsOfTexts,
} from '../core/knowledge/flaws.ts'
import { languageOf } from '../core/knowledge/language.ts'
import { listIndex } from '../core/knowledge/list-index.ts'
import { personNamesOf } from '../core/knowledge/person-names.ts'
import { placesOf } from '../core/knowledge/places.ts'

const shipped = new URL('../../schemas/code-lists/', import.meta.url)

export function loadKnowledge(folder: URL = shipped): Knowledge {
  const texts: string[] = []
  const load = <T>(name: string, shape: z.ZodType<T>, flawsOf: (list: T) => readonly string[]): T => {
    const text = textOf(name, folder)
    texts.push(text)
    return checked(name, text, shape, flawsOf)
  }
  const lists = choiceIndexes((name) =>
    listIndex(load(name, CodeList, ({ entries }) => flawsOfEntries(entries)).entries),
  )
  const { groups } = load('pay-nd204', PayList, flawsOfPay)
  const { entries: allRanks } = load('ranks', RankList, (list) => flawsOfRanks(list, groups))
  const ranks = new Map(allRanks.map((rank) => [rank.code, rank]))
  const citizen = load('citizen-places', CodeList, ({ entries }) => flawsOfEntries(entries))
  const provinces = new Map(citizen.entries.map(({ code, name }) => [code, name]))
  const placeList = load('places', PlaceList, flawsOfPlaces)
  const usualTexts = load('usual-texts', UsualTextList, flawsOfTexts)
  return {
    lists,
    pay: {
      groups,
      ranks: allRanks,
      group: (name) => groups.find(({ group }) => group === name),
      rank: (code) => ranks.get(code),
    },
    places: placesOf(placeList),
    citizenPlaces: { province: (code) => provinces.get(code) },
    language: languageOf(usualTexts, allRanks, placeList, namesIn(lists)),
    personNames: personNamesOf(load('family-names', FamilyNameList, flawsOfNames)),
    digest: sha256(texts.join('\n')),
  }
}

const namesIn = (lists: Record<ChoiceList, ListIndex>): string[] =>
  Object.values(lists).flatMap(({ entries }) => entries.flatMap(({ name, aliases }) => [name, ...aliases]))

function choiceIndexes(load: (name: ChoiceList) => ListIndex): Record<ChoiceList, ListIndex> {
  return {
    gender: load('gender'),
    ethnicity: load('ethnicity'),
    religion: load('religion'),
    'political-theory': load('political-theory'),
    'state-management': load('state-management'),
    health: load('health'),
    'blood-group': load('blood-group'),
  }
}

function textOf(name: string, folder: URL): string {
  try {
    return readFileSync(new URL(`${name}.json`, folder), 'utf8')
  } catch (cause) {
    throw new EnvironmentError(`Không đọc được danh mục ${name}. Hãy cài đặt lại chương trình.`, { cause })
  }
}

function checked<T>(name: string, text: string, shape: z.ZodType<T>, flawsOf: (list: T) => readonly string[]): T {
  const wrong = (flaws: readonly string[], cause?: unknown) =>
    new EnvironmentError(
      `Danh mục ${name} bị sai: ${flaws.slice(0, 5).join('; ')}. Hãy sửa tệp schemas/code-lists/${name}.json.`,
      { cause },
    )
  const parsed = shape.safeParse(jsonOf(text))
  if (!parsed.success)
    throw wrong(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
      parsed.error,
    )
  const flaws = flawsOf(parsed.data)
  if (flaws.length > 0) throw wrong(flaws)
  return parsed.data
}

/** What is no JSON has no shape either: the shape then says what is wrong. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
