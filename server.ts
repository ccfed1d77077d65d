// Puts the HTTP server together from the product's capabilities.
import type { FastifyInstance } from 'fastify'
import { capabilities } from './capabilities.ts'
import { buildServer, type ServerOptions } from './platform/http/server.ts'
import type { JobOptions } from './platform/jobs.ts'
import { readAhead } from './platform/readAhead.ts'

export const serverOf = (options: Omit<ServerOptions, 'capabilities'>): Promise<FastifyInstance> =>
  buildServer({ ...options, capabilities })

export const readAheadOf = (options: Omit<JobOptions, 'capabilities'>, complain: (error: unknown) => void) =>
  readAhead({ ...options, capabilities }, complain)
