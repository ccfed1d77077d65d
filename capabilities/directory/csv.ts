// CSV as RFC 4180 writes it. Values that a spreadsheet would run as a formula are left as they are: this is data to be read back, not a sheet.

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The header first; every row has a cell for each of its names. */
export function csvOf(header: readonly string[], rows: readonly Record<string, string>[]): string {
  const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]
  return `${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
}
