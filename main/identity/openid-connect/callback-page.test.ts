import { afterAll, expect, test } from 'vitest';
import { speech } from '../../shell/spoken.ts';
import { callbackPage } from './callback-page.ts';

afterAll(() => speech.speak('en'));

test('the page is in the language of the moment, and says which that is', async () => {
  expect(callbackPage('signedIn')).toMatch(/<html lang="en" dir="ltr">.*<h1>You are signed in<\/h1>/u);
  await speech.speak('de');
  expect(callbackPage('signedIn')).toMatch(/<html lang="de" dir="ltr">.*<h1>Sie sind angemeldet<\/h1>/u);
});
