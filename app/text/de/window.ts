import type { windowMessages as english } from '../en/window.ts';
import type { Translated } from '../message.ts';
import { audit } from './audit.ts';
import { colour } from './colour.ts';
import { computer } from './computer.ts';
import { detail } from './detail.ts';
import { diagnosing } from './diagnosing.ts';
import { failure } from './failure.ts';
import { general } from './general.ts';
import { input } from './input.ts';
import { key } from './key.ts';
import { language } from './language.ts';
import { link } from './link.ts';
import { list } from './list.ts';
import { lock } from './lock.ts';
import { logIn } from './log-in.ts';
import { portable } from './portable.ts';
import { quickSwitcher } from './quick-switcher.ts';
import { removal } from './removal.ts';
import { request } from './request.ts';
import { service } from './service.ts';
import { settings } from './settings.ts';
import { several } from './several.ts';
import { stored } from './stored.ts';
import { time } from './time.ts';
import { update } from './update.ts';
import { workspace } from './workspace.ts';

export const windowMessages: Translated<typeof english> = {
  audit,
  colour,
  computer,
  detail,
  diagnosing,
  failure,
  general,
  input,
  key,
  language,
  link,
  list,
  lock,
  logIn,
  portable,
  quickSwitcher,
  removal,
  request,
  service,
  settings,
  several,
  stored,
  time,
  update,
  workspace,
};
