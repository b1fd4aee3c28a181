// Who may import whom: imports point down, and what is outside has one door.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const posixPath = (path: string) => path.replaceAll('\\', '/')

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => posixPath(relative(root, join(entry.parentPath, entry.name))))
    .filter((file) => !file.includes('/generated/'))
    .sort()
}

/** Floor of a file; neighbours on floor 3 never meet. */
const floors: readonly [prefix: string, floor: number, neighbour?: string][] = [
  ['schemas/', 0],
  ['pipeline/core/', 1],
  ['pipeline/rules/', 2],
  ['pipeline/stages/', 3, 'stages'],
  ['pipeline/adapters/', 3, 'adapters'],
  ['pipeline/store/', 3, 'store'],
  ['pipeline/runner/', 4],
  ['pipeline/pipeline.ts', 4],
  ['pipeline/commands/', 5],
  ['pipeline/review/', 5],
  ['pipeline/report/', 5],
  ['pipeline/cli.ts', 6],
]
const floorOf = (file: string) => floors.find(([prefix]) => file.startsWith(prefix))

/** Packages that have one door. */
const doors: readonly [pattern: RegExp, door: string][] = [
  [
    /^(tesseract\.js|sharp|@hyzyla\/pdfium|pdf-lib|@pdf-lib\/fontkit|exceljs|@duckdb\/node-api|read-excel-file(\/\w+)?|yauzl|yazl|saxes|ajv(\/.*)?|xmllint-wasm|pkijs|asn1js|hash-wasm|node:fs(\/promises)?)$/u,
    'pipeline/adapters/',
  ],
  [/^(@prisma\/|prisma$|pg-boss$)/u, 'pipeline/store/'],
  [/^aws4fetch$/u, 'pipeline/adapters/'],
  [/^(hono|hono\/.*|@hono\/.*)$/u, 'pipeline/review/'],
]

interface Import {
  readonly file: string
  readonly target: string
}

const files = [...sources('schemas'), ...sources('pipeline')]
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(?<target>[^']+)'/gu)].map((match) => ({
    file,
    target: match.groups?.target ?? '',
  })),
)
const resolved = ({ file, target }: Import) => posix.join(posix.dirname(file), target)

describe('the floors', () => {
  it('sees the whole program', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(imports.length).toBeGreaterThan(200)
  })

  it('imports point down, and the three neighbours of floor 3 never meet', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .flatMap((each) => {
        const [, from = 9, here] = floorOf(each.file) ?? []
        const [, to = 9, there] = floorOf(resolved(each)) ?? []
        if (to > from || (to === from && here !== there))
          return [`${each.file} imports ${resolved(each)}: imports point down`]
        return []
      })
    expect(wrong).toEqual([])
  })

  it('no stage imports another stage: a stage receives its input, it does not fetch it', () => {
    const stageOf = (file: string) => /^pipeline\/stages\/(?<stage>[^/.]+)/u.exec(file)?.groups?.stage
    const wrong = imports
      .filter(({ file, target }) => target.startsWith('.') && stageOf(file) !== undefined)
      .filter((each) => {
        const other = stageOf(resolved(each))
        return other !== undefined && other !== stageOf(each.file)
      })
    expect(wrong).toEqual([])
  })

  it('what is outside has one door each', () => {
    const wrong = imports.filter(({ file, target }) =>
      doors.some(
        ([pattern, door]) =>
          pattern.test(target) &&
          file.startsWith('pipeline/') &&
          !file.startsWith(door) &&
          !isOwnSettings(file, target),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('schemas import zod and themselves, nothing else', () => {
    const wrong = imports.filter(
      (each) => each.file.startsWith('schemas/') && each.target !== 'zod' && !resolved(each).startsWith('schemas/'),
    )
    expect(wrong).toEqual([])
  })

  it('only the command line touches the process', () => {
    const wrong = files.filter(
      (file) => file !== 'pipeline/cli.ts' && /(?<![-\w])process\.|'node:process'/u.test(withoutComments(file)),
    )
    expect(wrong).toEqual([])
  })

  it('no clock and no chance below the command line', () => {
    const below = files.filter((file) => /^(schemas|pipeline\/(core|rules|stages))\//u.test(file))
    expect(
      below.filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/u.test(withoutComments(file)),
      ),
    ).toEqual([])
  })

  it('no cast but the explained ones', () => {
    const allowed = new Set(['schemas/fields.ts', 'pipeline/rules/rule.ts', 'pipeline/store/records.ts'])
    const casts = files.filter((file) => /\sas (?!const\b)[A-Z{[(\w]/u.test(withoutTexts(file)) && !allowed.has(file))
    expect(casts).toEqual([])
  })
})

/** The command line reads its own settings file. */
function isOwnSettings(file: string, target: string): boolean {
  return target.startsWith('node:fs') && file === 'pipeline/cli.ts'
}

function withoutComments(file: string): string {
  return readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gmu, '')
}

function withoutTexts(file: string): string {
  return withoutComments(file).replaceAll(
    /^import .*$|^\s*[\w$]+ as [\w$]+,?$|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gmu,
    '',
  )
}
