import type { Report } from "../../data/types.ts";
import { counted, dayWithWeekday, listed } from "../../format/words.ts";
import { instantInWords } from "../changes/layer-words.ts";

/** Publication, publisher, address, reader: what a report is, apart from what it says. */
export function Facts({ report }: { readonly report: Report }) {
  const { published, publisher, address, kind, addedAt, record, readings } = report;
  return (
    <dl class="report-facts">
      <Fact name="Published">{published ? dayWithWeekday(published) : <em>unknown</em>}</Fact>
      <Fact name="Publisher">{publisher ?? <em>unknown</em>}</Fact>
      {address && (
        <Fact name="Address">
          <a href={address} rel="noopener noreferrer" target="_blank">
            {shownAddress(address)}
          </a>
        </Fact>
      )}
      <Fact name="Came in">
        as {KINDS[kind]}, {instantInWords(addedAt)}
      </Fact>
      <Fact name="Read by">
        {record.reader}
        {readings.length > 1 && `, after ${counted(readings.length - 1, "earlier reading")}`}
      </Fact>
    </dl>
  );
}

const KINDS: Readonly<Record<Report["kind"], string>> = { text: "text", html: "a web page", pdf: "a PDF" };

const Fact = ({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const shownAddress = (address: string): string => {
  const short = address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
  return short.length > 60 ? `${short.slice(0, 58)}…` : short;
};

/** "4 contacts, 9 statements, 5 acts and 2 sums in the record." */
export function readFrom({ entries }: Report): string {
  const count = (type: string): number => entries.filter((entry) => entry.type === type).length;
  const parts = [
    [count("contact"), "contact"] as const,
    [count("statement"), "statement"] as const,
    [count("event"), "act"] as const,
    [count("sum"), "sum"] as const,
  ].flatMap(([number, noun]) => (number > 0 ? [counted(number, noun)] : []));
  if (parts.length === 0) return "Nothing from this report is in the record.";
  return `${listed(parts)} in the record.`;
}
