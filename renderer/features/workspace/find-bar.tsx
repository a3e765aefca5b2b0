import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { CommandInput } from '../../../app/contract/commands.ts';
import type { WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { perform } from '../../state/perform.ts';
import { closeSearch, useStage } from '../../state/stage.ts';
import { workspaceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import styles from './find-bar.module.css';
import { drive } from './use-workspace.ts';

type Direction = CommandInput<'findInWorkspace'>['direction'];

const find = (workspaceId: UserId, text: string, direction: Direction): void =>
  void perform('findInWorkspace', { workspaceId, text, direction });

/** The search of the page, while somebody searches it. */
export const FindBar = ({ workspace }: { readonly workspace: WorkspaceView }) => {
  const search = useStage((stage) => stage.search);
  if (search?.workspaceId !== workspace.id) return undefined;
  return <Bar workspace={workspace} askedFor={search.count} />;
};

interface BarProps {
  readonly workspace: WorkspaceView;
  /** Rises whenever somebody asks for the search again. */
  readonly askedFor: number;
}

const Bar = ({ workspace, askedFor }: BarProps) => {
  const { id, found } = workspace;
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (askedFor === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [askedFor]);
  useEffect(() => () => find(id, '', 'first'), [id]);

  const change = (next: string) => {
    setText(next);
    find(id, next, 'first');
  };
  const step = (direction: Direction) => {
    if (text !== '') find(id, text, direction);
  };
  const close = () => {
    closeSearch();
    drive(id, 'focus');
  };
  return (
    <div
      role="search"
      aria-label={workspaceWords.findInPage}
      className={styles['bar']}
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && event.target === input.current)
          step(event.shiftKey ? 'previous' : 'next');
      }}
    >
      <SearchField
        aria-label={workspaceWords.findInPage}
        value={text}
        maxLength={1024}
        onChange={change}
        className={styles['field'] ?? ''}
      >
        <Search size={16} aria-hidden="true" className={styles['icon']} />
        <Input
          ref={input}
          className={styles['input'] ?? ''}
          dir="auto"
          placeholder={workspaceWords.findInPage}
        />
        <span className={styles['count']} aria-live="polite">
          {text !== '' && found && matchesIn(found)}
        </span>
      </SearchField>
      <Button look="icon" aria-label={workspaceWords.previous} onPress={() => step('previous')}>
        <ChevronUp size={18} aria-hidden="true" />
      </Button>
      <Button look="icon" aria-label={workspaceWords.next} onPress={() => step('next')}>
        <ChevronDown size={18} aria-hidden="true" />
      </Button>
      <Button look="icon" aria-label={workspaceWords.closeFind} onPress={close}>
        <X size={18} aria-hidden="true" />
      </Button>
    </div>
  );
};

const matchesIn = (found: NonNullable<WorkspaceView['found']>): string =>
  found.count === 0 ? workspaceWords.noMatch : workspaceWords.matches(found);
