/** Whose notebook it is, as the directory says (`whoami`). */
export interface Owner {
  readonly id: string;
  /** Name, else e-mail; absent for an anonymous account. */
  readonly name: string | undefined;
}

export const ownerIn = (value: unknown): Owner | undefined => {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  const { id } = value;
  if (typeof id !== 'string' || id === '') return undefined;
  const name = 'name' in value ? textIn(value.name) : undefined;
  return { id, name: name ?? ('email' in value ? textIn(value.email) : undefined) };
};

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
