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
  let interrupt = (_error: unknown): void => {};
  const iterator = source[Symbol.asyncIterator]();
  for (;;) {
    const next = await orFailure(iterator.next());
    if (next.done) break;
    const heft = weigh(next.value);
    while (items > 0 && (items >= window.items || weight + heft > window.weight)) {
      await orFailure(
        new Promise<void>((resolve) => {
          wake = resolve;
        }),
      );
    }
    items += 1;
    weight += heft;
    last = chain(last, work(next.value), next.value, heft);
  }
  await orFailure(last);

  /** Not Promise.race: a promise that outlives the stream would hold on to every item raced against it. */
  function orFailure<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      interrupt = reject;
      if (failure) reject(failure.error);
      promise.then(resolve, reject);
    });
  }

  async function chain(before: Promise<void>, worked: Promise<Result>, item: Item, heft: number): Promise<void> {
    worked.catch(() => {});
    await before;
    if (failure) return;
    try {
      await emit(await worked, item);
    } catch (error) {
      failure = { error };
      interrupt(error);
    }
    items -= 1;
    weight -= heft;
    wake();
  }
}
