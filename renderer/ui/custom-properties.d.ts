import 'react';

declare module 'react' {
  /** Lets the `style` attribute carry custom properties, as style sheets do. */
  interface CSSProperties {
    [name: `--${string}`]: string | undefined;
  }
}
