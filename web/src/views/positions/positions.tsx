import { useRef } from "preact/hooks";
import { type Address, useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/answer.ts";
import { counted, listed } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useKeys } from "../../shell/keys.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { Page } from "../../ui/basics.tsx";
import { NameTrouble } from "../../ui/name-trouble.tsx";
import { Empty, Loading } from "../../ui/states.tsx";
import { askHolders } from "./ask.ts";
import { Choose } from "./choose.tsx";
import { LedgerView } from "./ledger-view.tsx";
import { type Holder, type Row, rowsOf } from "./matrix.ts";
import { Matrix } from "./matrix-view.tsx";
import "./positions.css";

/** So many topics are shown until all are asked for. */
const TOPICS = 12;

/** What actors hold, topic by topic and over time, and where they moved. */
export default function Positions() {
  const address = useAddress();
  const actors = address.all("actor");
  const topic = address.one("topic");
  const wanted = { actors, since: address.one("since"), until: address.one("until") };
  const all = useAnswer(["positions", wanted], () => askHolders(wanted));
  const known = all.data && rowsOf(all.data);
  // Words that are the name of no topic are looked for by the server.
  const unknown = topic !== undefined && known !== undefined && !known.some((row) => row.topic === topic);
  const searched = useAnswer(unknown ? ["positions on", wanted, topic] : null, () => askHolders(wanted, topic));
  const holders = unknown ? searched.data : all.data;
  const error = (all.data ? undefined : all.error) ?? (unknown && !searched.data ? searched.error : undefined);
  const page = useRef<HTMLDivElement>(null);
  useListKeys("Marks", page);
  useKeys("Positions", [
    { key: "Escape", does: "close the words", run: () => address.one("open") && address.go({ open: null, on: null }) },
  ]);
  const rows = holders && rowsOf(holders).filter((row) => unknown || topic === undefined || row.topic === topic);
  return (
    <Page title="Positions" class="positions" lead={holders && rows && <>{leadOf(holders, rows, topic)}</>}>
      <Choose
        address={address}
        holders={all.data ?? []}
        topics={known?.map((row) => row.topic) ?? []}
        usual={actors.length === 0}
      />
      {error ? (
        <NameTrouble error={error} retry={all.reload} instead={insteadOf(address, error.problem.detail)} />
      ) : holders && rows ? (
        <div ref={page}>
          <Shown holders={holders} rows={rows} address={address} />
        </div>
      ) : (
        <Loading what="positions" lines={9} />
      )}
    </Page>
  );
}

function leadOf(holders: readonly Holder[], rows: readonly Row[], topic: string | undefined): string {
  if (holders.length === 0) return "What actors hold, topic by topic, and where they moved.";
  const ledgers = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
  const changes = ledgers.flatMap((ledger) => ledger.changes.filter(({ before }) => before !== null)).length;
  const who = listed(holders.map(({ actor }) => actor.name));
  const on = topic === undefined ? `${counted(rows.length, "topic")}` : `“${topic}”`;
  const moved = changes === 0 ? "no change of position seen" : `${counted(changes, "change")} of position`;
  return `What ${who} said on ${on}: ${moved}.`;
}

/** Puts a candidate in the place of the name that the problem speaks of. */
function insteadOf(address: Address, detail: string): (name: string) => string {
  const actors = address.all("actor");
  const wrong = actors.find((name) => detail.includes(`“${name}”`)) ?? actors[0];
  return (name) => address.with({ actor: actors.map((one) => (one === wrong ? name : one)) });
}

interface ShownProps {
  readonly holders: readonly Holder[];
  readonly rows: readonly Row[];
  readonly address: Address;
}

function Shown({ holders, rows, address }: ShownProps) {
  const [open, on] = [address.one("open"), address.one("on")];
  const topic = address.one("topic");
  const [holder] = holders;
  if (!holder)
    return (
      <Empty title="The record holds nobody who said anything.">
        <p>
          Positions are read out of reports. Bring some in at the <a href={to.inbox()}>Inbox</a>.
        </p>
      </Empty>
    );
  if (rows.length === 0)
    return (
      <Empty title={`Not in the record${topic ? `: a statement of theirs on “${topic}”` : ""}.`}>
        <p>
          The record may lack reports. Choose others above, or{" "}
          <a href={address.with({ topic: null, since: null, until: null })}>show all their topics and times</a>.
        </p>
      </Empty>
    );
  const only = rows.length === 1 && holders.length === 1 ? rows[0]!.cells[0] : null;
  if (only && topic !== undefined)
    return (
      <LedgerView
        holder={holder}
        ledger={only}
        open={open}
        hrefOf={(key) => address.with({ open: key, on: only.topic })}
      />
    );
  const lexicon = rows.filter(({ basis }) => basis === "lexicon");
  const first = (lexicon.length > 0 && topic === undefined ? lexicon : rows).slice(0, TOPICS);
  const shown = address.one("all") ? rows : first;
  return (
    <>
      <Matrix
        holders={holders}
        rows={shown}
        open={open && on ? { key: open, topic: on } : null}
        hrefOf={(key, of) => address.with(open === key && on === of ? { open: null, on: null } : { open: key, on: of })}
        closed={address.with({ open: null, on: null })}
      />
      {shown.length < rows.length && (
        <p class="more no-print">
          <a class="button" href={address.with({ all: "yes" })}>
            Show all {rows.length.toLocaleString("en")} topics
          </a>
          <span class="note">also those that are named by a speaker's own word alone</span>
        </p>
      )}
    </>
  );
}
