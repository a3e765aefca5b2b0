import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import type { UserView } from '../../../app/contract/views.ts';
import { colourWords } from '../../text/spoken.ts';
import type { IdentityColour } from '../../ui/identities.ts';
import { IdentityMark } from '../../ui/identity-mark.tsx';
import { ProductionSign } from '../../ui/production-sign.tsx';
import styles from './colour-choice.module.css';

/** `automatic`: the one that Hotseat gave. */
export type ChosenColour = IdentityColour | 'automatic';

interface ColourChoiceProps {
  readonly user: UserView;
  readonly chosen: ChosenColour;
  readonly onChoose: (chosen: ChosenColour) => void;
}

const colours = Object.keys(colourWords.names).filter(isColour);

/** The account's mark in every colour that there is. The name of the chosen one is there in words as well. */
export const ColourChoice = ({ user, chosen, onChoose }: ColourChoiceProps) => (
  <RadioGroup
    value={chosen}
    onChange={(value) => onChoose(isColour(value) ? value : 'automatic')}
    className={styles['group'] ?? ''}
  >
    <div className={styles['head']}>
      <Label className={styles['label'] ?? ''}>{colourWords.colour}</Label>
      <span aria-hidden="true" className={styles['chosen']}>
        {chosen === 'automatic' ? colourWords.automatic : colourWords.names[chosen]}
      </span>
    </div>
    <div className={styles['colours']}>
      <RadioField value="automatic">
        <RadioButton className={`${styles['option']} ${styles['wordy']}`}>
          {colourWords.automatic}
        </RadioButton>
      </RadioField>
      {colours.map((colour) => (
        <RadioField key={colour} value={colour} aria-label={colourWords.names[colour]}>
          <RadioButton className={`${styles['option']} ${colour === 'production' ? styles['wordy'] : ''}`}>
            <IdentityMark colour={colour} initials={user.initials} />
            {colour === 'production' && <ProductionSign />}
          </RadioButton>
        </RadioField>
      ))}
    </div>
    <Text slot="description" className={styles['hint'] ?? ''}>
      {chosen === 'production' ? colourWords.productionHint : colourWords.hint}
    </Text>
  </RadioGroup>
);

function isColour(text: string): text is IdentityColour {
  return Object.hasOwn(colourWords.names, text);
}
