import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { words } from '../text/spoken.ts';
import styles from './search-box.module.css';

interface SearchBoxProps {
  readonly label: string;
  readonly text: string;
  readonly hasFocus?: boolean;
  readonly onChange: (text: string) => void;
}

export const SearchBox = ({ label, text, hasFocus = false, onChange }: SearchBoxProps) => (
  <SearchField
    aria-label={label}
    value={text}
    autoFocus={hasFocus}
    onChange={onChange}
    className={styles['field'] ?? ''}
  >
    <Search size={16} aria-hidden="true" className={styles['icon']} />
    <Input placeholder={label} className={styles['input'] ?? ''} dir="auto" />
    <Button aria-label={words.clearSearch} className={styles['clear'] ?? ''}>
      <X size={16} aria-hidden="true" />
    </Button>
  </SearchField>
);
