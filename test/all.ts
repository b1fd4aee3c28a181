// What `npm test` runs, and CI with it: types, lint, then every test; ends with the line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const Report = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numFailedTestSuites: z.int() })

function step(name: string, args: readonly string[]): boolean {
  console.log(`\n— ${name}`)
  return (
    spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
  )
}

const folder = mkdtempSync(join(tmpdir(), 'hoso-test-'))
const file = join(folder, 'report.json')
const checks = [step('types', ['tsc', '-p', '.']), step('lint', ['eslint', '.'])]
step('tests', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
rmSync(folder, { recursive: true })

const failedChecks = checks.filter((isGreen) => !isGreen).length
const passed = report.numPassedTests + checks.length - failedChecks
// A suite that cannot even load has no failed tests of its own, yet it failed.
const failed = Math.max(report.numFailedTests, Math.min(report.numFailedTestSuites, 1)) + failedChecks
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > checks.length ? 0 : 1)
