/** The faults of the gateways that are broken on purpose. */

/** A fault in a source file: its path from the root, and texts with what stands in their place. */
export interface Fault {
  readonly file: string;
  readonly changes: readonly { readonly text: string; readonly by: string }[];
}

/** Without the gate, it fetches whatever is asked for, and withholds what was fetched. */
export const NO_GATE: Fault = {
  file: 'gateway/src/enforcement/passage.ts',
  changes: [
    {
      text: `  if (permit === null) return [];
  return switches
    .filter(({ demands }) => meetsAll(permit, demands))
`,
      by: '  return switches\n',
    },
    {
      text: '(demand) => !isRoleDemand(demand) && !permits.some((permit) => meets(permit, demand)),',
      by: '() => false,',
    },
  ],
};

/** Without the check, it believes that subgraphs answer with what they were told to, and nothing else. */
export const NO_CHECK: Fault = {
  file: 'gateway/src/enforcement/release.ts',
  changes: [
    {
      text: "return isPresent ? standingOfRecord(facts, permit, label.subject) : 'WITHHELD';",
      by: "return 'RELEASED';",
    },
    {
      text: `return label.subject.category === undefined
    ? standingOfRecord(facts, permit, label.subject)
    : judgeRecord(label, facts, permit);`,
      by: "return 'RELEASED';",
    },
  ],
};

/** Its supergraph lost a label on its way: that the identity card number never leaves Hong Kong. */
export const LABEL_DROPPED: Fault = {
  file: 'start/src/supergraph.ts',
  changes: [{ text: "'utf8')", by: "'utf8').replace('hkid: String @domestic', 'hkid: String')" }],
};
