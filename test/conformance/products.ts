/**
 * The schema that the subgraph compatibility suite asks of a library, by the classes of our kit. Its names and its
 * data are the suite's: they are what its cases ask for.
 */
import { federatedSchema } from '@causeway/kit';
import type { FederatedSchema } from '@causeway/kit';
import { Key, Shareable } from '@causeway/schema/decorators';
import {
  Arg,
  Directive,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

/** Links a directive of its own beside those of the federation, and has it composed. */
const HEADER = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: [
    "@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@tag", "@override",
    "@interfaceObject", "@composeDirective", "@extends"
  ])
  @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
  @composeDirective(name: "@custom")
directive @custom on OBJECT
`;

@ObjectType()
class ProductVariation {
  @Field(() => ID)
  id!: string;
}

@Shareable()
@ObjectType()
class ProductDimension {
  @Field(() => String, { nullable: true })
  size?: string | null;

  @Field(() => Float, { nullable: true })
  weight?: number | null;

  @Directive('@inaccessible')
  @Field(() => String, { nullable: true })
  unit?: string | null;
}

@ObjectType()
class CaseStudy {
  @Field(() => ID)
  caseNumber!: string;

  @Field(() => String, { nullable: true })
  description?: string | null;
}

@Key('study { caseNumber }')
@ObjectType()
class ProductResearch {
  @Field(() => CaseStudy)
  study!: CaseStudy;

  @Field(() => String, { nullable: true })
  outcome?: string | null;
}

@Directive('@extends')
@Key('email')
@ObjectType()
class User {
  @Directive('@external')
  @Field(() => ID)
  email!: string;

  @Directive('@override(from: "users")')
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  totalProductsCreated?: number | null;

  @Directive('@external')
  @Field(() => Int)
  yearsOfEmployment?: number;
}

@Key('sku package')
@ObjectType()
class DeprecatedProduct {
  @Field(() => String)
  sku!: string;

  @Field(() => String)
  package!: string;

  @Field(() => String, { nullable: true })
  reason?: string | null;

  @Field(() => User, { nullable: true })
  createdBy?: User | null;
}

@Directive('@custom')
@Key('id')
@Key('sku package')
@Key('sku variation { id }')
@ObjectType()
class Product {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  sku?: string | null;

  @Field(() => String, { nullable: true })
  package?: string | null;

  @Field(() => ProductVariation, { nullable: true })
  variation?: ProductVariation | null;

  @Field(() => ProductDimension, { nullable: true })
  dimensions?: ProductDimension | null;

  @Directive('@provides(fields: "totalProductsCreated")')
  @Field(() => User, { nullable: true })
  createdBy?: User | null;

  @Directive('@tag(name: "internal")')
  @Field(() => String, { nullable: true })
  notes?: string | null;

  @Field(() => [ProductResearch])
  research!: ProductResearch[];
}

@Directive('@interfaceObject')
@Key('id')
@ObjectType()
class Inventory {
  @Field(() => ID)
  id!: string;

  @Field(() => [DeprecatedProduct])
  deprecatedProducts!: DeprecatedProduct[];
}

const author: User = {
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
};

const studies: readonly ProductResearch[] = [
  { study: { caseNumber: '1234', description: 'Federation Study' } },
  { study: { caseNumber: '1235', description: 'Studio Study' } },
];

const researchOf = (caseNumber: string): ProductResearch[] =>
  studies.filter(({ study }) => study.caseNumber === caseNumber);

const whole = { dimensions: { size: 'small', weight: 1, unit: 'kg' }, createdBy: author };

const products: readonly Product[] = [
  {
    ...whole,
    id: 'apollo-federation',
    sku: 'federation',
    package: '@apollo/federation',
    variation: { id: 'OSS' },
    research: researchOf('1234'),
  },
  {
    ...whole,
    id: 'apollo-studio',
    sku: 'studio',
    package: '',
    variation: { id: 'platform' },
    research: researchOf('1235'),
  },
];

const deprecated: DeprecatedProduct = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: author,
};

const inventory: Inventory = { id: 'apollo-oss', deprecatedProducts: [deprecated] };

/** A product by any of its keys: a representation holds the fields of one of them. */
function productOf({ id, sku, package: name, variation }: Partial<Product>): Product | undefined {
  if (id !== undefined) return products.find((one) => one.id === id);
  return products.find(
    (one) =>
      one.sku === sku &&
      (name !== undefined ? one.package === name : one.variation?.id === variation?.id),
  );
}

const isDeprecated = ({ sku, package: name }: DeprecatedProduct): boolean =>
  sku === deprecated.sku && name === deprecated.package;

@Resolver()
class Products {
  @Query(() => Product, { nullable: true })
  product(@Arg('id', () => ID) id: string): Product | undefined {
    return productOf({ id });
  }

  @Query(() => DeprecatedProduct, {
    nullable: true,
    deprecationReason: 'Use product query instead',
  })
  deprecatedProduct(
    @Arg('sku', () => String) sku: string,
    @Arg('package', () => String) name: string,
  ): DeprecatedProduct | null {
    return isDeprecated({ sku, package: name }) ? deprecated : null;
  }
}

@Resolver(() => User)
class Users {
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  @FieldResolver(() => Int, { nullable: true })
  averageProductsCreatedPerYear(@Root() user: User): number | null {
    const { totalProductsCreated, yearsOfEmployment } = user;
    if (totalProductsCreated == null || yearsOfEmployment === undefined) return null;
    return Math.round(totalProductsCreated / yearsOfEmployment);
  }
}

/** The schema, with what resolves it. */
export function productsSchema(): FederatedSchema {
  return federatedSchema(HEADER, {
    resolvers: [Products, Users],
    orphanedTypes: [Inventory],
    references: {
      Product: productOf,
      DeprecatedProduct: (reference: DeprecatedProduct) =>
        isDeprecated(reference) ? deprecated : null,
      ProductResearch: ({ study }: ProductResearch) => researchOf(study.caseNumber)[0],
      // What others hold of a user comes with the reference, where a field requires it.
      User: (reference: User) => Object.assign({}, author, reference),
      Inventory: ({ id }: Inventory) => (id === inventory.id ? inventory : null),
    },
  });
}
