// Work that is under way is not begun a second time: whoever asks meanwhile waits for it.

/** `work`, an async function of nothing, as one that runs once at a time. */
export function onceAtATime(work) {
  let running = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}
