import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { recordJsonSchema } from "../../src/record/schema.ts";
import { run } from "./run.ts";

const program = createProgram();

describe("the command line", () => {
  test("prints its version and its help with the exit codes", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    const help = await run(["--help"]);
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 .*\n {2}4 /);
  });

  test.each(program.commands.map((command) => command.name()))("%s has help with an example", async (name) => {
    const help = await run([name, "--help"]);
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(/Examples:\n {2}\S/);
  });

  test("an unknown command is exit code 2, and so is none", async () => {
    expect(await run(["frob"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("unknown command"),
    });
    expect(await run([])).toMatchObject({ code: 2, stdout: "" });
  });

  test("schema prints the record's JSON Schema", async () => {
    const ran = await run(["schema"]);
    expect(JSON.parse(ran.stdout)).toEqual(JSON.parse(JSON.stringify(recordJsonSchema())));
  });

  test("parse prints CoNLL-U of a text and of a file's own words", async () => {
    const ran = await run(["parse"], "The minister met her counterpart. They talked.\n");
    expect(ran.code).toBe(0);
    const sentences = ran.stdout.trim().split("\n\n");
    for (const row of sentences.flatMap((s) => s.split("\n").filter((line) => !line.startsWith("#")))) {
      expect(row.split("\t")).toHaveLength(10);
    }
    const input =
      "# sent_id = w1\n# text = He can't.\n1\tHe\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tca\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
    for (const text of [input, input.replaceAll("\n", "\r\n")]) {
      const again = await run(["parse", "--conllu", "-"], text);
      expect(again.code).toBe(0);
      expect(again.stdout).toMatch(/^# sent_id = w1\n# text = He can't\.\n1\tHe\t.*\n2\tca\t.*\n3\tn't\t.*\n/);
    }
  });

  test("parse --conllu of something else is exit code 3", async () => {
    for (const text of ["Hello there.\n", "# only a comment\n"]) {
      expect(await run(["parse", "--conllu"], text)).toMatchObject({
        code: 3,
        stderr: expect.stringContaining("not CoNLL-U"),
      });
    }
  });

  test("examples prints the records of the examples", async () => {
    const ran = await run(["examples"]);
    expect(ran.stderr).toBe("");
    expect(ran.code).toBe(0);
    expect(ran.stdout.match(/^examples\/\S+/gm)?.length).toBeGreaterThanOrEqual(6);
  });
});

describe("docs/cli.md", () => {
  const docs = readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8");

  test.each(program.commands.map((command) => [command.name(), command] as const))(
    "%s and its options are there",
    (name, command) => {
      expect(docs).toContain(`## \`chancery ${name}`);
      const section = docs.split(`## \`chancery ${name}`)[1]!.split("\n## ")[0]!;
      for (const option of command.options) expect(section).toContain(`\`${option.flags}\``);
      for (const argument of command.registeredArguments) expect(section).toContain(argument.name().toUpperCase());
    },
  );

  test("the program's own options and exit codes are there", () => {
    for (const option of program.options) expect(docs).toContain(`\`${option.flags}\``);
    for (const code of [0, 1, 2, 3, 4]) expect(docs).toMatch(new RegExp(`^\\| ${code} \\|`, "m"));
    for (const variable of ["CHANCERY_DEBUG", "NO_COLOR"]) expect(docs).toContain(variable);
  });
});
