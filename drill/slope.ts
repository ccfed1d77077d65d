// The slope of a line through figures over time, by least squares. Not a drill.

export interface Sample {
  hours: number
  megabytes: number
}

/** Megabytes an hour; NaN where fewer than two moments were measured. */
export function slopeOf(samples: Sample[]): number {
  const mean = (pick: (sample: Sample) => number) => samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length
  const [time, memory] = [mean(({ hours }) => hours), mean(({ megabytes }) => megabytes)]
  const together = samples.reduce((sum, { hours, megabytes }) => sum + (hours - time) * (megabytes - memory), 0)
  return together / samples.reduce((sum, { hours }) => sum + (hours - time) ** 2, 0)
}

/** The least of each stretch of so many samples: what is still held after a collection, not what waits to be collected. */
export function floorsOf(samples: Sample[], each: number): Sample[] {
  return Array.from({ length: Math.floor(samples.length / each) }, (_, stretch) =>
    samples
      .slice(stretch * each, (stretch + 1) * each)
      .reduce((least, sample) => (sample.megabytes < least.megabytes ? sample : least)),
  )
}
