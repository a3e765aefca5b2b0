import { join } from 'node:path';
import { z } from 'zod';
import { folderNameSchema, type FolderName } from '../../../app/diagnosis/finding.ts';

/** Every folder by its own name, in that one. */
export const foldersUnder = (path: string): Record<FolderName, string> =>
  z
    .record(folderNameSchema, z.string())
    .parse(
      Object.fromEntries(
        folderNameSchema.options.map((name) => [name, name === 'profile' ? path : join(path, name)]),
      ),
    );
