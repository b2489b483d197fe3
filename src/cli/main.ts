#!/usr/bin/env node
import { CommanderError } from "commander";
import { complain, EXIT, exitCode } from "./exit.ts";
import { quitWhenUnread } from "./output.ts";
import { createProgram } from "./program.ts";

quitWhenUnread();
try {
  await createProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  } else {
    complain(error);
    process.exitCode = exitCode(error);
  }
}
