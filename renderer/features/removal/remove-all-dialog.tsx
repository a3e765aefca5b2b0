import { readMirror, useMirror } from '../../state/mirror.ts';
import { offerReceipts } from '../../state/view.ts';
import { removalWords } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { ManyRemoval } from './many-removal.tsx';

export const RemoveAllDialog = () => {
  const count = useMirror(({ order }) => order.length);
  return (
    <ManyRemoval
      dialog="removeAll"
      title={removalWords.removeAllTitle}
      confirmLabel={removalWords.removeAll}
      count={count}
      remove={() => window.hotseat.execute('removeAll', undefined)}
      areGone={() => readMirror().order.length === 0}
      onRemoved={() => offerReceipts(count)}
    >
      <DialogText>{removalWords.removeAllErases({ count })}</DialogText>
      <DialogText>{removalWords.removeAllKeeps}</DialogText>
    </ManyRemoval>
  );
};
