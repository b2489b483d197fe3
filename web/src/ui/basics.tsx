import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { changes } from "../data/live.ts";
import type { ActorRef, ContactKind, EntryType, Medium, Status } from "../data/types.ts";
import { actorName, KIND_WORDS, MEDIUM_WORDS, STATUS_WORDS, TYPE_WORDS } from "../format/words.ts";
import { to } from "../routes.ts";

interface PageProps {
  readonly title: string;
  /** Above the title: what kind of page it is. */
  readonly kicker?: ComponentChildren;
  /** Under the title: what the page says, in a sentence. */
  readonly lead?: ComponentChildren;
  /** Beside the title: what can be done. */
  readonly actions?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A view: its heading, which takes the focus when the view opens, and what is under it. */
export function Page({ title, kicker, lead, actions, class: name = "", children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === "Today" ? "Chancery" : `${title} · Chancery`;
  }, [title]);
  useEffect(() => {
    // Not where the reader began to type while the view was on its way.
    if (!document.activeElement?.matches("input, textarea, select")) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class={`page ${name}`}>
      <header class="page-head">
        <div class="page-words">
          {kicker && <p class="kicker">{kicker}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="page-actions no-print">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly id?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A part of a view under a heading and a rule. */
export function Section({ title, note, id, class: name = "", children }: SectionProps) {
  return (
    <section class={`section ${name}`} id={id} aria-label={title}>
      <header class="section-head">
        <h2>{title}</h2>
        {note && <p class="note">{note}</p>}
      </header>
      {children}
    </section>
  );
}

/** An actor as a link to its page. */
export const ActorLink = ({ actor }: { readonly actor: ActorRef | string }) =>
  typeof actor === "string" ? (
    <a class="actor" href={to.actor(actor)}>
      {actorName(actor)}
    </a>
  ) : (
    <a class="actor" href={to.actor(actor.id)}>
      {actor.name}
    </a>
  );

/** Actors in a row, with "and" before the last. */
export function ActorList({ actors }: { readonly actors: readonly (ActorRef | string)[] }) {
  return (
    <>
      {actors.map((actor, i) => (
        <span key={typeof actor === "string" ? actor : actor.id}>
          {i > 0 && (i === actors.length - 1 ? " and " : ", ")}
          <ActorLink actor={actor} />
        </span>
      ))}
    </>
  );
}

/** How sure an encounter is: told by the form of the mark, and in words. */
export const StatusTag = ({ status }: { readonly status: Status }) => (
  <span class={`status status-${status}`}>{STATUS_WORDS[status]}</span>
);

/** What kind of entry something is. */
export const TypeTag = ({ type }: { readonly type: EntryType }) => (
  <span class={`type type-${type}`}>{TYPE_WORDS[type]}</span>
);

/** The shapes of the media, here and in charts: circle, triangle, square, diamond; a bar where nobody says. */
export const MEDIUM_PATHS: Readonly<Record<Medium | "unknown", string>> = {
  "in-person": "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0 -11Z",
  phone: "M8 2.2L14 13.2H2Z",
  video: "M3 3H13V13H3Z",
  written: "M8 1.6L14.4 8L8 14.4L1.6 8Z",
  unknown: "M2.5 6.5H13.5V9.5H2.5Z",
};

/** The mark of a medium; filled where the contact was held, open where it is planned, broken where only possible. */
export function MediumMark({ medium, status = "held" }: { readonly medium: Medium | null; readonly status?: Status }) {
  return (
    <svg class={`medium mark-${status}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={MEDIUM_PATHS[medium ?? "unknown"]} />
      {status === "negated" && <path class="strike" d="M1.5 14.5L14.5 1.5" />}
    </svg>
  );
}

/** "Video conference", with "by video" where the kind does not tell the medium. */
export function kindOf(kind: ContactKind, medium: Medium | null): string {
  const told = medium === null || kind === "call" || kind === "video" || kind === "letter" || kind === "message";
  return told || medium === "in-person" ? KIND_WORDS[kind] : `${KIND_WORDS[kind]} ${MEDIUM_WORDS[medium]}`;
}

/** Re-renders whoever reads it when the record changed. */
export const useVersion = (): number => changes.value;
