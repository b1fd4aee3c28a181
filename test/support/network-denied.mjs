// Loaded before the program (`node --import`): every way out of this computer that Node offers is refused, and written down in the file
// that NETWORK_ATTEMPTS names. What stays: this computer itself, local sockets and pipes.
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

const isHere = (host) => host === undefined || /^(localhost|127\.[\d.]+|::1|)$/u.test(host)

function refuse(what) {
  if (process.env.NETWORK_ATTEMPTS) appendFileSync(process.env.NETWORK_ATTEMPTS, `${what}\n`)
  throw Object.assign(new Error(`network denied: ${what}`), { code: 'EACCES' })
}

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...given) {
  // Node's own callers hand the arguments over in one list, already in order.
  const [first, second] = Array.isArray(given[0]) ? given[0] : given
  const host =
    typeof first === 'object' ? (first.path ? undefined : first.host) : typeof second === 'string' ? second : undefined
  if (!isHere(host)) refuse(`connect ${host}`)
  return connect.apply(this, given)
}

const send = dgram.Socket.prototype.send
dgram.Socket.prototype.send = function (...given) {
  const host = given.findLast((each) => typeof each === 'string' && each !== given[0])
  if (!isHere(host)) refuse(`send ${host}`)
  return send.apply(this, given)
}

for (const from of [dns, dns.promises])
  for (const name of Object.keys(from).filter((each) => /^(lookup|resolve|reverse)/u.test(each))) {
    const asked = from[name]
    from[name] = (host, ...rest) => (isHere(host) ? asked(host, ...rest) : refuse(`${name} ${host}`))
  }
syncBuiltinESMExports()
