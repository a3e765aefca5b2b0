/** A version as SemVer 2.0.0 reads it; what follows `+` says nothing about order and is left out. */
export interface Version {
  readonly numbers: readonly [number, number, number];
  /** None for a release. */
  readonly preRelease: readonly (number | string)[];
}

/** SemVer 2.0.0, section 2 and 9, 10: no leading zeros, no empty parts. */
const shape =
  /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-((?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*))?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/u;

export const parseVersion = (text: string): Version | undefined => {
  const [whole, major, minor, patch, preRelease] = shape.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return {
    numbers: [Number(major), Number(minor), Number(patch)],
    preRelease: (preRelease?.split('.') ?? []).map((part) => (/^\d+$/u.test(part) ? Number(part) : part)),
  };
};

/** Below 0 where `one` comes before `other` (SemVer 2.0.0, section 11). */
export const compareVersions = (one: Version, other: Version): number => {
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.preRelease.length === 0 || other.preRelease.length === 0)
    return other.preRelease.length - one.preRelease.length;
  return comparePreReleases(one.preRelease, other.preRelease);
};

const comparePreReleases = (one: Version['preRelease'], other: Version['preRelease']): number => {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    const difference = compareParts(part, against);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
};

/** Numbers come before words. */
const compareParts = (one: number | string, other: number | string): number => {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'number') return -1;
  if (typeof other === 'number') return 1;
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/**
 * May a build go on to that version? A release goes on to releases only; a pre-release to releases, and to
 * pre-releases of its own kind.
 */
export const isMeantFor = (running: Version, offered: Version): boolean =>
  offered.preRelease.length === 0 ||
  (running.preRelease.length > 0 && running.preRelease[0] === offered.preRelease[0]);
