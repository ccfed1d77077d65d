// Puts the HTTP server together from the product's capabilities.
import type { FastifyInstance } from 'fastify'
import { capabilities } from './capabilities.ts'
import { buildServer, type ServerOptions } from './platform/http/server.ts'

export const serverOf = (options: Omit<ServerOptions, 'capabilities'>): Promise<FastifyInstance> =>
  buildServer({ ...options, capabilities })
