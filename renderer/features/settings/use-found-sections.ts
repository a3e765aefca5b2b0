import { useLayoutEffect, useState, type RefObject } from 'react';
import { hasSought } from './sought-text.ts';

/** The attribute by which the page hides what is not found. */
const leftOut = 'data-left-out';

/**
 * The ids of the sections that have the text; of each, what does not have it is hidden, unless its title does. Read
 * off the page: what a section says now, it alone knows.
 */
export const useFoundSections = (
  column: RefObject<HTMLElement | null>,
  sought: string,
): ReadonlySet<string> | undefined => {
  const [found, setFound] = useState<ReadonlySet<string>>();
  const isSearch = sought.trim() !== '';
  useLayoutEffect(() => {
    const element = column.current;
    if (!element || !isSearch) return undefined;
    const look = () => {
      const ids = foundIn(element, sought);
      setFound((before) => (before && hasSameMembers(before, ids) ? before : ids));
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      for (const hidden of element.querySelectorAll(`[${leftOut}]`)) hidden.removeAttribute(leftOut);
    };
  }, [column, sought, isSearch]);
  return isSearch ? found : undefined;
};

const foundIn = (column: HTMLElement, sought: string): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const place of column.querySelectorAll<HTMLElement>('[data-section]')) {
    const [header, ...settings] = place.querySelector('section')?.children ?? [];
    const isWhole = hasSought(header?.textContent ?? '', sought);
    let isFound = isWhole;
    for (const setting of settings) {
      const isShown = isWhole || hasSought(setting.textContent, sought);
      setting.toggleAttribute(leftOut, !isShown);
      isFound ||= isShown;
    }
    if (isFound) ids.add(place.dataset['section'] ?? '');
  }
  return ids;
};

const hasSameMembers = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  some.size === others.size && [...some].every((one) => others.has(one));
