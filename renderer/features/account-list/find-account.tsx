import { setSearchText, useView } from '../../state/view.ts';
import { words } from '../../text/spoken.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import styles from './find-account.module.css';

export const FindAccount = () => {
  const searchText = useView((view) => view.searchText);
  return (
    <div className={styles['field']}>
      <SearchBox label={words.findAnAccount} text={searchText} onChange={setSearchText} />
    </div>
  );
};
