import { expect, it } from "vitest";
import { call } from "../store/fixture.ts";
import { served } from "./fixture.ts";

it("gives what is coming as iCalendar", async () => {
  const { app } = await served([
    call("Ada Lind", "Boris; Vale, Jr", "2025-03-25", { status: "planned", date: "2025-04-05", place: "Geneva" }),
    call("Ada Lind", "Carla Moss", "2025-04-20", {
      status: "possible",
      date: null,
      bounds: { earliest: "2025-04-21", latest: "2025-04-30" },
      factors: ["if the truce holds\nEND:VCALENDAR"],
    }),
  ]);
  const response = await app.request("/api/calendar.ics?today=2025-04-01");
  expect(response.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
  expect(response.headers.get("ETag")).toBeTruthy();
  const text = await response.text();
  const lines = text.split("\r\n");
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const whole = text.replaceAll("\r\n ", "").split("\r\n");
  expect(whole).toContain("DTSTART;VALUE=DATE:20250405");
  expect(whole).toContain("DTEND;VALUE=DATE:20250406");
  expect(whole).toContain("SUMMARY:Call: Ada Lind and Boris\\; Vale\\, Jr");
  expect(whole).toContain("LOCATION:Geneva");
  expect(whole.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  const later = await (await app.request("/api/calendar.ics?today=2025-04-20")).text();
  const unfolded = later.replaceAll("\r\n ", "");
  expect(unfolded).toContain("DTEND;VALUE=DATE:20250501");
  expect(unfolded).toContain("STATUS:TENTATIVE");
  expect(unfolded).toContain("if the truce holds\\nEND:VCALENDAR");
  expect(unfolded.match(/^END:VCALENDAR/gm)).toHaveLength(1);
});
