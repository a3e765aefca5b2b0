const rules: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]*\.[\w-]+(?:\.[\w-]*)*/g, '[token]'],
  [/\b(bearer|basic)\s+\S+/gi, '$1 [token]'],
  [/[^\s@<>"'(){}[\],;:=]+@[^\s@<>"'(){}[\],;:=]+/gu, '[e-mail]'],
];

/** A run of base64, base64url or hex this long is taken for a secret. */
export const secretLength = 32;
const encodedRun = new RegExp(`[\\w+/=-]{${secretLength},}`, 'g');
/** In a run with slashes, a part this long makes it no path of ours. */
const pathPartLength = 24;

/** A text without what looks like a token, an e-mail address, encoded bytes or the person's own folder. */
export const withoutSecrets = (text: string, home: string): string => {
  const without = rules.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), text);
  return (home.length > 1 ? without.replaceAll(home, '~') : without).replace(encodedRun, (run) =>
    run.split('/').some((part) => part.length >= pathPartLength) ? '[secret]' : run,
  );
};
