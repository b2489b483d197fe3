import type { ComponentChildren } from "preact";
import { listed, STATUS_WORDS, timeInWords, whenOf } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { MediumMark, StatusTag } from "../../ui/basics.tsx";
import { citedAt, Evidence, Quote, Source } from "../../ui/evidence.tsx";
import type { Claimed, Disputed, Item, Moved, NewContact, Turned } from "./front.ts";
import { CHANGE_WORDS, contactHeadline, saidOn, turnedHeadline } from "./headlines.ts";

interface StoryProps {
  readonly kicker: ComponentChildren;
  readonly href: string;
  readonly headline: string;
  readonly lead?: boolean;
  readonly children: ComponentChildren;
}

/** A piece of news under its headline; the one that leads the page stands larger. */
const Story = ({ kicker, href, headline, lead = false, children }: StoryProps) => (
  <article class={`today-story${lead ? " today-lead" : ""}`}>
    <p class="today-kicker">{kicker}</p>
    {lead ? (
      <h2>
        <a class="today-title" href={href} data-stop>
          {headline}
        </a>
      </h2>
    ) : (
      <h3>
        <a class="today-title" href={href} data-stop>
          {headline}
        </a>
      </h3>
    )}
    {children}
  </article>
);

const Sides = ({ children }: { readonly children: ComponentChildren }) => <div class="today-sides">{children}</div>;

const Side = ({ label, children }: { readonly label: ComponentChildren; readonly children: ComponentChildren }) => (
  <div class="today-side">
    <p class="today-side-label">{label}</p>
    {children}
  </div>
);

/** Any piece of news. */
export function News({ item, lead = false }: { readonly item: Item; readonly lead?: boolean }) {
  switch (item.is) {
    case "turned":
      return <TurnedStory of={item.of} lead={lead} />;
    case "moved":
      return <MovedStory of={item.of} lead={lead} />;
    case "claim":
      return <ClaimStory of={item.of} lead={lead} />;
    case "disputed":
      return <DisputedStory of={item.of} lead={lead} />;
    case "contact":
      return <ContactStory of={item.of} lead={lead} />;
  }
}

interface Of<T> {
  readonly of: T;
  readonly lead: boolean;
}

const TurnedStory = ({ of: { encounter, from, to: now, before, after }, lead }: Of<Turned>) => (
  <Story
    kicker={`Was ${STATUS_WORDS[from]}, now ${STATUS_WORDS[now]}`}
    href={to.encounter(encounter.id)}
    headline={turnedHeadline(encounter)}
    lead={lead}
  >
    <p class="note">
      {whenOf(encounter)}
      {encounter.place && `, ${encounter.place}`}
    </p>
    <Sides>
      <Side label={`Then: ${STATUS_WORDS[from]}`}>
        <Quote cited={before} />
      </Side>
      <Side label={`Now: ${STATUS_WORDS[now]}`}>
        <Quote cited={after} />
      </Side>
    </Sides>
  </Story>
);

function MovedStory({ of: { actor, topic, change }, lead }: Of<Moved>) {
  const { before, after, kind, why } = change;
  return (
    <Story
      kicker={`Position: ${CHANGE_WORDS[kind].toLowerCase()}`}
      href={to.positions([actor.id], topic)}
      headline={`${actor.name} on ${topic}`}
      lead={lead}
    >
      <p class="note">Read as {why}</p>
      <Sides>
        {[before, after].map(
          (position, i) =>
            position?.statement.evidence[0] && (
              <Side
                key={`${position.statement.report} ${position.statement.entry}`}
                label={`${i === 0 ? "Before" : "After"}: ${saidOn(position.statement.day, position.statement.dated)}`}
              >
                <Quote cited={position.statement.evidence[0]} />
              </Side>
            ),
        )}
      </Sides>
    </Story>
  );
}

function ClaimStory({ of: { report, claim }, lead }: Of<Claimed>) {
  const at = claim.sentence.indexOf(claim.quote);
  const href = to.report(report.id, { at: `${claim.from}-${claim.to}` });
  const witnesses = claim.verdict === "contradicted" ? claim.against : claim.support;
  return (
    <Story
      kicker={<span class={`today-${claim.verdict}`}>Claim {claim.verdict} by the record</span>}
      href={href}
      headline={`“${claim.quote}”`}
      lead={lead}
    >
      <figure class="quote">
        <blockquote>
          {at < 0 ? (
            claim.sentence
          ) : (
            <>
              {claim.sentence.slice(0, at)}
              <mark>{claim.quote}</mark>
              {claim.sentence.slice(at + claim.quote.length)}
            </>
          )}
        </blockquote>
        <figcaption>
          <a class="source" href={href}>
            {report.title ?? `Report ${report.id.slice(0, 8)}`}
            {report.published && `, ${timeInWords(report.published)}`}, line {claim.line}
          </a>
        </figcaption>
      </figure>
      {claim.reasons.map((reason) => (
        <p class="note" key={reason}>
          {reason}
        </p>
      ))}
      {witnesses.length > 0 && (
        <ul class="today-witnesses note">
          {witnesses.slice(0, 4).map((one) => (
            <li key={one.id}>
              <a href={to.encounter(one.id)}>{contactHeadline(one)}</a>, {whenOf(one)}
            </li>
          ))}
        </ul>
      )}
    </Story>
  );
}

const DisputedStory = ({ of: { encounter, disagree }, lead }: Of<Disputed>) => (
  <Story
    kicker={
      <span class="today-contradicted">Reports disagree on the {listed(disagree.map(({ field }) => field))}</span>
    }
    href={to.encounter(encounter.id)}
    headline={contactHeadline(encounter)}
    lead={lead}
  >
    {disagree.map(({ field, message, evidence }) => (
      <div key={`${field} ${message}`}>
        <p class="note">{message}</p>
        <Sides>
          {evidence.slice(0, 4).map(({ value, words }) => (
            <Side label={timeInWords(value)} key={`${words.report} ${words.from}`}>
              <Quote cited={words} />
            </Side>
          ))}
        </Sides>
      </div>
    ))}
  </Story>
);

const ContactStory = ({ of: encounter, lead }: Of<NewContact>) => (
  <Story
    kicker={
      <>
        <MediumMark medium={encounter.medium} status={encounter.status} /> New contact ·{" "}
        {STATUS_WORDS[encounter.status]} · {whenOf(encounter)}
      </>
    }
    href={to.encounter(encounter.id)}
    headline={contactHeadline(encounter)}
    lead={lead}
  >
    <Factors factors={encounter.factors} />
    {encounter.evidence[0] && <Quote cited={encounter.evidence[0]} />}
  </Story>
);

/** What a contact hangs on, in the words of reports. */
export const Factors = ({ factors }: { readonly factors: readonly string[] }) =>
  factors.length > 0 ? (
    <p class="note factors">
      Hangs on <q>{factors.slice(0, 3).join("” · “")}</q>
    </p>
  ) : null;

/** A new contact in the columns. */
export const ContactBrief = ({ encounter }: { readonly encounter: NewContact }) => (
  <article class="today-brief">
    <p class="today-brief-when">
      <MediumMark medium={encounter.medium} status={encounter.status} /> {whenOf(encounter)}
    </p>
    <h3>
      <a class="today-title" href={to.encounter(encounter.id)} data-stop>
        {contactHeadline(encounter)}
      </a>
    </h3>
    <p class="note">
      <StatusTag status={encounter.status} />
      {encounter.topics.length > 0 && ` · on ${encounter.topics.slice(0, 3).join("; ")}`}
    </p>
    <Factors factors={encounter.factors} />
    <Evidence evidence={encounter.evidence} />
  </article>
);

/** The first words of an actor on topics. */
export function FirstWordsBrief({ moved, topics }: { readonly moved: Moved; readonly topics: readonly string[] }) {
  const { statement } = moved.change.after;
  const [words] = statement.evidence;
  return (
    <article class="today-brief">
      <h3>
        <a
          class="today-title"
          href={to.positions([moved.actor.id], topics.length === 1 ? topics[0] : undefined)}
          data-stop
        >
          {moved.actor.name}
        </a>{" "}
        on {listed(topics)}
      </h3>
      {words && (
        <>
          <p class="today-words">
            <a class="today-title" href={citedAt(words)}>
              {words.quote}
            </a>
          </p>
          <p class="note">
            {!moved.spoke_before && "Heard here for the first time. "}
            <Source cited={words} />
          </p>
        </>
      )}
    </article>
  );
}
