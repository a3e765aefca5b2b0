import type { ReactNode } from 'react';
import type { ServiceId } from '../../../app/contract/bridge.ts';
import {
  lockWords,
  removalWords,
  words,
  auditWords,
  computerWords,
  diagnosingWords,
  keyWords,
  portableWords,
  serviceWords,
  settingsWords,
  updateWords,
} from '../../text/spoken.ts';
import { AuditSection } from '../audit/audit-section.tsx';
import { DiagnosisSection } from '../diagnosis/diagnosis-section.tsx';
import { AccountListSection } from '../portable/account-list-section.tsx';
import { StorageSection } from '../session-storage/storage-section.tsx';
import { UpdatesSection } from '../updates/updates-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { ComputerSection } from './computer-section.tsx';
import { DeskSection } from './desk-section.tsx';
import { GeneralSection } from './general-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { RemovalsSection } from './removals-section.tsx';
import { ServicesSection, type LeftForm } from './services-section.tsx';

/** What a section may want of the surface that it is on. */
export interface SectionProps {
  /** The form of a service that was left last. */
  readonly left: LeftForm | undefined;
  /** What the person has come for: the newest receipt of a removal, or another language, in which all is drawn anew. */
  readonly sought: 'removals' | 'language' | undefined;
  readonly onAdd: () => void;
  readonly onEdit: (serviceId: ServiceId) => void;
}

export interface SettingsSection {
  readonly id: string;
  /** As its heading says it. */
  readonly title: () => string;
  readonly Section: (props: SectionProps) => ReactNode;
}

/** All sections of the settings, in their order on screen. */
export const settingsSections: readonly SettingsSection[] = [
  { id: 'general', title: () => settingsWords.general, Section: GeneralSection },
  { id: 'appearance', title: () => settingsWords.appearance, Section: AppearanceSection },
  { id: 'computer', title: () => computerWords.section, Section: ComputerSection },
  { id: 'desk', title: () => lockWords.desk, Section: DeskSection },
  { id: 'keys', title: () => keyWords.keys, Section: KeysSection },
  { id: 'services', title: () => serviceWords.services, Section: ServicesSection },
  { id: 'accountList', title: () => portableWords.title, Section: AccountListSection },
  { id: 'storage', title: () => words.howSessionsAreKept, Section: StorageSection },
  { id: 'audit', title: () => auditWords.audit, Section: AuditSection },
  { id: 'updates', title: () => updateWords.updates, Section: UpdatesSection },
  { id: 'diagnosis', title: () => diagnosingWords.diagnosis, Section: DiagnosisSection },
  { id: 'removals', title: () => removalWords.removals, Section: RemovalsSection },
];
