import type { CapturedKey, KeyChange, KeysView } from '../../app/contract/key-views.ts';
import { done, succeed, type Outcome } from '../../app/outcome.ts';
import type { Chord, Platform } from '../../app/surfaces/chord.ts';
import { bindingsOf, defaultKeysOf, type KeyBindings } from '../../app/surfaces/key-bindings.ts';
import { refusalOf } from '../../app/surfaces/key-refusal.ts';
import type { SurfaceCommand } from '../../app/surfaces/surface-commands.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { commandWords } from '../shell/command-words.ts';
import type { KeyCapture } from './key-capture.ts';

/** The system's way to hear one key in every program. */
export interface GlobalKey {
  /** Listens for this key and no other; false where the system does not give it, and then for none. */
  set(key: Chord | undefined): boolean;
}

/** What a command's key is to become: a key, none, or its own again. */
export type WantedKey =
  { readonly kind: 'key'; readonly key: Chord } | { readonly kind: 'none' } | { readonly kind: 'default' };

export interface KeyBookParts {
  readonly settings: SettingsBook;
  readonly platform: Platform;
  readonly globalKey: GlobalKey;
  readonly capture: KeyCapture;
  /** The view looks different now. */
  changed(): void;
}

/** The keys of all commands: those that they have, and those that the person has chosen. */
export class KeyBook {
  readonly #parts: KeyBookParts;
  #isGlobalKeyRefused = false;

  constructor(parts: KeyBookParts) {
    this.#parts = parts;
  }

  get bindings(): KeyBindings {
    return bindingsOf(this.#parts.settings.current.keys, this.#parts.platform);
  }

  get view(): KeysView {
    const { keys: choices } = this.#parts.settings.current;
    return {
      commands: [...this.bindings].map(([command, keys]) => ({
        command,
        name: commandWords(command).name,
        keys,
        isChosen: choices[command] !== undefined,
      })),
      isGlobalKeyRefused: this.#isGlobalKeyRefused,
    };
  }

  /** Begins to listen for the global key, once the system can be asked. */
  start(): void {
    this.#isGlobalKeyRefused = !this.#parts.globalKey.set(this.#globalKey);
    this.#parts.changed();
  }

  /** The next key that is pressed in a window of Hotseat. */
  capture(): Promise<CapturedKey> {
    return this.#parts.capture.begin();
  }

  cancelCapture(): void {
    this.#parts.capture.cancel();
  }

  /** Says what is in the way before anything changes. */
  async change(command: SurfaceCommand, wanted: WantedKey): Promise<Outcome<KeyChange>> {
    const { settings, platform } = this.#parts;
    const keys = this.#keysFor(command, wanted);
    for (const key of keys) {
      const because = refusalOf(command, key, this.bindings, platform);
      if (because) return succeed({ kind: 'refused', key, because });
    }
    const [first] = keys;
    if (command === 'summon' && first !== undefined && !this.#parts.globalKey.set(first)) {
      this.start();
      return succeed({ kind: 'refused', key: first, because: { kind: 'takenBySystem' } });
    }
    const { [command]: _before, ...others } = settings.current.keys;
    const choices = wanted.kind === 'default' ? others : { ...others, [command]: keys };
    const saved = await settings.change({ keys: choices });
    // To what holds now, saved or not.
    if (command === 'summon') this.start();
    else this.#parts.changed();
    return saved.ok ? succeed({ kind: 'changed' }) : saved;
  }

  /** All commands have their own keys again. */
  async reset(): Promise<Outcome<void>> {
    const saved = await this.#parts.settings.change({ keys: {} });
    this.start();
    return saved.ok ? done : saved;
  }

  get #globalKey(): Chord | undefined {
    return this.bindings.get('summon')?.[0];
  }

  #keysFor(command: SurfaceCommand, wanted: WantedKey): readonly Chord[] {
    if (wanted.kind === 'default') return defaultKeysOf(command, this.#parts.platform);
    return wanted.kind === 'key' ? [wanted.key] : [];
  }
}
