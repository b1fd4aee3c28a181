// Health and figures for those who watch a machine: plain HTTP on this computer alone, nothing of a person in it.
import { createServer } from 'node:http'
import { EnvironmentError } from '../core/errors.ts'

export interface Watched {
  /** Throws or gives false when the work cannot go on. */
  isWell(): Promise<boolean>
  /** Lines of the Prometheus text format. */
  lines(): Promise<readonly string[]>
}

const here = '127.0.0.1'

/** `/health` answers 200 or 503, `/metrics` the figures. */
export async function serveFigures(port: number, watched: Watched): Promise<{ port: number } & AsyncDisposable> {
  const answer = async (path: string | undefined): Promise<[status: number, text: string]> => {
    if (path === '/metrics') return [200, `${(await watched.lines()).join('\n')}\n`]
    if (path !== '/health') return [404, 'not here\n']
    const isWell = await watched.isWell().catch(() => false)
    return isWell ? [200, 'ok\n'] : [503, 'database does not answer\n']
  }
  const server = createServer((request, response) => {
    void answer(request.url)
      .catch((): [number, string] => [503, 'database does not answer\n'])
      .then(([status, text]) => {
        response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text)
      })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new EnvironmentError(`Không mở được cổng ${port}. Hãy chọn cổng khác bằng --metrics-port.`, { cause })),
    )
    server.listen(port, here, resolve)
  })
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
