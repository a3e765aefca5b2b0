import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { mainMessages as germanMain } from './de/main.ts';
import { terminal as germanTerminal } from './de/terminal.ts';
import { windowMessages as germanWindow } from './de/window.ts';
import { mainMessages } from './en/main.ts';
import { terminal } from './en/terminal.ts';
import { windowMessages } from './en/window.ts';
import type { Messages } from './message.ts';

const english: Messages = { window: windowMessages, main: mainMessages, terminal };
const german: Messages = { window: germanWindow, main: germanMain, terminal: germanTerminal };

const flat = (messages: Messages, path = ''): (readonly [path: string, message: string])[] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flat(value, `${path}${key}.`),
  );

const parsed = (message: string) => parse(message, { ignoreTag: true, captureLocation: false });

/** What has to be given, and as what. */
const argumentsOf = (elements: readonly MessageFormatElement[]): Set<string> => {
  const found = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.argument) found.add(element.value);
    if (element.type === TYPE.number) found.add(`${element.value}: number`);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    found.add(`${element.value}: ${element.type === TYPE.plural ? 'number' : 'case'}`);
    for (const { value } of Object.values(element.options))
      for (const name of argumentsOf(value)) found.add(name);
  }
  return found;
};

const casesOf = (elements: readonly MessageFormatElement[]): readonly string[] =>
  elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => casesOf(value));
    return [`${element.value}: ${Object.keys(element.options).toSorted().join(' ')}`, ...inner];
  });

/** As app/text/message.ts reads it in types: a name in braces, unless it is what a plural says in a case. */
const argumentsByType = (message: string): Set<string> => {
  const found = new Set<string>();
  const braces = /\{(?=(?<name>[^\s{},#]+)(?<kind>\}|, (?:plural|selectordinal|number|select)[,}]))/gu;
  for (const { index, groups } of message.matchAll(braces)) {
    if (/ (?:zero|one|two|few|many|other|=\d+) $/u.test(message.slice(0, index))) continue;
    const { name = '', kind = '' } = groups ?? {};
    const type = kind.includes('select,') ? 'case' : 'number';
    found.add(kind === '}' ? name : `${name}: ${type}`);
  }
  return found;
};

describe('the catalogue', () => {
  const inGerman = new Map(flat(german));

  test('German has every message that English has, and no other', () => {
    expect([...inGerman.keys()].toSorted()).toEqual(
      flat(english)
        .map(([path]) => path)
        .toSorted(),
    );
  });

  test('each is whole in both, with the same to fill in, in the same cases', () => {
    for (const [path, message] of flat(english)) {
      const translated = inGerman.get(path) ?? '';
      expect(translated.trim() === '', path).toBe(message.trim() === '');
      expect(argumentsOf(parsed(translated)), path).toEqual(argumentsOf(parsed(message)));
      expect(casesOf(parsed(translated)).toSorted(), path).toEqual(casesOf(parsed(message)).toSorted());
    }
  });

  test('types read from an English message what its parser does', () => {
    for (const [path, message] of flat(english))
      expect(argumentsByType(message), path).toEqual(argumentsOf(parsed(message)));
  });

  test('no message has a straight apostrophe outside of an escape, three dots, or two spaces', () => {
    for (const [path, message] of [...flat(english), ...inGerman])
      expect(message.replaceAll(/'[{}]+'/gu, ''), path).not.toMatch(/'|\.\.\.| {2}/u);
  });

  test('German differs where it is a sentence', () => {
    for (const [path, message] of flat(english))
      if (/^[A-Z].* .* .*[.!?]$/u.test(message)) expect(inGerman.get(path), path).not.toBe(message);
  });
});
