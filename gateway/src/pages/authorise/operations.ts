/** What the page of the patient asks the graph: ordinary operations, which any client could send. */

/** The providers that are recognised, as far as patients choose among them. */
export const PROVIDERS = /* GraphQL */ `
  query Providers($language: String!) {
    recognitions(first: 100, status: RECOGNISED) {
      edges {
        node {
          subject {
            __typename
            ... on Organization {
              id
              name(language: $language)
            }
            ... on PublicHealthRecordSystem {
              members {
                id
                name(language: $language)
              }
            }
          }
        }
      }
    }
  }
`;

/** Who the visitor is, and whom they may speak for. */
export const ME = /* GraphQL */ `
  query Me {
    me {
      id
      represents {
        patient
        role
      }
    }
  }
`;

/** The name of somebody whom the visitor may speak for; null where they read nothing of them. */
export const NAME = /* GraphQL */ `
  query Name($patient: ID!) {
    patient(id: $patient) {
      id
      name {
        text
        language
      }
    }
  }
`;

/** A patient's requests, for whoever may answer them. */
export const REQUESTS = /* GraphQL */ `
  query Requests($patient: ID!, $language: Language!, $name: String!) {
    grantRequests(patient: $patient, first: 50) {
      id
      state
      requester {
        id
        name(language: $name)
      }
      asked {
        ...Terms
      }
      duration
      answerBy
      authorised {
        ...Terms
      }
      period {
        end
      }
      explanation(language: $language)
    }
  }

  fragment Terms on GrantTerms {
    scopes
    lookBack
    permissions
    includesRestricted
  }
`;

/** A patient's grants, for whoever may read them. */
export const OVERVIEW = /* GraphQL */ `
  query Overview($patient: ID!, $name: String!) {
    patient(id: $patient) {
      id
      crossBorderGrants(first: 50) {
        edges {
          node {
            id
            state
            requester {
              id
              name(language: $name)
            }
            scopes
            period {
              end
            }
          }
        }
      }
    }
  }
`;

/** Who did what with a patient's records, newest first, for whoever may read it. */
export const TRAIL = /* GraphQL */ `
  query Trail($patient: ID!, $language: Language!, $after: String) {
    patient(id: $patient) {
      id
      auditEvents(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            requested
            agent {
              who
              requestor
            }
            summary(language: $language)
          }
        }
      }
    }
  }
`;

/** Makes a code by which an organisation may ask. */
export const ISSUE_REQUEST_CODE = /* GraphQL */ `
  mutation IssueRequestCode($patient: ID!, $organization: ID!) {
    issueRequestCode(patient: $patient, organization: $organization, use: GRANT) {
      code
      qrCode
      expiresAt
    }
  }
`;

/** Authorises a request, or less than it asks for. */
export const AUTHORISE_GRANT = /* GraphQL */ `
  mutation AuthoriseGrant($patient: ID!, $input: AuthoriseGrantInput!) {
    authoriseGrant(patient: $patient, input: $input) {
      id
      state
    }
  }
`;

/** Declines a request. */
export const DECLINE_GRANT = /* GraphQL */ `
  mutation DeclineGrant($patient: ID!, $request: ID!) {
    declineGrant(patient: $patient, request: $request) {
      id
      state
    }
  }
`;

/** Issues the link of a grant; its passcode goes to the patient by another way. */
export const ISSUE_LINK = /* GraphQL */ `
  mutation IssueLink($patient: ID!, $grant: ID!) {
    issueLink(patient: $patient, grant: $grant) {
      link
      qrCode
      expiresAt
    }
  }
`;

/** Revokes a grant. */
export const REVOKE_GRANT = /* GraphQL */ `
  mutation RevokeGrant($patient: ID!, $id: ID!) {
    revokeGrant(patient: $patient, id: $id) {
      id
      state
    }
  }
`;
