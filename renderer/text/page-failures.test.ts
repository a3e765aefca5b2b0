import { expect, test } from 'vitest';
import { workspaceWords } from './spoken.ts';

test.each(Object.entries(workspaceWords.failures))(
  'a page that failed (%s) says what happened and what to do',
  (_because, { title, advice, retry }) => {
    expect(title).not.toMatch(/[.:]$/u);
    expect(advice).toMatch(/^[A-Z].*\.$/u);
    expect(advice, 'what to do').toMatch(/\b(try again|load the page again|reload)\b/iu);
    expect(retry).toMatch(/^(Try again|Reload)$/u);
  },
);
