// The one outside place a page may fetch pictures from: the map tile server that the installation names, if it names one.

/** ' https://tiles.example.org' for the content security policy's img-src, or nothing. `{s}` stands for any subdomain. */
export function tileOrigin(address: string | undefined): string {
  const found = /^https:\/\/((?:\{s\}\.)?[a-z0-9.-]+(?::\d+)?)\//i.exec(address ?? '')?.[1]
  return found === undefined ? '' : ` https://${found.replace('{s}', '*')}`
}
