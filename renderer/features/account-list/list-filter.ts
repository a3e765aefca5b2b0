import { useMirror } from '../../state/mirror.ts';
import { useView } from '../../state/view.ts';

const searchFrom = 10;

/** A short list is seen at a glance. */
export const useHasSearch = (): boolean => useMirror(({ order }) => order.length >= searchFrom);

/** What is searched for, where there is a search. */
export const useSearchText = (): string => {
  const hasSearch = useHasSearch();
  return useView((view) => (hasSearch ? view.searchText.trim() : ''));
};

/** Does the list show only some of the accounts? Then it cannot be said where a moved one would stand. */
export const useIsFiltered = (): boolean => {
  const isSearched = useSearchText() !== '';
  return useView((view) => view.isNeedyOnly) || isSearched;
};
