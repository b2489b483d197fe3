const A = "Hélène Marchetti";
const B = "Kemal Aydoğan";
const pair = `${encodeURIComponent(A)}/${encodeURIComponent(B)}`;

/** The views of the desk by name, with an address over the example reports; ids are asked of the API. */
export const VIEWS: Readonly<Record<string, string | ((address: string) => Promise<string>)>> = {
  today: "/",
  coming: "/coming",
  encounters: "/encounters",
  encounter: async (address) => `/encounters/${await firstOf(address, "encounters?status=held&limit=1")}`,
  relations: "/relations",
  relation: `/relations/${pair}`,
  brief: `/relations/${pair}/brief`,
  positions: "/positions",
  actors: "/actors",
  actor: `/actors/${encodeURIComponent(A)}`,
  network: "/network",
  map: "/map",
  reports: "/reports",
  report: async (address) => `/reports/${(await firstOf(address, "reports?order=oldest&limit=1")).slice(0, 16)}`,
  ask: `/ask?q=${encodeURIComponent("When did Marchetti and Aydoğan last speak?")}`,
  find: "/find?words=ceasefire",
  inbox: "/inbox",
  changes: "/changes",
};

/** The address of a view on a served desk. Throws where there is no such view. */
export async function pathOf(view: string, address: string): Promise<string> {
  const where = VIEWS[view];
  if (where === undefined) throw new Error(`There is no view "${view}"; there are ${Object.keys(VIEWS).join(", ")}.`);
  return typeof where === "string" ? where : await where(address);
}

async function firstOf(address: string, path: string): Promise<string> {
  const response = await fetch(`${address}/api/${path}`);
  const { items } = (await response.json()) as { items: { id: string }[] };
  if (!items[0]) throw new Error(`/api/${path} gives nothing.`);
  return items[0].id;
}
