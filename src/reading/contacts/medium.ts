import type { ContactFrame } from "../../lexicon/contact-frames.ts";
import type { ContactKind, Medium } from "../../record/schema.ts";
import type { Scene } from "../participants.ts";

/** "by phone", "via video link", "in person": the medium where the words say it. */
export function statedMedium(text: string): Medium | null {
  const t = text.toLowerCase();
  if (
    /\b(by|via|through) (video|videoconference|video link|zoom)|\bvirtual(ly)?\b|\bvideo[ -]?(conference|call|link)/.test(
      t,
    )
  )
    return "video";
  if (
    /\bby (tele)?phone\b|\bover the (tele)?phone\b|\bon the (tele)?phone\b|\b(tele)?phone (call|conversation)\b/.test(t)
  )
    return "phone";
  if (/\bin[ -]person\b|\bface[ -]to[ -]face\b|\bover (a )?(\w+ )?(lunch|dinner|breakfast|coffee|tea)\b/.test(t))
    return "in-person";
  return null;
}

/** The kind of a contact: its frame's, unless the medium or a body as host says otherwise. */
export function kindOf(
  scene: Scene,
  frame: ContactFrame,
  medium: Medium | null,
  parties: readonly string[],
): ContactKind {
  const { kind } = frame;
  if (frame.word === "host" && parties.some((p) => scene.actors.drafts.get(p)?.kind === "organisation"))
    return "summit";
  if (medium === "video" && kind !== "letter") return "video";
  if (medium === "phone" && /^(meeting|talks|call)$/.test(kind)) return "call";
  return medium === "in-person" && kind === "call" ? "meeting" : kind;
}
