import { expect, test } from 'vitest';
import { identities } from './identities.ts';

const { production, ...given } = identities;

type Rgb = readonly [number, number, number];

const colours = Object.values(given).map(({ fill, ink }) => ({ fill: linear(fill), ink: fromHex(ink) }));
const warning = { fill: linear(production.fill), ink: fromHex(production.ink) };

test('there are twelve that Hotseat gives by itself', () => {
  expect(colours).toHaveLength(12);
});

test('initials are readable on every one: 4.5 to 1 or more', () => {
  for (const { fill, ink } of [...colours, warning]) expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
});

test('every colour is one that screens can show', () => {
  for (const { fill } of [...colours, warning])
    for (const part of fill) expect(part).toSatisfy((value: number) => value > -0.002 && value < 1.002);
});

test('no two silhouettes are alike', () => {
  expect(new Set(Object.values(identities).map(({ corners }) => corners)).size).toBe(13);
});

// Viénot, Brettel and Mollon 1999, on linear RGB.
const eyes: Record<string, readonly [Rgb, Rgb, Rgb]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deutan: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
};

test.each(Object.entries(eyes))('no two colours look the same to %s eyes', (_eyes, matrix) => {
  const seen = colours.map(({ fill }) => oklab(apply(matrix, fill)));
  for (const [one, first] of seen.entries())
    for (const second of seen.slice(one + 1)) expect(distance(first, second)).toBeGreaterThan(0.08);
});

test.each(Object.entries(eyes))('the one that warns looks like no other to %s eyes', (_eyes, matrix) => {
  const warns = oklab(apply(matrix, warning.fill));
  for (const { fill } of colours) expect(distance(warns, oklab(apply(matrix, fill)))).toBeGreaterThan(0.08);
});

test.each(Object.entries(eyes))(
  'the first four, which most people have, are far apart to %s eyes',
  (_eyes, matrix) => {
    const seen = colours.slice(0, 4).map(({ fill }) => oklab(apply(matrix, fill)));
    for (const [one, first] of seen.entries())
      for (const second of seen.slice(one + 1)) expect(distance(first, second)).toBeGreaterThan(0.15);
  },
);

function linear([lightness, chroma, hue]: Rgb): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function fromHex(colour: string): Rgb {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function apply(matrix: readonly [Rgb, Rgb, Rgb], [red, green, blue]: Rgb): Rgb {
  const row = ([r, g, b]: Rgb) => r * red + g * green + b * blue;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function oklab([red, green, blue]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(one: Rgb, other: Rgb): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
