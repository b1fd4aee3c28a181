// Where the files of a workspace lie: the one place that chooses the shelf.
import { createFiles } from '../adapters/files.ts'
import type { Config } from '../core/config.ts'
import type { Files } from '../core/stage.ts'

export function openFiles(config: Pick<Config, 'workspace'>): Files {
  return createFiles(config.workspace)
}
