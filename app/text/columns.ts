/** Rows in columns, one a line, with nothing at the ends of lines. */
export const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => Array.from(cells[column] ?? '').length)),
  );
  return rows.map((cells) => rowText(cells, widths));
};

const rowText = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - Array.from(cell).length)))
    .join('  ')
    .trimEnd();
