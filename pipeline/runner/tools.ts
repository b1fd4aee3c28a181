// Joins the stages' ports to the adapters. One set of tools a run; disposed when the run ends.
import { join } from 'node:path'
import { duckdbLinker } from '../adapters/duckdb/table.ts'
import { createWorkbookWriter } from '../adapters/exceljs.ts'
import { loadForms } from '../adapters/forms.ts'
import { loadGrading } from '../adapters/grading.ts'
import { loadKnowledge } from '../adapters/knowledge.ts'
import { loadLinkageModel } from '../adapters/linkage-model.ts'
import { loadPaperBook } from '../adapters/paper-kinds.ts'
import { createPdfWriter } from '../adapters/pdf-lib.ts'
import { createScanReader } from '../adapters/scan-reader.ts'
import type { Config } from '../core/config.ts'
import type { Log, Tools } from '../core/stage.ts'
import type { Store } from '../store/database.ts'
import { openFiles } from './open-files.ts'
import { registerOf } from './register.ts'

export async function openTools(
  config: Config,
  given: { store: Store; today: string; log: Log; signal: AbortSignal },
): Promise<Tools & AsyncDisposable> {
  const files = openFiles(config, given.store)
  const scanReader = createScanReader(config, files)
  return {
    config,
    knowledge: loadKnowledge(),
    forms: loadForms(config.forms),
    paperBook: loadPaperBook(),
    linkageModel: await loadLinkageModel(),
    grading: loadGrading(),
    today: given.today,
    files,
    scanReader,
    linker: duckdbLinker({ spillFolder: join(config.workspace, 'spill'), threads: config.workers }),
    register: registerOf(given.store, config),
    pdfWriter: createPdfWriter(),
    workbookWriter: createWorkbookWriter(),
    log: given.log,
    signal: given.signal,
    [Symbol.asyncDispose]: () => scanReader[Symbol.asyncDispose](),
  }
}
