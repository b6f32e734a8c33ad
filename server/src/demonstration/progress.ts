const millisecondsBetween = 2000;

export const counted = (uses: number) => uses.toLocaleString('en-US');

/** Tells how many uses are loaded, with a line at the beginning and then every other second. */
export function progressLines(say: (line: string) => void, all: number): (uses: number) => void {
  let last = 0;
  return (uses) => {
    const now = performance.now();
    if (uses === 0) say(`Loading about ${counted(all)} uses of the demonstration …`);
    else if (now - last > millisecondsBetween) say(`  ${counted(uses)} uses …`);
    else return;
    last = now;
  };
}
