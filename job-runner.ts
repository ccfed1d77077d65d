// Puts the job runner together from the product's capabilities.
import type { JobRunner } from './platform/jobRunner.ts'
import { capabilities } from './capabilities.ts'
import { runJobs, type JobOptions } from './platform/jobs.ts'

export const jobRunnerOf = (options: Omit<JobOptions, 'capabilities'> & { connectionString: string }): Promise<JobRunner> =>
  runJobs({ ...options, capabilities })
