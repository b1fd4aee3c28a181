import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findDelivered } from '../../pipeline/adapters/delivery.ts'
import { UsageError } from '../../pipeline/core/errors.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-delivery-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), path)
  }
}
const found = async () => {
  const { dossiers, skipped } = await findDelivered(folder, join(folder, 'workspace'))
  return {
    dossiers: dossiers.map(({ entry, name, files }) => [entry, name, ...files.map(({ path }) => path)]),
    skipped,
  }
}

describe('a delivered folder', () => {
  it('holds a dossier a folder and a dossier a file, files sorted as a person would', async () => {
    await put('B.pdf', 'A/10.jpg', 'A/2.jpg', 'A/phụ lục/1.jpg')
    expect(await found()).toEqual({
      dossiers: [
        ['A/', 'A', '2.jpg', '10.jpg', 'phụ lục/1.jpg'],
        ['B.pdf', 'B', 'B.pdf'],
      ],
      skipped: 0,
    })
  })

  it('is read without what Windows and macOS leave behind, and without the workspace in it', async () => {
    await put('A/1.jpg', 'A/Thumbs.db', 'A/.DS_Store', 'desktop.ini', '~$A.docx', 'workspace/pages/x.jpg')
    expect(await found()).toEqual({ dossiers: [['A/', 'A', '1.jpg']], skipped: 4 })
  })

  it('gives names in NFC, and parts two spellings of one name', async () => {
    await put(`A/${'đề.jpg'.normalize('NFD')}`, 'A/đề.jpg', 'Hồ.pdf'.normalize('NFD'))
    expect((await found()).dossiers).toEqual([
      ['A/', 'A', 'đề.jpg', 'đề.jpg~2'],
      ['Hồ.pdf'.normalize('NFD'), 'Hồ', 'Hồ.pdf'],
    ])
  })

  it('does not run in circles through links', async () => {
    await put('A/1.jpg')
    await symlink(join(folder, 'A'), join(folder, 'A', 'loop'))
    const [dossier] = (await findDelivered(folder, 'elsewhere')).dossiers
    expect(dossier?.files.length).toBeLessThan(20)
  })

  it('that is none is a wrong use', async () => {
    await put('A.pdf')
    await expect(findDelivered(join(folder, 'none'), 'w')).rejects.toThrow(UsageError)
    await expect(findDelivered(join(folder, 'A.pdf'), 'w')).rejects.toThrow(UsageError)
  })

  it('keeps an empty folder as a dossier whose papers are missing', async () => {
    await mkdir(join(folder, 'C'))
    expect((await found()).dossiers).toEqual([['C/', 'C']])
  })
})
