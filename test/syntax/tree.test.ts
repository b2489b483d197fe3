import { describe, expect, it } from "vitest";
import * as tree from "../../src/syntax/tree.ts";
import type { Token } from "../../src/syntax/types.ts";
import { sentenceOf, word } from "./build.ts";

const texts = (tokens: readonly Token[]): string => tokens.map((t) => t.text).join(" ");

const met = sentenceOf(`
  Macron NNP 3 nsubj
  has VBZ 3 aux have
  met VBN 0 root meet
  Putin NNP 3 obj
  , , 7 punct
  the DT 7 det
  president NN 4 appos
  of IN 9 case
  Russia NNP 7 nmod
  , , 7 punct
  and CC 12 cc
  called VBN 3 conj call
  Scholz NNP 12 obj
  because IN 16 case
  of IN 14 fixed
  gas NN 12 obl
  . . 3 punct`);

describe("nodes", () => {
  it("gives subtrees, phrases and ranges", () => {
    expect(texts(tree.subtreeOf(met, word(met, "Putin")))).toBe("Putin , the president of Russia ,");
    expect(texts(tree.phraseOf(met, word(met, "Putin")))).toBe("Putin");
    expect(texts(tree.phraseOf(met, word(met, "president")))).toBe("the president of Russia");
    expect(tree.subtreeRange(met, word(met, "Russia"))).toEqual({ from: 37, to: 46 });
    expect(tree.headOfRange(met, tree.subtreeRange(met, word(met, "president")))).toBe(word(met, "president"));
  });
  it("gives conjuncts, appositions, prepositions and paths", () => {
    expect(texts(tree.conjunctsOf(met, word(met, "called")))).toBe("met called");
    expect(texts(tree.appositionsOf(met, word(met, "president")))).toBe("Putin");
    expect(tree.caseOf(met, word(met, "gas"))).toBe("because of");
    expect(texts(tree.nominalsWith(met, word(met, "called"), "because of"))).toBe("gas");
    expect(tree.pathText(tree.pathBetween(met, word(met, "Macron"), word(met, "Scholz")))).toBe("nsubj↑conj↓obj↓");
    expect(tree.governingPredicate(met, word(met, "Russia"))).toBe(word(met, "met"));
  });
  it("takes subtypes by their bare relation", () => {
    const held = sentenceOf(
      "Talks NNS 3 nsubj:pass talk\nwere VBD 3 aux:pass be\nheld VBN 0 root hold\nby IN 5 case\nBonn NNP 3 obl:agent",
    );
    expect(tree.childBy(held, word(held, "held"), "nsubj")?.text).toBe("Talks");
    expect(tree.agentOf(held, word(held, "held"))?.text).toBe("Bonn");
    expect(tree.patientOf(held, word(held, "held"))?.text).toBe("Talks");
    expect(tree.verbForm(held, word(held, "held"))).toMatchObject({ tense: "past", passive: true, negated: false });
  });
});

describe("clauses", () => {
  it("shares subject and auxiliaries among conjuncts", () => {
    expect(tree.subjectOf(met, word(met, "called"))?.text).toBe("Macron");
    expect(tree.verbForm(met, word(met, "called"))).toMatchObject({ tense: "present", perfect: true });
  });
  it("finds subjects of infinitives", () => {
    const urged = sentenceOf("She PRP 2 nsubj\nurged VBD 0 root urge\nIran NNP 2 obj\nto TO 5 mark\nstop VB 2 xcomp");
    expect(tree.subjectOf(urged, word(urged, "stop"))?.text).toBe("Iran");
    const wants = sentenceOf("She PRP 2 nsubj\nwants VBZ 0 root want\nto TO 4 mark\nstop VB 2 xcomp");
    expect(tree.subjectOf(wants, word(wants, "stop"))?.text).toBe("She");
    expect(tree.verbForm(wants, word(wants, "stop")).infinitive).toBe(true);
  });
  it("finds subjects of relative clauses and participles", () => {
    const relative = sentenceOf(
      "Peskov NNP 5 nsubj\nwho WP 3 nsubj\nspoke VBD 1 acl:relcl speak\ntoday NN 3 obl:unmarked\nleft VBD 0 root leave",
    );
    expect(tree.subjectOf(relative, word(relative, "spoke"))?.text).toBe("Peskov");
    const reduced = sentenceOf("Men NNS 3 nsubj\narrested VBN 1 acl arrest\nleft VBD 0 root leave");
    expect(tree.isPassive(reduced, word(reduced, "arrested"))).toBe(true);
    expect(tree.patientOf(reduced, word(reduced, "arrested"))?.text).toBe("Men");
  });
  it("knows negation and modals", () => {
    const may = sentenceOf(
      "They PRP 4 nsubj\nmay MD 4 aux\nnot RB 4 advmod\nmeet VB 0 root\nor CC 6 cc\ntalk VB 4 conj",
    );
    expect(tree.modalOf(may, word(may, "talk"))).toBe("may");
    expect(tree.isNegated(may, word(may, "meet"))).toBe(true);
    expect(tree.isNegated(may, word(may, "talk"))).toBe(true);
    expect(texts(tree.verbGroup(may, word(may, "meet")))).toBe("may not meet");
    const no = sentenceOf("No DT 2 det\ndeal NN 4 nsubj:pass\nwas VBD 4 aux:pass be\nreached VBN 0 root reach");
    expect(tree.isNegated(no, word(no, "reached"))).toBe(true);
  });
});
