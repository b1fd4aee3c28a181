// The workspace on a real scratch folder.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFiles, folderOf } from '../../pipeline/adapters/files.ts'
import { EnvironmentError, UnreadableInput } from '../../pipeline/core/errors.ts'

let scratch = ''
beforeEach(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'hoso-files-'))
})
afterEach(() => rm(scratch, { recursive: true, force: true }))

describe('the folder of a dossier', () => {
  it.each(['..', '../../etc', 'CON', 'a/b\\c', 'tab\there', 'Nguyễn Văn Đạo', '   ', '.', 'x'.repeat(500)])(
    'is a plain name for %j',
    (dossier) => {
      expect(folderOf(dossier)).toMatch(/^([a-z0-9-]{1,40}-)?[0-9a-f]{12}$/)
    },
  )

  it('differs for dossiers that differ in a tone only, and is one for both spellings of the same letters', () => {
    expect(folderOf('Hoàng Thị Sen')).not.toBe(folderOf('Hoàng Thị Sến'))
    expect(folderOf('Hoàng'.normalize('NFD'))).toBe(folderOf('Hoàng'))
  })
})

describe('a delivered file', () => {
  it('is kept unchanged under its hash, with nothing half written beside it', async () => {
    const bytes = randomBytes(300_000)
    const delivered = path.join(scratch, 'Hồ sơ.PDF')
    await writeFile(delivered, bytes)
    const files = createFiles(path.join(scratch, 'workspace'))
    const kept = await files.keepOriginal('A', delivered)
    const again = await files.keepOriginal('A', delivered)
    expect(again).toEqual(kept)
    expect(kept.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(kept.original).toBe(`dossiers/${folderOf('A')}/originals/${kept.sha256}.pdf`)
    expect(Buffer.from(await files.read(kept.original)).equals(bytes)).toBe(true)
    expect(await readdir(path.join(scratch, 'workspace', path.dirname(kept.original)))).toEqual([`${kept.sha256}.pdf`])
  })

  it('is kept once for each dossier that holds it, so that one dossier can be destroyed alone', async () => {
    const delivered = path.join(scratch, 'a.jpg')
    await writeFile(delivered, 'same')
    const files = createFiles(path.join(scratch, 'workspace'))
    const one = await files.keepOriginal('A', delivered)
    const other = await files.keepOriginal('B', delivered)
    expect(one.original).not.toBe(other.original)
    await rm(path.join(scratch, 'workspace', 'dossiers', folderOf('A')), { recursive: true })
    expect(Buffer.from(await files.read(other.original)).toString()).toBe('same')
  })

  it('that is gone is an unreadable input', async () => {
    const files = createFiles(path.join(scratch, 'workspace'))
    await expect(files.keepOriginal('A', path.join(scratch, 'gone.pdf'))).rejects.toBeInstanceOf(UnreadableInput)
  })
})

describe('the workspace', () => {
  it('names derived pages by their bytes and never lets a path lead out', async () => {
    const files = createFiles(path.join(scratch, 'workspace'))
    const page = await files.keepDerived('A', 'png', Buffer.from('pixels'))
    expect(page).toBe(await files.keepDerived('A', 'png', Buffer.from('pixels')))
    expect(() => files.read('../outside')).toThrow(EnvironmentError)
    await expect(files.writeOut(path.join(scratch, 'out'), '../x.json', Buffer.from(''))).rejects.toBeInstanceOf(
      EnvironmentError,
    )
  })

  it('writes a file of a package whole, in folders it makes', async () => {
    const files = createFiles(path.join(scratch, 'workspace'))
    const written = await files.writeOut(path.join(scratch, 'out'), 'dossiers/A.pdf', Buffer.from('pdf'))
    expect(written).toMatchObject({ path: 'dossiers/A.pdf', bytes: 3 })
    expect(await readFile(path.join(scratch, 'out', 'dossiers', 'A.pdf'), 'utf8')).toBe('pdf')
  })

  it('that cannot be written is an environment error', async () => {
    await writeFile(path.join(scratch, 'workspace'), 'a file, no folder')
    const files = createFiles(path.join(scratch, 'workspace'))
    await expect(files.keepDerived('A', 'png', Buffer.from('x'))).rejects.toBeInstanceOf(EnvironmentError)
  })
})
