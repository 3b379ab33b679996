/** What the page of the clerk asks the graph: ordinary operations, which any client could send. */

/** Redeems a link with its passcode: the encounter opens. */
export const REDEEM_LINK = /* GraphQL */ `
  mutation RedeemLink($input: RedeemLinkInput!) {
    redeemLink(input: $input) {
      id
      opensUntil
      scopes
    }
  }
`;

/** Closes the encounter of a grant. */
export const CLOSE_ENCOUNTER = /* GraphQL */ `
  mutation CloseEncounter($grant: ID!) {
    closeEncounter(grant: $grant) {
      id
    }
  }
`;
