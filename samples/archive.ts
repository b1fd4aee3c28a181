// Holds the e-dossiers of a workspace to other people's readers: what pdftotext copies out of every page is what `hoso text`
// prints of it, and Apache PDFBox Preflight, where it is installed, calls every PDF/A-1b valid.
//   npx tsx samples/archive.ts WORKSPACE      (apt-get install poppler-utils; libpdfbox2-java libactivation-java libjaxb-api-java)
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ask } from './program.ts'

const Index = z.array(
  z.object({
    dossier: z.string(),
    folder: z.string(),
    papers: z.array(z.object({ path: z.string(), pages: z.array(z.int()) })),
  }),
)
const Texts = z.array(z.object({ page: z.int(), text: z.string() }))
const jars = ['pdfbox2', 'preflight', 'xmpbox', 'fontbox2', 'commons-logging', 'javax.activation', 'jaxb-api']
const classPath = jars.map((jar) => `/usr/share/java/${jar}.jar`)

const [workspace = './workspace'] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'hoso-archive-'))
try {
  const inWorkspace = (words: readonly string[]) => ask([...words, '--workspace', workspace])
  // The plan `state` writes PDF/A-1b, which Preflight knows.
  await inWorkspace(['edossier', '--out', folder, '--naming', 'state'])
  const told = { files: 0, pages: 0, words: 0, differing: Array<string>(), preflight: 'not installed' }
  const paths: string[] = []
  for (const { dossier, papers, folder: own } of Index.parse(
    JSON.parse(await readFile(join(folder, 'e-dossiers.json'), 'utf8')),
  )) {
    if (papers.length === 0) continue
    const texts = Texts.parse(JSON.parse(await inWorkspace(['text', '--dossier', dossier, '--json'])))
    const read = new Map(texts.map(({ page, text }) => [page, wordsOf(text)]))
    for (const { path, pages } of papers) {
      const file = join(folder, own, path)
      paths.push(file)
      const copied = copiedText(file)
      for (const [index, page] of pages.entries()) {
        const words = read.get(page) ?? []
        told.words += words.length
        if (words.join(' ') !== wordsOf(copied[index] ?? '').join(' ')) told.differing.push(`${dossier} ${page}`)
      }
      told.pages += pages.length
    }
  }
  told.files = paths.length
  if (classPath.every((jar) => existsSync(jar))) told.preflight = await preflight(paths)
  console.log(JSON.stringify(told))
  if (told.differing.length > 0 || !/^(?:not installed|0 invalid)/u.test(told.preflight)) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}

function copiedText(file: string): string[] {
  const { error, stdout } = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
  if (error !== undefined) throw error
  return stdout.split('\f')
}

async function preflight(paths: readonly string[]): Promise<string> {
  const list = join(folder, 'list.txt')
  await writeFile(list, `${paths.join('\n')}\n`)
  const words = ['-cp', classPath.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', 'batch', list]
  const { stdout } = spawnSync('java', words, { encoding: 'utf8', maxBuffer: 1 << 26 })
  const valid = [...stdout.matchAll(/is a valid PDF\/A-1b file/gu)].length
  return `${paths.length - valid} invalid of ${paths.length}`
}
