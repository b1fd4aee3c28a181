// What a page of the station is: data for the table of routes and one function. The server does the rest before it is called:
// session, forms' token, right, agency.
import type { Right } from '../core/rights.ts'
import type { Visit } from './visit.ts'

/** What the parameters of the path name; the server looks up whose it is before the page is asked. */
export type Subject = 'none' | 'dossier' | 'page' | 'pair' | 'person' | 'batch'

/** The parameters by which a subject is named. */
export const subjectParams: Readonly<Record<Subject, readonly string[]>> = {
  none: [],
  dossier: ['dossier'],
  page: ['page'],
  pair: ['a', 'b'],
  person: ['person'],
  batch: ['batch'],
}

export interface Route {
  readonly method: 'GET' | 'POST'
  /** As hono writes it: `/dossiers/:dossier`. */
  readonly path: string
  /** `anybody`: also without an account; `account`: every account. */
  readonly right: Right | 'anybody' | 'account'
  readonly subject: Subject
  /** Tells no more than that the subject is there: no reason is asked for before it. */
  readonly asksNoReason?: true
  readonly handle: (visit: Visit) => Response | Promise<Response>
}
