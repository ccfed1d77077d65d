// Reaching an identity provider that an administrator named: over https only, never this machine or its neighbours, no redirects, little time, few bytes.
import { lookup } from 'node:dns'
import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as overHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { CustomFetch } from 'openid-client'

export const patienceSeconds = 4
const mostBytes = 1_000_000

/** Where nobody's directory is: this machine, link-local (the metadata of cloud machines), nowhere, many at once. Private networks may hold one. */
const nowhere = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['224.0.0.0', 3],
] as const)
  nowhere.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['fe80::', 10],
  ['fd00:ec2::', 32],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const)
  nowhere.addSubnet(net, bits, 'ipv6')

let loopbackAllowed = false
/** For tests, whose provider is on this machine and speaks http. */
export function letProvidersBeOnLoopback(allowed: boolean): void {
  loopbackAllowed = allowed
}
const loopbackNames = new Set(['localhost', '127.0.0.1'])
export const isOnLoopback = ({ hostname }: URL): boolean => loopbackAllowed && loopbackNames.has(hostname)

export class NotReachable extends Error {}

/** May an address be asked at all? What its name resolves to is looked at when it is connected to, so that a name cannot change in between. */
export function isReachable(url: URL): boolean {
  if (url.username || url.password) return false
  if (isOnLoopback(url)) return true
  const host = url.hostname.replaceAll(/^\[|\]$/g, '')
  return url.protocol === 'https:' && host !== 'localhost' && !isNowhere(host)
}

function isNowhere(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && nowhere.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

export const lookUpGuarded: LookupFunction = (host, options, answer) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    const refused =
      error ?? (found.length === 0 || found.some(({ address }) => isNowhere(address)) ? new NotReachable(host) : null)
    const [first] = found ?? []
    if (refused || !first) answer(refused ?? new NotReachable(host), '', 4)
    else if (options.all) answer(null, found)
    else answer(null, first.address, first.family)
  })

/** A fetch for openid-client. @throws NotReachable, or what the network says */
export const reach: CustomFetch = async (address, { method, headers, body, signal }) => {
  const url = new URL(address)
  if (!isReachable(url)) throw new NotReachable(url.host)
  const patience = AbortSignal.timeout(patienceSeconds * 1000)
  const options: RequestOptions = {
    method,
    headers,
    agent: false,
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
    ...(!isOnLoopback(url) && { lookup: lookUpGuarded }),
  }
  return new Promise((resolve, reject) => {
    const asked = (url.protocol === 'https:' ? overHttps : overHttp)(url, options, (reply) => {
      responseOf(reply).then(resolve, reject)
    })
    asked.on('error', reject)
    asked.end(body instanceof URLSearchParams ? body.toString() : (body as string | Uint8Array | null | undefined))
  })
}

async function responseOf(reply: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of reply as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw new NotReachable('too much')
    parts.push(part)
  }
  const status = reply.statusCode ?? 502
  const headers = new Headers()
  for (const [name, value] of Object.entries(reply.headers)) if (value !== undefined) headers.set(name, String(value))
  return new Response(status === 204 || status === 304 ? null : Buffer.concat(parts), { status, headers })
}
