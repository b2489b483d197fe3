import type { LookupAddress } from "node:dns";
import ipaddr from "ipaddr.js";
import { FetchError } from "../record/errors.ts";

/** Public by number, but answered by the cloud's own machinery: Azure's wire server. */
const CLOUD_INTERNAL = new Set(["168.63.129.16"]);

/** Only 2000::/3 is given out for the public Internet; ranges inside it that are not are known to ipaddr.js. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Why an IP address must not be connected to, or undefined where it is a public one.
 * IPv4 addresses inside IPv6 ones are judged as IPv4; what cannot be parsed is refused.
 */
export function refusal(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return "not an IP address";
  const parsed = ipaddr.process(address.replace(/%.*$/, ""));
  if (CLOUD_INTERNAL.has(parsed.toString())) return "a cloud provider's internal address";
  const range = parsed.range();
  if (range !== "unicast") return RANGES[range] ?? `a ${range} address`;
  if (parsed.kind() === "ipv6" && !(parsed as ipaddr.IPv6).match(GLOBAL_IPV6)) return "not a public address";
  return undefined;
}

const RANGES: Readonly<Record<string, string>> = {
  loopback: "this machine's own (loopback) address",
  private: "a private address",
  uniqueLocal: "a private (unique local) address",
  linkLocal: "a link-local address, such as cloud metadata services have",
  carrierGradeNat: "a carrier's internal address",
  unspecified: "the unspecified address",
};

/** Throws FetchError naming the host where any of its addresses is not public. */
export function checkAddresses(host: string, addresses: readonly LookupAddress[]): void {
  if (addresses.length === 0) throw new FetchError(`${host} has no address.`);
  for (const { address } of addresses) {
    const why = refusal(address);
    if (!why) continue;
    const leads = address === host ? `${host} is ${why}` : `${host} leads to ${address}, ${why}`;
    throw new FetchError(`${leads}; it is refused unless --allow-private is given.`);
  }
}
