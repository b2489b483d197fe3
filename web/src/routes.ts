/** The address of every view. All links are made here, so that what is linked can be found. */

const part = encodeURIComponent;

/** A query string of what is given, in the order given; nothing where nothing is. */
export function query(
  values: Readonly<Record<string, string | number | readonly string[] | null | undefined>>,
): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, String(one)] as [string, string]),
  );
  const text = new URLSearchParams(pairs.filter(([, value]) => value !== "")).toString();
  return text ? `?${text}` : "";
}

export const to = {
  today: () => "/",
  reports: (words?: string) => `/reports${query({ words })}`,
  /** A report; `at` marks a span of its text ("120-140"), `entry` one of its entries by key. */
  report: (id: string, { at, entry }: { readonly at?: string; readonly entry?: string } = {}) =>
    `/reports/${part(id.slice(0, 16))}${query({ at, entry })}`,
  actors: () => "/actors",
  actor: (id: string) => `/actors/${part(id)}`,
  relation: (a: string, b: string) => `/relations/${part(a)}/${part(b)}`,
  relations: () => "/relations",
  brief: (a: string, b: string) => `/relations/${part(a)}/${part(b)}/brief`,
  log: (filter: Readonly<Record<string, string | readonly string[] | null | undefined>> = {}) =>
    `/encounters${query(filter)}`,
  encounter: (id: string) => `/encounters/${part(id)}`,
  coming: (actor?: string) => `/coming${query({ actor })}`,
  positions: (actors: readonly string[] = [], topic?: string) => `/positions${query({ actor: actors, topic })}`,
  ask: (question: string) => `/ask${query({ q: question })}`,
  find: (words: string) => `/find${query({ words })}`,
  network: (filter: Readonly<Record<string, string | readonly string[] | null | undefined>> = {}) =>
    `/network${query(filter)}`,
  map: (filter: Readonly<Record<string, string | readonly string[] | null | undefined>> = {}) => `/map${query(filter)}`,
  inbox: () => "/inbox",
  changes: () => "/changes",
} as const;
