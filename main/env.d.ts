/** True in packages only, fixed when built (electron.vite.config.ts): no environment variable can lift a guard. */
declare const __PACKAGED_GUARDS__: boolean;
