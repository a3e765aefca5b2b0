import { useState } from 'react';
import { perform } from '../../state/perform.ts';
import { words } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';

/** Tries the key store now: one that was unlocked or installed meanwhile is used from then on. */
export const CheckAgain = ({ onChecked }: { readonly onChecked?: () => void }) => {
  const [isChecking, setIsChecking] = useState(false);
  const check = async () => {
    setIsChecking(true);
    await perform('checkSessionStorage', undefined);
    setIsChecking(false);
    onChecked?.();
  };
  return (
    <Button isPending={isChecking} onPress={() => void check()}>
      {words.checkAgain}
    </Button>
  );
};
