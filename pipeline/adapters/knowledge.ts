// Reads schemas/code-lists/ into the knowledge of a run. A list that contradicts itself stops the run before any work.
import {
  BasePayList,
  choiceLists,
  CodeList,
  type CodeListName,
  ConfusionList,
  EarlierPayList,
  FamilyNameList,
  PayList,
  PlaceList,
  RankList,
  RetirementList,
  UsualTextList,
} from '../../schemas/index.ts'
import { sha256 } from '../core/id.ts'
import type { Knowledge, ListIndex } from '../core/knowledge.ts'
import { booksOf } from '../core/knowledge/books.ts'
import { confusionOf } from '../core/knowledge/confusion.ts'
import {
  flawsOfConfusions,
  flawsOfNames,
  flawsOfPay,
  flawsOfPlaces,
  flawsOfRanks,
  flawsOfRetirement,
  flawsOfTexts,
} from '../core/knowledge/flaws.ts'
import { languageOf } from '../core/knowledge/language.ts'
import { flawsOfBasePay, flawsOfEarlierPay, flawsOfList } from '../core/knowledge/list-flaws.ts'
import { listIndex, schoolSpellings } from '../core/knowledge/list-index.ts'
import { payOf } from '../core/knowledge/pay.ts'
import { personNamesOf } from '../core/knowledge/person-names.ts'
import { placesOf } from '../core/knowledge/places.ts'
import { retirementAgeOf } from '../core/knowledge/retirement.ts'
import { listLoader } from './code-lists.ts'

const shipped = new URL('../../schemas/code-lists/', import.meta.url)

export function loadKnowledge(folder: URL = shipped): Knowledge {
  const texts: string[] = []
  const load = listLoader(folder, (text) => texts.push(text))
  const confusion = confusionOf(load('confusions', ConfusionList, flawsOfConfusions))
  const codeLists = named((name) => load(name, CodeList, flawsOfList))
  const lists = named((name) =>
    listIndex(codeLists[name].entries, confusion, name === 'schools' ? schoolSpellings : undefined),
  )
  const payList = load('pay-nd204', PayList, flawsOfPay)
  const ranks = load('ranks', RankList, (list) => flawsOfRanks(list, payList.groups))
  const citizen = load('citizen-places', CodeList, flawsOfList)
  const provinces = new Map(citizen.entries.map(({ code, name }) => [code, name]))
  const placeList = load('places', PlaceList, flawsOfPlaces)
  const usualTexts = load('usual-texts', UsualTextList, flawsOfTexts)
  const earlierPay = load('pay-nd25', EarlierPayList, flawsOfEarlierPay)
  const basePay = load('base-pay', BasePayList, flawsOfBasePay)
  return {
    lists,
    books: booksOf({ codeLists: [...Object.values(codeLists), citizen], ranks, pay: payList, earlierPay, basePay }),
    pay: payOf(payList, ranks, earlierPay, basePay),
    places: placesOf(placeList, confusion),
    citizenPlaces: { province: (code) => provinces.get(code) },
    retirementAge: retirementAgeOf(load('retirement-nd135', RetirementList, flawsOfRetirement)),
    language: languageOf(usualTexts, lists, ranks.entries, placeList, namesIn(lists)),
    personNames: personNamesOf(load('family-names', FamilyNameList, flawsOfNames)),
    digest: sha256(texts.join('\n')),
  }
}

/** Words of the lists a dossier is filled in from; countries and schools would let foreign words pass for right ones. */
const namesIn = (lists: Record<CodeListName, ListIndex>): string[] =>
  choiceLists.flatMap((list) => lists[list].entries.flatMap(({ name, aliases }) => [name, ...aliases]))

function named<T>(make: (name: CodeListName) => T): Record<CodeListName, T> {
  return {
    gender: make('gender'),
    ethnicity: make('ethnicity'),
    religion: make('religion'),
    'political-theory': make('political-theory'),
    'state-management': make('state-management'),
    health: make('health'),
    'blood-group': make('blood-group'),
    'general-education': make('general-education'),
    degrees: make('degrees'),
    'academic-titles': make('academic-titles'),
    'training-modes': make('training-modes'),
    schools: make('schools'),
    languages: make('languages'),
    informatics: make('informatics'),
    'military-ranks': make('military-ranks'),
    awards: make('awards'),
    discipline: make('discipline'),
    ratings: make('ratings'),
    relations: make('relations'),
    countries: make('countries'),
  }
}
