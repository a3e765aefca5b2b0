import { windowMessages } from '../../app/text/en/window.ts';
import { Speech } from '../../app/text/speech.ts';

/** What the window says. */
export const speech = new Speech(windowMessages);

export const auditWords = speech.words.audit;
export const colourWords = speech.words.colour;
export const computerWords = speech.words.computer;
export const detailWords = speech.words.detail;
export const keyWords = speech.words.key;
export const linkWords = speech.words.link;
export const listWords = speech.words.list;
export const lockWords = speech.words.lock;
export const logInWords = speech.words.logIn;
export const portableWords = speech.words.portable;
export const quickSwitcherWords = speech.words.quickSwitcher;
export const requestWords = speech.words.request;
export const serviceWords = speech.words.service;
export const settingsWords = speech.words.settings;
export const updateWords = speech.words.update;
export const workspaceWords = speech.words.workspace;
