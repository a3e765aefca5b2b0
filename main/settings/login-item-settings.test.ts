import { beforeEach, expect, test } from 'vitest';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import { defaultSettings, type Settings } from '../../app/settings/settings.ts';
import { reconcileLoginItem, withLoginItem } from './login-item-settings.ts';
import type { SettingsBook } from './settings-book.ts';

let current: Settings;
let isOn: boolean;
let asked: boolean[];
let answer: Outcome<void>;

const settings: SettingsBook = {
  get current() {
    return current;
  },
  change: async (part) => {
    current = { ...current, ...part };
    return done;
  },
  subscribe: () => () => undefined,
};
const item = {
  isOn: () => isOn,
  set: (wanted: boolean) => {
    asked.push(wanted);
    if (answer.ok) isOn = wanted;
    return answer;
  },
};

beforeEach(() => {
  current = defaultSettings;
  isOn = false;
  asked = [];
  answer = done;
});

test('the system is asked when it is turned on and off, and for nothing else', async () => {
  const book = withLoginItem(settings, item);
  await book.change({ startsAtLogin: true });
  await book.change({ startsAtLogin: true, liveWorkspaces: 2 });
  await book.change({ showsTray: false });
  await book.change({ startsAtLogin: false });
  expect(asked).toEqual([true, false]);
  expect(book.current.startsAtLogin).toBe(false);
});

test('what the system refuses does not hold, and is told', async () => {
  const refusal = fail({ code: 'storageUnavailable', problem: 'notPermitted' });
  answer = refusal;
  expect(await withLoginItem(settings, item).change({ startsAtLogin: true })).toEqual(refusal);
  expect(current.startsAtLogin).toBe(false);
});

test('who has turned it off in the system finds it off', async () => {
  current = { ...defaultSettings, startsAtLogin: true };
  await reconcileLoginItem(settings, item);
  expect([current.startsAtLogin, asked]).toEqual([false, []]);
});

test('what is still on is brought up to date, and what is off is left alone', async () => {
  await reconcileLoginItem(settings, item);
  expect(asked).toEqual([]);
  current = { ...defaultSettings, startsAtLogin: true };
  isOn = true;
  await reconcileLoginItem(settings, item);
  expect(asked).toEqual([true]);
});
