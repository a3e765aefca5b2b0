import { userIdSchema, type UserId } from '../../app/users/user.ts';
import { namesIn } from '../storage/private-directory.ts';

/** Whose files are in a folder that has one for each user. */
export const usersIn = (directory: string): readonly UserId[] =>
  namesIn(directory).flatMap((name) => {
    const id = userIdSchema.safeParse(name.replace(/\.json$/u, ''));
    return id.success && name.endsWith('.json') ? [id.data] : [];
  });
