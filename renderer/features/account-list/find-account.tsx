import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { setSearchText, useView } from '../../state/view.ts';
import { words } from '../../text/words.ts';
import styles from './find-account.module.css';

export const FindAccount = () => {
  const searchText = useView((view) => view.searchText);
  return (
    <SearchField
      aria-label={words.findAnAccount}
      value={searchText}
      onChange={setSearchText}
      className={styles['field'] ?? ''}
    >
      <Search size={16} aria-hidden="true" className={styles['icon']} />
      <Input placeholder={words.findAnAccount} className={styles['input'] ?? ''} dir="auto" />
      <Button aria-label={words.clearSearch} className={styles['clear'] ?? ''}>
        <X size={16} aria-hidden="true" />
      </Button>
    </SearchField>
  );
};
