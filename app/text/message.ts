/** Messages by key, in rooms: each an ICU message, e.g. `{count, plural, one {# account} other {# accounts}}`. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/** The same messages in another language. */
export type Translated<English extends Messages> = {
  readonly [Key in keyof English]: English[Key] extends Messages ? Translated<English[Key]> : string;
};

/** As they are said: a text where there is nothing to fill in, else a function of what there is. */
export type Words<English extends Messages> = {
  readonly [Key in keyof English]: English[Key] extends Messages
    ? Words<English[Key]>
    : English[Key] extends string
      ? Said<English[Key]>
      : never;
};

type Said<Text extends string> = [ArgumentOf<Text>] extends [never]
  ? string
  : (given: Given<ArgumentOf<Text>>) => string;

type Given<Argument extends readonly [name: string, type: unknown]> = {
  readonly [Name in Argument[0]]: number extends Extract<Argument, readonly [Name, unknown]>[1]
    ? number
    : string;
};

/** What a message has to be given, read from its text: `[name, type]`. */
type ArgumentOf<Text extends string> = Text extends `${infer Before}{${infer Rest}`
  ? (Before extends `${string}${PluralCase} ` ? never : ArgumentAt<Rest>) | ArgumentOf<Rest>
  : never;

/** After these a brace begins what is said in a case. */
type PluralCase = ' zero' | ' one' | ' two' | ' few' | ' many' | ' other' | ` =${number}`;

type ArgumentAt<Rest extends string> =
  | (Rest extends `${infer Name}}${string}` ? Named<Name, string> : never)
  | (Rest extends `${infer Name}, ${'plural' | 'selectordinal' | 'number'}${',' | '}'}${string}`
      ? Named<Name, number>
      : never)
  | (Rest extends `${infer Name}, select,${string}` ? Named<Name, string> : never);

/** What is said in a case of a `select` is a phrase, and so no name. */
type Named<Name extends string, Type> = Name extends '' | `${string}${' ' | '{' | '}' | ',' | '#'}${string}`
  ? never
  : readonly [name: Name, type: Type];
