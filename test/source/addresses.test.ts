import { describe, expect, test } from "vitest";
import { FetchError } from "../../src/record/errors.ts";
import { checkAddresses, refusal } from "../../src/source/addresses.ts";

describe("addresses", () => {
  test.each(["93.184.215.14", "8.8.8.8", "172.32.0.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00:1450:4001::1"])(
    "%s is public",
    (address) => {
      expect(refusal(address)).toBeUndefined();
    },
  );

  test.each([
    "127.0.0.1",
    "127.1.2.3",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "100::1",
    "4000::1",
    "not an address",
    "",
  ])("%s is refused", (address) => {
    expect(refusal(address)).toBeTypeOf("string");
  });

  test("one private address among public ones is enough", () => {
    const addresses = [
      { address: "8.8.8.8", family: 4 },
      { address: "10.0.0.8", family: 4 },
    ];
    expect(() => checkAddresses("two.example", addresses)).toThrow(
      new FetchError(
        "two.example leads to 10.0.0.8, a private address; it is refused unless --allow-private is given.",
      ),
    );
    expect(() => checkAddresses("none.example", [])).toThrow(FetchError);
  });
});
