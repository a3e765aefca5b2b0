import { useRef, useState } from 'react';
import { settingsWords } from '../../text/spoken.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { SectionList } from './section-list.tsx';
import styles from './settings-panes.module.css';
import { settingsSections, type SectionProps } from './settings-sections.tsx';
import { useFoundSections } from './use-found-sections.ts';
import { useSectionInSight } from './use-section-in-sight.ts';

/** All sections in one column, beside their names and a search through them. */
export const SettingsPanes = (props: SectionProps) => {
  const [sought, setSought] = useState('');
  const column = useRef<HTMLDivElement>(null);
  const found = useFoundSections(column, sought);
  const inSight = useSectionInSight(column);
  const sections = found ? settingsSections.filter(({ id }) => found.has(id)) : settingsSections;
  const goTo = (id: string) =>
    column.current?.querySelector(`[data-section="${id}"]`)?.scrollIntoView({ block: 'start' });
  return (
    <div className={styles['panes']}>
      <div className={styles['side']}>
        <SearchBox label={settingsWords.find} text={sought} onChange={setSought} />
        <SectionList
          sections={sections}
          currentId={sections.find(({ id }) => id === inSight)?.id ?? sections[0]?.id}
          onChoose={goTo}
        />
      </div>
      <div ref={column} className={styles['column']} data-sought={found ? '' : undefined}>
        <p role="status" className={styles['nothing']}>
          {found?.size === 0 && settingsWords.nothingFound}
        </p>
        {settingsSections.map(({ id, Section }) => (
          <div key={id} data-section={id} hidden={found !== undefined && !found.has(id)}>
            <Section {...props} />
          </div>
        ))}
      </div>
    </div>
  );
};
