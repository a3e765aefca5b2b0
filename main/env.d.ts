/** True in packages only, fixed when built (electron.vite.config.ts): no environment variable can lift a guard. */
declare const __PACKAGED_GUARDS__: boolean;

/** Does the build have languages made up from English, for whoever develops Hotseat? */
declare const __PSEUDO_LANGUAGES__: boolean;
