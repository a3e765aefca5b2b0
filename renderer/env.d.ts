/** Does the build have languages made up from English, for whoever develops Hotseat? */
declare const __PSEUDO_LANGUAGES__: boolean;
