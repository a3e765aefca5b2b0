import { intersection, placementOf, type Box, type Placement } from './placement.ts';

/** React Aria puts an overlay into place in the frames after it has come. */
const framesToSettle = 2;

/**
 * Tells where the stage is, and whether anything is over it, at once and whenever that may have changed. Returns the
 * end of it.
 */
export const watchStage = (stage: HTMLElement, onPlacement: (placement: Placement) => void): (() => void) => {
  const main = stage.closest('main');
  if (!main) return () => undefined;
  const check = () => onPlacement(placementOf(stage.getBoundingClientRect(), sightOf(main), overlays(main)));

  let frame = 0;
  const checkUntilSettled = (framesLeft = framesToSettle) => {
    check();
    cancelAnimationFrame(frame);
    if (framesLeft > 0) frame = requestAnimationFrame(() => checkUntilSettled(framesLeft - 1));
  };

  // What grows or shrinks beside the stage moves it.
  const sizes = new ResizeObserver(check);
  const observeSizes = () => {
    sizes.disconnect();
    for (const element of [stage, main, ...main.children]) sizes.observe(element);
  };
  const siblings = new MutationObserver(observeSizes);
  siblings.observe(main, { childList: true });
  // Dialogs, menus, popovers and tooltips are children of the body.
  const surfaces = new MutationObserver(() => checkUntilSettled());
  surfaces.observe(document.body, { childList: true });
  const listening = new AbortController();
  document.addEventListener('scroll', check, { capture: true, passive: true, signal: listening.signal });
  window.addEventListener('resize', check, { signal: listening.signal });
  observeSizes();
  check();

  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    siblings.disconnect();
    surfaces.disconnect();
    listening.abort();
  };
};

const sightOf = (main: Element): Box =>
  intersection(main.getBoundingClientRect(), {
    left: 0,
    top: 0,
    right: window.innerWidth,
    bottom: window.innerHeight,
  });

/** Everything that the window draws above itself. */
const overlays = (main: Element): readonly Box[] =>
  [...document.body.children]
    .filter((element) => !element.contains(main))
    .concat([...main.querySelectorAll('[data-over-stage]')])
    .map((element) => element.getBoundingClientRect());
