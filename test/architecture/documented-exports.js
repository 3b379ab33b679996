/**
 * A lint rule: what a file exports begins with a docstring. Classes and their members that describe the graph by
 * decorators carry their description there instead.
 */
export const documentedExports = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Say in a docstring what this export is or returns.' },
  },
  create(context) {
    const hasDocstring = (node) =>
      context.sourceCode
        .getCommentsBefore(node)
        .some(({ type, value }) => type === 'Block' && value.startsWith('*'));
    return {
      ExportNamedDeclaration(node) {
        const { declaration } = node;
        if (declaration === null || hasDocstring(node)) return;
        if (declaration.type === 'ClassDeclaration' && declaration.decorators.length > 0) return;
        context.report({ node, messageId: 'missing' });
      },
    };
  },
};
