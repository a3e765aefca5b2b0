import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from './fixtures/hotseat.ts';
import { addLink, pressLink } from './fixtures/page-links.ts';
import { screensOf, test } from './fixtures/shop.ts';

// Each test runs Hotseat, a server of accounts and up to three websites.
test.describe.configure({ timeout: 180_000 });

test('F6: what a page downloads lies in the folder under a name of its own that does nothing', async ({
  launch,
  shop,
}) => {
  const { own } = shop;
  const hotseat = await launch();
  const { workspace } = screensOf(hotseat);
  const folder = join(hotseat.profile, 'downloads-of-the-test');
  await hotseat.app.evaluate(({ app }, path) => app.setPath('downloads', path), folder);
  const page = await shop.settle(hotseat, ['Ana']);
  const names = ['report.pdf', 'report.pdf', '../../escaped', 'click.desktop'];
  for (const [index, name] of names.entries()) {
    await addLink(page, `Link ${index}`, `${own.origin}/file?name=${encodeURIComponent(name)}`);
    await pressLink(page, `Link ${index}`);
    await expect
      .poll(() =>
        existsSync(folder) ? readdirSync(folder).filter((file) => !file.endsWith('.part')).length : 0,
      )
      .toBe(index + 1);
  }
  expect(readdirSync(folder).toSorted()).toEqual(
    // Chromium has looked at the names before.
    ['report.pdf', 'report (2).pdf', '_.._escaped', 'click.desktop.download'].toSorted(),
  );
  expect(readFileSync(join(folder, 'report (2).pdf'), 'utf8')).toBe('content');
  await expect(workspace.region.getByRole('button', { name: /^Downloads/u })).toBeVisible();
  expect(page.url()).toBe(`${own.origin}/`);
});
