// Puts the job runner together from the product's capabilities.
import type { Runner } from 'graphile-worker'
import { capabilities } from './capabilities.ts'
import { runJobs, type JobOptions } from './platform/jobs.ts'

export const jobRunnerOf = (options: Omit<JobOptions, 'capabilities'> & { connectionString: string }): Promise<Runner> =>
  runJobs({ ...options, capabilities })
