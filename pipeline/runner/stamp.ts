// The stamp of a unit: equal stamps mean that running the stage again would give what is there already.
import type { Config } from '../core/config.ts'
import { canonicalJson, sha256 } from '../core/id.ts'
import type { Stage, StageData, Tools } from '../core/stage.ts'
import { ruleBook } from '../rules/render.ts'

/** The rules come after all reading: only the stages that name them depend on them. */
const allData: readonly StageData[] = ['knowledge', 'forms', 'linkageModel']

/** Made once a run. */
export function dataDigests({
  knowledge,
  forms,
  paperBook,
  linkageModel,
  grading,
}: Pick<Tools, 'knowledge' | 'forms' | 'paperBook' | 'linkageModel' | 'grading'>): Record<StageData, string> {
  return {
    knowledge: knowledge.digest,
    forms: sha256(canonicalJson(forms)),
    paperBook: sha256(canonicalJson(paperBook)),
    linkageModel: sha256(canonicalJson(linkageModel)),
    grading: sha256(canonicalJson(grading)),
    // What a rule checks is code: a change of it that the book does not show raises the version of `validate`.
    rules: sha256(canonicalJson(ruleBook())),
  }
}

/** What of a stage makes its output what it is, besides the input. */
export type Stamped = Pick<Stage<unknown, unknown>, 'name' | 'version' | 'settings' | 'reads'>

export function stampOf(
  stage: Stamped,
  input: unknown,
  config: Config,
  digests: Readonly<Record<StageData, string>>,
): string {
  const settings = Object.fromEntries((stage.settings ?? []).map((name) => [name, config[name]]))
  const data = Object.fromEntries((stage.reads ?? allData).map((name) => [name, digests[name]]))
  return sha256(canonicalJson([stage.name, stage.version, settings, data, input]))
}
