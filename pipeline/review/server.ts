// Opens the desk and listens: on this computer alone, or by TLS on the office network.
import { createServer as createTlsServer } from 'node:https'
import { serve } from '@hono/node-server'
import { hashPassword, randomToken } from '../adapters/passwords.ts'
import { reviewAssets } from '../adapters/review-assets.ts'
import { reviewFolder } from '../adapters/review-folder.ts'
import { PipelineError } from '../core/errors.ts'
import { computeDossier, computePersonOf } from '../runner/one-dossier.ts'
import { dataDigests } from '../runner/stamp.ts'
import type { Run } from '../runner/unit.ts'
import type { Tools } from '../core/stage.ts'
import type { RunLog } from '../runner/log.ts'
import { hasAccounts } from '../store/accounts.ts'
import type { Store } from '../store/database.ts'
import { reviewApp } from './app.ts'
import type { Desk } from './desk.ts'
import { createRecompute } from './recompute.ts'
import { createThrottle } from './throttle.ts'

export interface DeskRequest {
  readonly store: Store
  readonly tools: Tools
  readonly log: RunLog
  readonly clock: () => number
  readonly today: () => string
  readonly hosts: readonly string[]
  readonly isSecure: boolean
}

export interface OpenDesk extends AsyncDisposable {
  readonly desk: Desk
}

export async function openDesk(request: DeskRequest): Promise<OpenDesk> {
  const { store, tools, log, clock, today, hosts, isSecure } = request
  const folder = reviewFolder(tools.config.workspace)
  const run: Run = { store, tools, config: tools.config, digests: dataDigests(tools), log, clock }
  let waiting = Promise.resolve()
  const failed = (error: unknown) => tellFailure(log, error)
  const later = (work: () => Promise<void>) => {
    waiting = waiting.then(work).catch(failed)
  }
  const desk: Desk = {
    store,
    run,
    folder,
    auditKey: await folder.auditKey(),
    assets: await reviewAssets(),
    clock,
    today,
    alone: (await hasAccounts(store.database)) ? undefined : { token: randomToken() },
    throttle: createThrottle(),
    hosts: new Set(hosts),
    isSecure,
    later,
    recompute: createRecompute(async (dossier) => {
      const today = { ...run, tools: { ...tools, today: request.today() } }
      await computeDossier(today, dossier)
      later(() => computePersonOf(today, dossier))
    }, failed),
  }
  // The first wrong password must not take longer than the others.
  await hashPassword(randomToken())
  return {
    desk,
    [Symbol.asyncDispose]: async () => {
      await desk.recompute.finish()
      await waiting
    },
  }
}

function tellFailure(log: RunLog, error: unknown): void {
  log.warn('work after a decision failed', {
    error: error instanceof Error ? error.name : typeof error,
    ...(error instanceof PipelineError ? { problem: error.message } : {}),
  })
}

export interface Listening extends AsyncDisposable {
  readonly port: number
}

export interface ListenRequest {
  readonly hostname: string
  readonly port: number
  readonly tls?: { readonly key: string; readonly certificate: string } | undefined
}

export function listen(desk: Desk, { hostname, port, tls }: ListenRequest): Promise<Listening> {
  const app = reviewApp(desk)
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        hostname,
        port,
        ...(tls === undefined
          ? {}
          : { createServer: createTlsServer, serverOptions: { key: tls.key, cert: tls.certificate } }),
      },
      (at) =>
        resolve({
          port: at.port,
          [Symbol.asyncDispose]: () =>
            new Promise<void>((closed) => {
              server.close(() => closed())
              if ('closeAllConnections' in server) server.closeAllConnections()
            }),
        }),
    )
    server.once('error', reject)
  })
}
