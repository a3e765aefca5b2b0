interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** With text of the plain size, in pixels. */
const size = { width: 600, height: 440 };
const margin = 16;

/** Where the small window stands on a display: in the middle, above half, as large as its text needs, never over the edge. */
export const quickPlace = (workArea: Area, textPercent: number): Area => {
  const width = Math.min(Math.round((size.width * textPercent) / 100), workArea.width - 2 * margin);
  const height = Math.min(Math.round((size.height * textPercent) / 100), workArea.height - 2 * margin);
  return {
    x: workArea.x + Math.round((workArea.width - width) / 2),
    y: workArea.y + Math.round((workArea.height - height) / 3),
    width,
    height,
  };
};
