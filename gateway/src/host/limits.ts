/** How large an operation may be. What is over a limit is refused before anything is planned or decided. */
import { filled, texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import { GraphQLError, Kind } from 'graphql';
import type {
  ASTVisitor,
  FragmentDefinitionNode,
  SelectionSetNode,
  ValidationContext,
  ValidationRule,
} from 'graphql';
import { OWN_TEXTS } from './error-text.js';

/** The limits of one operation. */
export interface OperationLimits {
  /** Fields within fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** Directives on any one place. */
  readonly directives: number;
  /** Fields once fragments are expanded. */
  readonly selections: number;
  /** Lexical tokens of the text. */
  readonly tokens: number;
}

/** Limits that leave room for every operation a front end is likely to write. */
export const DEFAULT_LIMITS: OperationLimits = {
  depth: 16,
  aliases: 30,
  rootFields: 20,
  directives: 10,
  selections: 2_000,
  tokens: 5_000,
};

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly selections: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, selections: 0 };

/** Where a validation error keeps its code: the server gives all of them one and the same. */
export const OWN_CODE = 'ownCode';

function over(en: string, zhHant: string, zhHans: string): Texts {
  return texts(
    `Expected an operation with at most {limit} ${en}, got {got}; ask for less at a time`,
    `查詢最多可有 {limit} ${zhHant}，現有 {got} ${zhHant}，請減少每次查詢的內容`,
    `查询最多可有 {limit} ${zhHans}，现有 {got} ${zhHans}，请减少每次查询的内容`,
  );
}

/** What is told of an operation over a limit. */
const OVER = {
  depth: over('levels of fields', '層欄位', '层字段'),
  aliases: over('aliases', '個別名', '个别名'),
  selections: over('fields', '個欄位', '个字段'),
  rootFields: over('root fields', '個根欄位', '个根字段'),
  directives: over('directives on a field', '個指令於同一欄位', '个指令于同一字段'),
} satisfies Readonly<Partial<Record<keyof OperationLimits, Texts>>>;

/** A validation rule that refuses operations over the limits. */
export function limitsRule(limits: OperationLimits): ValidationRule {
  return (context): ASTVisitor => {
    const measure = measurer(context);
    const report = (what: keyof typeof OVER, limit: number, got: number): void => {
      const told = filled(OVER[what], { limit, got });
      const extensions = { [OWN_CODE]: 'OPERATION_TOO_COMPLEX', [OWN_TEXTS]: told };
      context.reportError(new GraphQLError(told.en, { extensions }));
    };
    return {
      OperationDefinition: ({ selectionSet }) => {
        const { depth, aliases, selections } = measure(selectionSet);
        if (depth > limits.depth) report('depth', limits.depth, depth);
        if (aliases > limits.aliases) report('aliases', limits.aliases, aliases);
        if (selections > limits.selections) report('selections', limits.selections, selections);
        const roots = selectionSet.selections.length;
        if (roots > limits.rootFields) report('rootFields', limits.rootFields, roots);
      },
      Field: ({ directives = [] }) => {
        if (directives.length > limits.directives)
          report('directives', limits.directives, directives.length);
      },
    };
  };
}

/** Measures selection sets with their fragments expanded, each fragment once; a cycle is another rule's affair. */
function measurer(context: ValidationContext): (set: SelectionSetNode) => Size {
  const fragments = new Map<string, Size>();

  const fragmentSize = (fragment: FragmentDefinitionNode): Size => {
    const name = fragment.name.value;
    const known = fragments.get(name);
    if (known !== undefined) return known;
    fragments.set(name, NOTHING);
    const size = sizeOf(fragment.selectionSet);
    fragments.set(name, size);
    return size;
  };

  const sizeOf = (set: SelectionSetNode): Size => {
    let [depth, aliases, selections] = [0, 0, 0];
    const add = (size: Size, own: Size): void => {
      depth = Math.max(depth, size.depth + own.depth);
      aliases += size.aliases + own.aliases;
      selections += size.selections + own.selections;
    };
    for (const selection of set.selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const isAliased =
            selection.alias !== undefined && selection.alias.value !== selection.name.value;
          const inner =
            selection.selectionSet === undefined ? NOTHING : sizeOf(selection.selectionSet);
          add(inner, { depth: 1, aliases: isAliased ? 1 : 0, selections: 1 });
          break;
        }
        case Kind.INLINE_FRAGMENT:
          add(sizeOf(selection.selectionSet), NOTHING);
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = context.getFragment(selection.name.value);
          add(fragment == null ? NOTHING : fragmentSize(fragment), NOTHING);
          break;
        }
      }
    }
    return { depth, aliases, selections };
  };

  return sizeOf;
}
