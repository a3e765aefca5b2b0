import type { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import type { OwnQuestions } from '../windows/own-questions.ts';

/**
 * How Electron (seen on 42) hears of `alert` and `confirm`, and takes back what is open. Neither is documented, and
 * `disableDialogs` holds for the life of a page; where they are gone, dialogs open as Electron has it.
 */
const [runs, cancels] = ['-run-dialog', '-cancel-dialogs'] as const;

type Answer = (isAccepted: boolean, text: string) => void;

/** Dialogs of a page open over the window, whoever is in it: only those of the account in the hot seat may. */
export class PageDialogs {
  readonly #emitters = new Set<EventEmitter>();
  readonly #open = new Set<Answer>();
  readonly #questions: OwnQuestions;
  #isActive = false;

  constructor(questions: OwnQuestions) {
    this.#questions = questions;
  }

  /** Also of a window that the page has opened. */
  hold(contents: WebContents): void {
    const emitter: EventEmitter = contents;
    const electrons = emitter.listeners(runs);
    emitter.removeAllListeners(runs);
    emitter.on(runs, (details: unknown, answer: Answer) => {
      // As if the person had said no: a page that waits for an answer would hang until it is seen again.
      if (!this.#isActive) return answer(false, '');
      const close = this.#questions.open();
      const once: Answer = (isAccepted, text) => {
        close();
        if (this.#open.delete(once)) answer(isAccepted, text);
      };
      this.#open.add(once);
      for (const listener of electrons) Reflect.apply(listener, contents, [details, once]);
    });
    this.#emitters.add(emitter);
    emitter.once('destroyed', () => this.#emitters.delete(emitter));
  }

  /** What is open goes with the account, and is answered with no. */
  setActive(isActive: boolean): void {
    if (this.#isActive === isActive) return;
    this.#isActive = isActive;
    if (isActive || this.#open.size === 0) return;
    for (const emitter of this.#emitters) emitter.emit(cancels);
    for (const answer of Array.from(this.#open)) answer(false, '');
  }
}
