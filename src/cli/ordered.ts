/** How much may be under way at once. */
export interface Window {
  readonly items: number;
  /** Sum of the items' weights; one item alone may pass it. */
  readonly weight: number;
}

/**
 * Works on a stream's items at the same time and emits the results in the items' order.
 * Back-pressure goes both ways: no more than the window is taken from the source before the results are emitted,
 * and the next result waits for the emission of the one before. The first error of any side ends it.
 */
export async function inOrder<Item, Result>(
  source: AsyncIterable<Item>,
  window: Window,
  weigh: (item: Item) => number,
  work: (item: Item) => Promise<Result>,
  emit: (result: Result, item: Item) => Promise<void>,
): Promise<void> {
  let items = 0;
  let weight = 0;
  let last: Promise<void> = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;
  let wake = (): void => {};
  for await (const item of source) {
    const heft = weigh(item);
    while (!failure && items > 0 && (items >= window.items || weight + heft > window.weight)) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure) throw failure.error;
    items += 1;
    weight += heft;
    last = chain(last, work(item), item, heft);
  }
  await last;
  if (failure) throw failure.error;

  async function chain(before: Promise<void>, worked: Promise<Result>, item: Item, heft: number): Promise<void> {
    worked.catch(() => {});
    try {
      await before;
      if (!failure) await emit(await worked, item);
    } catch (error) {
      failure ??= { error };
    } finally {
      items -= 1;
      weight -= heft;
      wake();
    }
  }
}
