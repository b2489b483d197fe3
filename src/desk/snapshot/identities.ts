import type { Alias, DatedOffice, Decision, Identities, Identity } from "../types.ts";
import { type Stretches, stretchAt, stretches } from "./columns.ts";

/** Identities with the reports of each alias and office as rows of the table of uses. */
export interface BareIdentities {
  readonly list: readonly BareIdentity[];
  readonly rows: Stretches;
  readonly unfit: readonly Decision[];
}

type BareIdentity = readonly [
  id: string,
  name: string,
  kind: Identity["kind"],
  country: string | null,
  reports: number,
  aliases: readonly string[],
  offices: readonly Omit<DatedOffice, "reports">[],
  decisions: readonly Decision[],
];

/** Identities as they are kept: those of an alias or office that have no reports have an empty stretch. */
export function bareIdentities({ list, table, unfit }: Identities): BareIdentities {
  const rows: number[][] = [];
  const rowsOf = (reports: readonly string[]): void => {
    rows.push(reports.map((report) => table.row(report)!));
  };
  const bare = list.map(({ id, name, kind, country, reports, aliases, offices, decisions }): BareIdentity => {
    for (const alias of aliases) rowsOf(alias.reports);
    for (const office of offices) rowsOf(office.reports);
    const dated = offices.map(({ office, title, country: of, body, from, to, basis }) => ({
      office,
      title,
      country: of,
      body,
      from,
      to,
      basis,
    }));
    return [id, name, kind, country, reports, aliases.map((alias) => alias.name), dated, decisions];
  });
  return { list: bare, rows: stretches(rows), unfit };
}

/** The identities that were kept; `ids` are the reports of the table's rows. */
export function identitiesFrom({ list, rows }: BareIdentities, ids: readonly string[]): Identity[] {
  let next = 0;
  const reportsOf = (): Rows => new Rows(rows, next++, ids);
  // One object for a decision that made several what they are.
  const decided = new Map<string, Decision>();
  return list.map(([id, name, kind, country, reports, aliases, offices, decisions]) => ({
    id,
    name,
    kind,
    country,
    reports,
    aliases: aliases.map((alias) => new KeptAlias(alias, reportsOf())),
    offices: offices.map((office) => new KeptOffice(office, reportsOf())),
    decisions: decisions.map((one) => {
      const key = JSON.stringify(one);
      const known = decided.get(key) ?? one;
      decided.set(key, known);
      return known;
    }),
  }));
}

/** Some reports, by the stretch of their rows. */
class Rows {
  readonly #rows: Stretches;
  readonly #nth: number;
  readonly #ids: readonly string[];

  constructor(rows: Stretches, nth: number, ids: readonly string[]) {
    this.#rows = rows;
    this.#nth = nth;
    this.#ids = ids;
  }
  get count(): number {
    return stretchAt(this.#rows, this.#nth).length;
  }
  get ids(): string[] {
    return Array.from(stretchAt(this.#rows, this.#nth), (row) => this.#ids[row]!);
  }
}

class KeptAlias implements Alias {
  readonly name: string;
  readonly #rows: Rows;

  constructor(name: string, rows: Rows) {
    this.name = name;
    this.#rows = rows;
  }
  get count(): number {
    return this.#rows.count;
  }
  get reports(): readonly string[] {
    return this.#rows.ids;
  }
}

class KeptOffice implements DatedOffice {
  readonly office: string;
  readonly title: string;
  readonly country: string | null;
  readonly body: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: DatedOffice["basis"];
  readonly #rows: Rows;

  constructor({ office, title, country, body, from, to, basis }: Omit<DatedOffice, "reports">, rows: Rows) {
    this.office = office;
    this.title = title;
    this.country = country;
    this.body = body;
    this.from = from;
    this.to = to;
    this.basis = basis;
    this.#rows = rows;
  }
  get reports(): readonly string[] {
    return this.#rows.ids;
  }
}
