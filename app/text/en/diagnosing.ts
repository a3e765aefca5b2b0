/** What stands around a diagnosis in the window; what it comes to is said by main. */
export const diagnosing = {
  diagnosis: 'Diagnosis',
  lead: 'Checks what Hotseat needs on this computer, for you and for whoever helps you. Nothing is sent anywhere: of the services that you have added it is only asked whether they are there.',
  open: 'Diagnose…',
  running: 'Checking…',
  checks: 'Checks',
  again: 'Check again',
  save: 'Save…',
  copy: 'Copy',
  copied: 'Copied.',
  saved: 'Saved, for you alone to read.',
  withAddresses: 'Say the addresses of services',
  withAddressesHint: 'Otherwise they are numbers. Names of accounts are in neither.',
  whatIsSaved: 'What would be saved',
  whatIsSavedHint: 'Word for word. Look through it before you give it away.',
} as const;
