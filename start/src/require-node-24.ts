/** Imported first by every program: says at once, and in words, that another Node cannot run it. */
const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 24) {
  console.error(
    `Causeway runs on Node.js 24, which npm brings along; this is ${process.versions.node}.\n` +
      'Start it through npm, for instance: npm start',
  );
  process.exit(1);
}

export {};
