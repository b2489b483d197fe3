import { covers } from "../lexicon/offices.ts";
import type { Entry, Identities, KeptReport, PartyFacts } from "./types.ts";
import { valueAt } from "./uses.ts";

const LEADING = new Set(["head-of-state", "head-of-government", "foreign-minister"]);

/** The contacts of reports as entries, with who their parties are. */
export const entriesOf = (reports: readonly KeptReport[], ids: Identities): Entry[] =>
  reports.flatMap(({ id, published, record }) =>
    record.contacts.map((contact) => identified({ report: id, published, contact, parties: [], facts: [] }, ids)),
  );

/** An entry with its parties as the identities have them now; the same object where that changes nothing. */
export function identified(entry: Entry, ids: Identities): Entry {
  const parties = entry.contact.parties.map((name) => ids.of(entry.report, name));
  const facts = parties.map((id) => factsOf(id, entry.published, ids));
  const same =
    entry.parties.length === parties.length &&
    parties.every((p, i) => p === entry.parties[i]) &&
    facts.every((f, i) => sameFacts(f, entry.facts[i]!));
  return same ? entry : { ...entry, parties, facts };
}

const sameFacts = (a: PartyFacts, b: PartyFacts): boolean =>
  a === b || (a.named === b.named && a.country === b.country && a.side === b.side);

const cache = new WeakMap<Identities, Map<string, PartyFacts>>();

function factsOf(id: string, day: string | null, ids: Identities): PartyFacts {
  const facts = valueAt(cache, ids, () => new Map<string, PartyFacts>());
  return valueAt(facts, `${id}|${day}`, () => lookUp(id, day, ids));
}

function lookUp(id: string, day: string | null, ids: Identities): PartyFacts {
  const identity = ids.get(id);
  const kind = identity?.kind ?? (/^[A-Z]{3}$/.test(id) ? "state" : "group");
  const named = kind === "person" || kind === "state" || (kind === "organisation" && /^\p{Lu}/u.test(id));
  const country = kind === "state" ? id : (identity?.country ?? null);
  const leads = identity?.offices.some(
    ({ basis, country: of, office, from, to }) =>
      basis === "office-file" &&
      of === country &&
      LEADING.has(office) &&
      covers(
        { person: id, country: of, body: null, office, title: "", from: from ?? "", to: to ?? "", sector: null },
        day,
      ),
  );
  return { named, country, side: country !== null && (kind === "state" || leads) ? country : null };
}
