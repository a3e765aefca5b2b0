import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { settingsWords } from '../../text/spoken.ts';
import type { SettingsSection } from './settings-sections.tsx';
import styles from './settings-panes.module.css';

interface SectionListProps {
  readonly sections: readonly Pick<SettingsSection, 'id' | 'title'>[];
  /** Where the person is. */
  readonly currentId: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The names of the sections: one stop of the Tab key, and the arrow keys go through them. */
export const SectionList = ({ sections, currentId, onChoose }: SectionListProps) => (
  <ListBox
    aria-label={settingsWords.sections}
    selectionMode="single"
    selectionBehavior="replace"
    disallowEmptySelection
    items={sections}
    selectedKeys={currentId === undefined ? [] : [currentId]}
    onSelectionChange={(keys) => {
      const chosen = sections.find(({ id }) => keys !== 'all' && keys.has(id));
      if (chosen) onChoose(chosen.id);
    }}
    className={styles['names'] ?? ''}
  >
    {({ id, title }) => (
      <ListBoxItem id={id} className={styles['name'] ?? ''}>
        {title()}
      </ListBoxItem>
    )}
  </ListBox>
);
